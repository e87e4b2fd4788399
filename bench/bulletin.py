"""How fast the bulletin goes out, beside Django's own way of sending, and how much memory that takes."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.request import Request, urlopen

from bench.addresses import service_address

MESSAGES, MANY = 2000, 100_000
ROUNDS = 2
# Ratio to send_messages, messages a second on eight connections with 50 ms at the dot, megabytes.
LEAST_RATIO, LEAST_RATE, MOST_MEMORY = 1.0, 100.0, 200.0
missed: list[str] = []


def bulletin() -> None:
    print(f"\nThe bulletin ({MESSAGES} of them): messages a second; ratio to send_messages")
    with TemporaryDirectory(prefix="employability-bench-bulletin-") as folder, relay() as control:
        places = [("SQLite", SqlitePlace(Path(folder)))]
        if server := service_address("POSTGRES_URL"):
            places.append(("PostgreSQL", PostgresPlace(Path(folder), server)))
        places[0][1].fresh(MESSAGES)
        words = places[0][1].words()
        own = max(measured(control, lambda: send_messages(control, *words)) for _ in range(ROUNDS))
        print(f"{'send_messages':38}{own:>8.0f}{1:>8.2f}")
        for name, place in places:
            rate = max(measured(control, lambda place=place: work(place, control)) for _ in range(ROUNDS))
            told(f"worker, {name}", rate, rate / own, rate / own >= LEAST_RATIO)
            tell(control, "config", latency=0.05)
            rate = measured(control, lambda place=place: work(place, control, connections=8))
            tell(control, "config", latency=0.0)
            told(f"worker, {name}, 8 connections, 50 ms", rate, rate / own, rate >= LEAST_RATE)
            place.clear()
        memory(SqlitePlace(Path(folder)), control)
    if missed:
        raise SystemExit(f"Not as good as it has to be: {', '.join(missed)}.")


def told(name: str, rate: float, ratio: float, is_enough: bool) -> None:
    print(f"{name:38}{rate:>8.0f}{ratio:>8.2f}{'' if is_enough else '  too slow'}")
    if not is_enough:
        missed.append(name)


class SqlitePlace:
    """A filled file for each run, copied from one that is made once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fresh(self, size: int) -> str:
        template, file = self.folder / f"template-{size}.sqlite3", self.folder / "site.sqlite3"
        if not template.exists():
            prepare(self.folder, f"sqlite:///{template}", size)
        for old in self.folder.glob("site.sqlite3*"):
            old.unlink()
        with closing(sqlite3.connect(template)) as source, closing(sqlite3.connect(file)) as copy:
            source.backup(copy)
        return f"sqlite:///{file}"

    def state(self) -> str:
        with closing(sqlite3.connect(self.folder / "site.sqlite3", timeout=20)) as connection:
            return connection.execute("SELECT state FROM bulletin_sending").fetchone()[0]

    def words(self) -> tuple[str, str]:
        """HTML and text of what is sent."""
        with closing(sqlite3.connect(self.folder / "site.sqlite3")) as connection:
            return connection.execute("SELECT html, text FROM bulletin_sending").fetchone()

    def clear(self) -> None:
        """Goes with its folder."""


