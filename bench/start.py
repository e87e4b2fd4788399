"""How long a web server process takes to start, and how much memory it then has."""

from __future__ import annotations

import os
import subprocess
import sys

from bench.bulletin import missed

START = """
from time import perf_counter
began = perf_counter()
from django.core.wsgi import get_wsgi_application
get_wsgi_application()
from django.urls import get_resolver
get_resolver().reverse_dict
seconds = perf_counter() - began
from pathlib import Path
# Not ru_maxrss, which a process takes over from the one that started it.
most = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(seconds, int(most) / 1000)
"""
ROUNDS = 5
MOST_TIME, MOST_MEMORY = 1.3, 1.25  # times those of a Wagtail project as it begins


def start() -> None:
    """The least of some rounds, with every address of the site known."""
    print(f"\n{'Start of a web server process':38}{'s':>8}{'MB':>8}{'ratio':>8}{'ratio':>8}")
    seconds, megabytes = _tell("a Wagtail project as it begins", "bench.bare.wagtail_site", (1.0, 1.0))
    ours = _tell("ours", "cms.settings.bench", (seconds, megabytes))
    if ours[0] > MOST_TIME * seconds or ours[1] > MOST_MEMORY * megabytes:
        missed.append("start")


def _tell(name: str, settings: str, least: tuple[float, float]) -> tuple[float, float]:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": settings}
    rounds = []
    for _ in range(ROUNDS):
        done = subprocess.run(  # noqa: S603  our own code
            [sys.executable, "-c", START], check=True, env=environment, stdout=subprocess.PIPE, text=True
        )
        rounds.append(tuple(map(float, done.stdout.split()[-2:])))
    seconds, megabytes = (min(column) for column in zip(*rounds, strict=True))
    is_first = least == (1.0, 1.0)
    ratios = (1.0, 1.0) if is_first else (seconds / least[0], megabytes / least[1])
    print(f"{name:38}{seconds:>8.2f}{megabytes:>8.0f}{ratios[0]:>8.2f}{ratios[1]:>8.2f}", flush=True)
    return seconds, megabytes
