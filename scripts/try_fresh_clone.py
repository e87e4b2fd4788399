"""Start the site in a fresh clone with `make run`, read every page of it, and stop it with Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

PROJECT = Path(__file__).resolve().parents[1]
START_WITHIN = 600.0  # seconds, with empty caches and two slow cores
STOP_WITHIN = 30.0
OTHER_PAGES = {"/admin/login/": 200, "/search/?q=work": 200, "/no-such-page/": 404, "/robots.txt": 200}


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def fail(text: str) -> None:
    sys.exit(f"The fresh clone FAILED: {text}")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def clone(folder: Path) -> Path:
    target = folder / "clone"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(PROJECT), str(target)], check=True)  # noqa: S603, S607
    return target


def start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """`make run` in a session of its own, so that Ctrl-C can be sent to all of it as a terminal would."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")
    }
    return subprocess.Popen(  # noqa: S603  our own Makefile
        ["make", "run", f"PORT={port}"],  # noqa: S607
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def fetch(port: int, path: str) -> tuple[int, str, bytes]:
    """Status, cookies and body of one page."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.getheader("Set-Cookie", ""), response.read()
    finally:
        connection.close()


def wait_until_it_answers(port: int, process: subprocess.Popen[bytes], seconds: float) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if process.poll() is not None:
            fail(f"make run ended with status {process.returncode} before the site answered.")
        try:
            if fetch(port, "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    fail(f"the site did not answer within {seconds:g} seconds.")


def read_every_page(port: int) -> int:
    """Fetch all that the sitemap lists and a few pages besides; returns how many."""
    sitemap = fetch(port, "/sitemap.xml")[2].decode()
    listed = [urlsplit(address) for address in re.findall(r"<loc>(.*?)</loc>", sitemap)]
    if len(listed) < 10:
        fail(f"the sitemap lists only {len(listed)} pages.")
    expected = {page.path: 200 for page in listed} | OTHER_PAGES
    for path, status in expected.items():
        found, cookies, body = fetch(port, path)
        if found != status:
            fail(f"{path} answered {found} instead of {status}.")
        if cookies and not path.startswith("/admin/"):
            fail(f"{path} sets a cookie: {cookies}")
        if not body:
            fail(f"{path} is empty.")
    return len(expected)


def still_running(folder: Path) -> list[str]:
    """The command lines of all processes that work in a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it may have ended meanwhile
            if (process / "cwd").resolve(strict=True).is_relative_to(folder.resolve()):
                found.append((process / "cmdline").read_text().replace("\0", " "))
    return found


def interrupt(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    """Ctrl-C, and then nothing may be left: no process, no listener."""
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(timeout=STOP_WITHIN)
    except subprocess.TimeoutExpired:
        fail(f"make run was still there {STOP_WITHIN:g} seconds after Ctrl-C.")
    if left := still_running(folder):
        fail(f"these still run after Ctrl-C: {left}")
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            fail(f"port {port} still answers after Ctrl-C.")


def run_once(folder: Path, port: int) -> float:
    """Start, read every page, stop; returns the seconds until the site answered."""
    began = time.monotonic()
    process = start(folder, port)
    try:
        wait_until_it_answers(port, process, START_WITHIN)
        took = time.monotonic() - began
        say(f"{read_every_page(port)} pages read on port {port}, which answered after {took:.1f} s")
        interrupt(process, port, folder)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    return took


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: fail("it was ended from outside."))  # so that the site ends, too
    with tempfile.TemporaryDirectory(prefix="fresh-clone-") as place:
        folder = clone(Path(place))
        port = free_port()
        first, second = run_once(folder, port), run_once(folder, port)
        say(f"The fresh clone works: first start {first:.1f} s, second start {second:.1f} s")


if __name__ == "__main__":
    main()
