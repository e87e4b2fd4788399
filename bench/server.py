"""Requests a second from a real server on this machine, in one run with a bare Django view."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SECONDS = 5
CONNECTIONS = 16


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running() -> Iterator[str]:
    """The web server alone, with the settings of the bench; gives its address."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    process = subprocess.Popen([*command, "--no-ws", "--log-level", "error", "cms.wsgi:application"])  # noqa: S603
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            with suppress(OSError):
                urllib.request.urlopen(f"{address}/bare/", timeout=1).close()  # noqa: S310  our own address
                break
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def requests_a_second(url: str) -> float:
    """What wrk measures over a few seconds on a few connections."""
    wrk = shutil.which("wrk")
    if wrk is None:
        sys.exit("wrk is missing. Get it with: apt-get install wrk")
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", url]
    for _ in range(3):
        urllib.request.urlopen(url, timeout=30).close()  # noqa: S310  our own address
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
