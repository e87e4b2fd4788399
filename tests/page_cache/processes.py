"""Two processes of one site, with a database in a file."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

PROJECT = Path(__file__).resolve().parents[2]


class Process:
    """One of them; it does one thing after the other."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.log = log
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.page_cache.process"],
                cwd=PROJECT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def do(self, *words: Any) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{json.dumps(words)}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{words} failed:\n{self.log.read_text()[-3000:]}")
        return json.loads(line)

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def copy_database(folder: Path) -> Path:
    """Outside of any transaction, for which the copy would wait for ever."""
    database = folder / "site.sqlite3"
    with closing(sqlite3.connect(database)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    return database


@contextmanager
def two_processes(database: Path, redis_url: str = "") -> Iterator[list[Process]]:
    folder = database.parent
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.page_cache.process_settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "DATA_DIR": str(folder),
        "REDIS_URL": redis_url,
        "SITE_URL": settings.SITE_URL,
    }
    running = [Process(environment, folder / f"process-{number}.log") for number in range(2)]
    try:
        yield running
    finally:
        for process in running:
            process.end()
