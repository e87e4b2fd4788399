"""What Lighthouse says of six pages, as a browser on a slow telephone sees them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from bench.bulletin import missed
from tests.journeys.browser import QUIET

FOLDER = Path(__file__).parent
PAGES = {
    "home": "/",
    "policy": "/no-one-left-behind/",
    "product": "/handbook/products/nolb-data-toolkit/",
    "council": "/local-authorities/glasgow-city/",
    "search": "/search/?q=work",
    "bulletin": "/bulletin/",
}
# Of 100. A page of results is kept from search engines on purpose.
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
NOT_INDEXED = {"search"}
MOST_SHIFT = 0.0  # cumulative layout shift


def lighthouse() -> None:
    """Prints a line a page; what misses a goal is said, and counts as missed."""
    from bench.server import web_server

    chromium = subprocess.run(["scripts/browser.sh"], check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S607
    install = ["scripts/with_node.sh", "npm", "ci", "--prefix", str(FOLDER), "--ignore-scripts"]
    subprocess.run([*install, "--no-audit", "--no-fund", "--loglevel=error"], check=True)  # noqa: S603
    print(f"\n{'Lighthouse':38}{'perform.':>9}{'access.':>9}{'practice':>9}{'seo':>9}{'shift':>9}{'kB':>9}")
    with web_server("/", PAGE_CACHE_MEGABYTES="32") as server:
        for name, path in PAGES.items():
            _tell(name, _judged(server + path, chromium.strip()))


def _judged(url: str, chromium: str) -> dict[str, Any]:
    command = [
        *("scripts/with_node.sh", str(FOLDER / "node_modules/.bin/lighthouse"), url),
        *("--quiet", "--output=json", f"--chrome-flags={' '.join(QUIET)}"),
        f"--only-categories={','.join(GOALS)}",
    ]
    environment = os.environ | {"CHROME_PATH": chromium}
    # Now and then it misses the start of a page, and asks to be run again.
    for is_last in (False, False, True):
        done = subprocess.run(command, check=is_last, env=environment, stdout=subprocess.PIPE)  # noqa: S603
        if done.returncode == 0:
            break
    return json.loads(done.stdout)


def _tell(name: str, judged: dict[str, Any]) -> None:
    points = {goal: round(100 * (judged["categories"][goal]["score"] or 0)) for goal in GOALS}
    shift = judged["audits"]["cumulative-layout-shift"]["numericValue"]
    weight = judged["audits"]["total-byte-weight"]["numericValue"] / 1000
    short = [goal for goal, least in GOALS.items() if points[goal] < least]
    if name in NOT_INDEXED and "seo" in short:
        short.remove("seo")
    if shift > MOST_SHIFT:
        short.append("shift")
    figures = "".join(f"{points[goal]:>9}" for goal in GOALS)
    print(f"{name:38}{figures}{shift:>9.3f}{weight:>9.0f}{'  misses ' + ', '.join(short) if short else ''}")
    if short:
        missed.append(f"lighthouse of {name}")