class PostgresPlace:
    """A database for each run, made with another as its template."""

    def __init__(self, folder: Path, server: str) -> None:
        self.folder, self.server = folder, server
        self.name = f"bench_{secrets.token_hex(4)}"
        self.made: list[str] = []

    def fresh(self, size: int) -> str:
        template, name = f"{self.name}_{size}", f"{self.name}_run"
        if template not in self.made:
            self._say(f"CREATE DATABASE {template}")
            self.made.append(template)
            prepare(self.folder, self._url(template), size)
        self._say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._url(name)

    def state(self) -> str:
        return self._say("SELECT state FROM bulletin_sending", f"{self.name}_run")

    def clear(self) -> None:
        for name in (*self.made, f"{self.name}_run"):
            self._say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _url(self, name: str) -> str:
        return f"{self.server.rpartition('/')[0]}/{name}"

    def _say(self, statement: str, database: str = "postgres") -> str:
        import psycopg

        with psycopg.connect(self._url(database), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchone()[0] if cursor.description else ""


def environment(folder: Path, url: str, **more: str) -> dict[str, str]:
    own = {"DJANGO_SETTINGS_MODULE": "tests.drills.settings", "DATA_DIR": str(folder), "DATABASE_URL": url}
    return {**os.environ, **own, **more}


def prepare(folder: Path, url: str, size: int) -> None:
    command = [sys.executable, "-m", "tests.drills.prepare", str(size)]
    subprocess.run(command, check=True, env=environment(folder, url), capture_output=True)  # noqa: S603


@contextmanager
def relay() -> Iterator[int]:
    """The relay of the tests; its port is the one before the control port that this gives."""
    with socket.socket() as first:
        first.bind(("127.0.0.1", 0))
        port = first.getsockname()[1]
    ports = ["--port", str(port), "--control-port", str(port + 1)]
    command = [sys.executable, "-m", "tests.mail.relay", *ports]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603  our own
    try:
        process.stdout.readline()
        yield port + 1
    finally:
        process.terminate()
        process.wait()


def tell(control: int, path: str, **given: Any) -> dict[str, Any]:
    data = json.dumps(given).encode() if path != "stats" else None
    with urlopen(Request(f"http://127.0.0.1:{control}/{path}", data=data), timeout=10) as answer:
        return json.load(answer)


def measured(control: int, send: Any) -> float:
    """Messages a second, from the first that the relay has taken to the last."""
    tell(control, "reset")
    send()
    return tell(control, "stats")["per_second"]


def send_messages(control: int, html: str, text: str) -> None:
    """An object for each message, as Django has it."""
    from django.core.mail import EmailMultiAlternatives, get_connection

    def messages() -> Iterator[EmailMultiAlternatives]:
        for number in range(MESSAGES):
            leave = {"List-Unsubscribe": f"<https://www.example.org/{number}>"}
            to = [f"reader{number}@example.org"]
            message = EmailMultiAlternatives("News", text, "bulletin@example.org", to, headers=leave)
            message.attach_alternative(html, "text/html")
            yield message

    backend = "django.core.mail.backends.smtp.EmailBackend"
    get_connection(backend, host="127.0.0.1", port=control - 1).send_messages(messages())


def work(place: Any, control: int, connections: int = 1) -> None:
    with worker(place, control, MESSAGES, connections):
        while place.state() != "sent":
            time.sleep(0.2)


@contextmanager
def worker(place: Any, control: int, size: int, connections: int) -> Iterator[subprocess.Popen]:
    relay_url = f"smtp://127.0.0.1:{control - 1}"
    more = {"EMAIL_URL": relay_url, "BULLETIN_CONNECTIONS": str(connections)}
    surroundings = environment(place.folder, place.fresh(size), **more)
    command = [sys.executable, "manage.py", "bulletin_worker"]
    process = subprocess.Popen(command, env=surroundings, stderr=subprocess.DEVNULL)  # noqa: S603  our own
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def memory(place: Any, control: int) -> None:
    """The most that a worker has held, from the making of the audience to the last message."""
    tell(control, "reset")
    with worker(place, control, MANY, 8) as process:
        while process.poll() is None and tell(control, "stats")["counts"].get("accepted", 0) < MANY:
            time.sleep(0.5)
        status = Path(f"/proc/{process.pid}/status").read_text()
    kilobytes = int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
    verdict = "" if kilobytes / 1024 < MOST_MEMORY else "  too much"
    if verdict:
        missed.append("memory")
    print(f"{f'worker, {MANY:,} recipients':38}{kilobytes / 1024:>8.0f} MB{verdict}")
