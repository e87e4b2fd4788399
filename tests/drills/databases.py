"""Databases for drills: prepared once a run, copied for each drill, and read without Django."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg

PROJECT = Path(__file__).resolve().parents[2]


def environment(folder: Path, database_url: str) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.drills.settings",
        "DATA_DIR": str(folder),
        "DATABASE_URL": database_url,
    }


def prepare(folder: Path, database_url: str, size: int) -> None:
    """Migrate and fill."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.drills.prepare", str(size)]
    subprocess.run(  # noqa: S603  our own script
        command, cwd=PROJECT, env=environment(folder, database_url), check=True, capture_output=True
    )


class Sqlite:
    """A file that is copied. It starts as a copy of the database of the tests, which has been migrated."""

    def __init__(self, folder: Path, size: int, migrated: Path) -> None:
        self.template = folder / f"template-{size}.sqlite3"
        shutil.copyfile(migrated, self.template)
        prepare(folder, f"sqlite:///{self.template}", size)

    @contextmanager
    def copied(self, folder: Path) -> Iterator[str]:
        file = folder / "site.sqlite3"
        shutil.copyfile(self.template, file)
        yield f"sqlite:///{file}"


class Postgres:
    """A database made with the other as its template."""

    def __init__(self, folder: Path, size: int, server: str, migrated: str = "template1") -> None:
        self.server = server
        self.template = f"drill_{secrets.token_hex(4)}"
        self._say(f"CREATE DATABASE {self.template} TEMPLATE {migrated.rpartition('/')[2]}")
        prepare(folder, self.url_of(self.template), size)

    def url_of(self, name: str) -> str:
        return f"{self.server.rpartition('/')[0]}/{name}"

    @contextmanager
    def copied(self, folder: Path, source: str = "") -> Iterator[str]:
        """Of the template, or of the database at this address."""
        template = source.rpartition("/")[2] or self.template
        name = f"drill_{secrets.token_hex(4)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url_of(name)
        finally:
            self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def drop(self) -> None:
        self._say(f"DROP DATABASE {self.template} WITH (FORCE)")

    def _say(self, statement: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement)


def asker(database_url: str) -> Callable[[str], list[tuple[Any, ...]]]:
    """Runs one statement in the database of a drill and gives its rows."""
    if database_url.startswith("sqlite"):
        file = database_url.removeprefix("sqlite:///")

        def ask(statement: str) -> list[tuple[Any, ...]]:
            with closing(sqlite3.connect(file, timeout=20)) as connection, connection:
                return connection.execute(statement).fetchall()
    else:

        def ask(statement: str) -> list[tuple[Any, ...]]:
            with psycopg.connect(database_url, autocommit=True) as connection:
                cursor = connection.execute(statement)
                return cursor.fetchall() if cursor.description else []

    return ask
