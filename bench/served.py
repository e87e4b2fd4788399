"""How fast pages are served: made each time, kept, and beside them a bare view and a file."""

from __future__ import annotations

import shutil
import tempfile
import urllib.request
from pathlib import Path

from bench.addresses import service_address
from bench.minimal import PAGE, SETTINGS
from bench.server import nginx, requests_a_second, web_server

PAGES = {"home": "/", "policy": "/no-one-left-behind/"}
MINIMAL = {"minimal Wagtail page": PAGE}


def served() -> None:
    print("\nRequests a second from one web server process; ratio to a bare Django view")
    with web_server("/bare/", DJANGO_SETTINGS_MODULE="bench.bare.settings") as server:
        bare = requests_a_second(f"{server}/bare/")
    line("bare Django view", bare, bare)
    with web_server("/bare/", DJANGO_SETTINGS_MODULE="bench.bare.without_middleware") as server:
        line("the same without middleware", requests_a_second(f"{server}/bare/"), bare)
    measured(MINIMAL, "made each time", bare, DJANGO_SETTINGS_MODULE=SETTINGS)
    measured(PAGES, "made each time", bare, PAGE_CACHE_MEGABYTES="0")
    measured(PAGES, "kept", bare, PAGE_CACHE_MEGABYTES="32")
    if redis := service_address("REDIS_URL"):
        measured(PAGES, "kept, mark in Redis", bare, PAGE_CACHE_MEGABYTES="32", REDIS_URL=redis)
    if shutil.which("nginx"):
        static(bare)
    else:
        print("nginx is missing: no static file is measured. Get it with: apt-get install nginx-light")


def measured(pages: dict[str, str], how: str, bare: float, **variables: str) -> None:
    with web_server(next(iter(pages.values())), **variables) as server:
        for name, path in pages.items():
            line(f"{name}, {how}", requests_a_second(server + path), bare)


def static(bare: float) -> None:
    """A page of the site as a file."""
    with web_server("/") as server, urllib.request.urlopen(f"{server}/") as answer:  # noqa: S310
        page = answer.read()
    with tempfile.TemporaryDirectory(prefix="employability-nginx-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "root").mkdir()
        (folder / "root/index.html").write_bytes(page)
        with nginx(folder, folder / "root") as server:
            line("home as a file, nginx", requests_a_second(f"{server}/"), bare)


def line(name: str, rate: float, bare: float) -> None:
    print(f"{name:38}{rate:>8.0f}{rate / bare:>8.2f}", flush=True)
