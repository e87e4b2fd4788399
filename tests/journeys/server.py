"""A real server with data of its own, as `make run` starts it."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.journeys.companion import Companion
from tests.log_guard import personal
from tests.prepared_site import DATABASE

PROJECT = Path(__file__).resolve().parents[2]
START_WITHIN = 60.0  # seconds
LOG = "server.log"
OUTSIDE = ("DATABASE_URL", "REDIS_URL", "ELASTICSEARCH_URL")  # what a server uses only when told to


@dataclass(frozen=True)
class Server:
    """A running site: where it answers, where its data are, and its administrator."""

    address: str
    folder: Path
    environment: dict[str, str] = field(repr=False)
    username: str
    password: str = field(repr=False)

    def fetch(self, path: str) -> bytes:
        try:
            with urlopen(self.address + path, timeout=20) as response:  # noqa: S310  our own address
                return response.read()
        except HTTPError as error:
            raise RuntimeError(f"{path} answers {error.code}:\n{self.last_words()}") from None

    @cached_property
    def companion(self) -> Companion:
        return Companion(self.environment)

    def python(self, *arguments: str) -> str:
        """What a Python process prints that sees the same data."""
        return self.companion.say(*arguments)

    def end(self) -> None:
        if "companion" in vars(self):
            self.companion.end()

    def last_words(self) -> str:
        """The end of what the server has written, to tell why a page failed."""
        return (self.folder / LOG).read_text()[-2000:]

    def pages_by_type(self) -> dict[str, list[str]]:
        """Page type, such as "home.LandingPage" -> the paths of its live pages."""
        return json.loads(self.python("-m", "tests.journeys.live_pages"))


def run_python(environment: dict[str, str], *arguments: str) -> str:
    result = subprocess.run(  # noqa: S603  our own scripts
        [sys.executable, *arguments],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise RuntimeError(f"{arguments} failed:\n{result.stdout}\n{result.stderr}")
    return result.stdout


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_it_answers(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    ends = time.monotonic() + START_WITHIN
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urlopen(f"{address}/healthz", timeout=5):  # noqa: S310  our own address
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{log.read_text()[-4000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start(environment: dict[str, str], port: int, log: IO[bytes]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    return subprocess.Popen(  # noqa: S603  our own command
        command, cwd=PROJECT, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL
    )


def take_address(database: Path, port: int) -> None:
    """Also where it stands in mail that was sent."""
    with closing(sqlite3.connect(database)) as site, site:
        [(before,)] = site.execute("SELECT port FROM wagtailcore_site")
        site.execute("UPDATE wagtailcore_site SET port = ?", [port])
        for column in ("html", "text"):
            site.execute(
                f"UPDATE bulletin_sending SET {column} = replace({column}, ?, ?)",  # noqa: S608
                [f"127.0.0.1:{before}", f"127.0.0.1:{port}"],
            )


@contextmanager
def running_server(
    folder: Path, *, copy_of: Path | None = None, port: int | None = None, **variables: str
) -> Iterator[Server]:
    """Prepare a site in `folder` and serve it while the block runs; on SQLite unless told otherwise.

    It is loaded anew unless there is one to copy.
    """
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    outside = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    environment = {
        **outside,
        "DJANGO_SETTINGS_MODULE": "cms.settings.local",
        "DATA_DIR": str(folder),
        "SITE_URL": address,
        "WEB_WORKERS": "1",
        **variables,
    }
    if copy_of:
        shutil.copytree(copy_of, folder, dirs_exist_ok=True)
        take_address(folder / DATABASE, port)
    prepared = run_python(environment, "scripts/prepare_site.py")
    administrator = re.search(r"Administrator (\S+), password (\S+)", prepared)
    if not administrator:
        raise RuntimeError(f"No administrator was made:\n{prepared}")
    log = folder / LOG
    with log.open("wb") as output:
        process = start(environment, port, output)
        server = Server(address, folder, environment, *administrator.groups())
        try:
            wait_until_it_answers(address, process, log)
            yield server
        finally:
            server.end()
            stop(process)
    if found := personal(log.read_text()):
        raise RuntimeError(f"The server has logged something personal: {found}")
