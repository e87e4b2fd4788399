"""Requests a second from real servers on this machine, one after the other."""

from __future__ import annotations

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SECONDS = 3
ROUNDS = 3
CONNECTIONS = 16
NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder}; sendfile on;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str], port: int, path: str, **variables: str) -> Iterator[str]:
    """One server until the block ends; gives its address once it answers at `path`."""
    process = subprocess.Popen(command, env=os.environ | variables)  # noqa: S603  our own commands
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            with suppress(OSError):
                urllib.request.urlopen(address + path, timeout=5).close()  # noqa: S310  our own address
                break
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def web_server(path: str, **variables: str) -> Iterator[str]:
    """One process of the server that the site runs on."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    command += ["--no-ws", "--log-level", "error", "cms.wsgi:application"]
    variables["SITE_URL"] = f"http://127.0.0.1:{port}"  # pages of another host or port are not kept
    with running(command, port, path, **variables) as address:
        yield address


@contextmanager
def nginx(folder: Path, root: Path) -> Iterator[str]:
    port, settings = free_port(), folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, root=root, port=port))
    with running(["nginx", "-c", str(settings)], port, "/") as address:
        yield address


def requests_a_second(url: str) -> float:
    """What wrk measures on a few connections: the median of some rounds of a few seconds."""
    wrk = shutil.which("wrk")
    if wrk is None:
        sys.exit("wrk is missing. Get it with: apt-get install wrk")
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", url]
    for _ in range(3):
        urllib.request.urlopen(url, timeout=30).close()  # noqa: S310  our own address
    return statistics.median(_measure(command) for _ in range(ROUNDS))


def _measure(command: list[str]) -> float:
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    if "Non-2xx" in output:
        raise RuntimeError(f"Not every answer was a page:\n{output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
