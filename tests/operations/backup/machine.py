"""Machines on which a site stands, as folders."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cms.operations.backup.making import make_backup
from tests.drills.default_database import as_default

PROJECT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Machine:
    """The data folder of one machine, with SQLite unless `database_url` says otherwise."""

    folder: Path
    database_url: str = ""

    @property
    def database(self) -> Path:
        return self.folder / "site.sqlite3"

    @property
    def url(self) -> str:
        return self.database_url or f"sqlite:///{self.database}"

    @property
    def settings(self) -> dict[str, Path]:
        folder = self.folder
        return {"VAR_DIR": folder, "MEDIA_ROOT": folder / "media", "BACKUP_FOLDER": folder / "backups"}

    def rows(self) -> dict[str, int]:
        """Numbers of rows by table, counted without the code under test."""
        with closing(sqlite3.connect(self.database)) as database:
            tables = [
                name
                for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                if not name.startswith("sqlite_")
            ]
            return {
                name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  our tables
                for name in tables
            }

    def ask(self, statement: str) -> list[tuple]:
        with closing(sqlite3.connect(self.database)) as database, database:
            return database.execute(statement).fetchall()

    def uploads(self) -> dict[str, tuple[bytes, int]]:
        """Bytes and time of each upload."""
        media = self.folder / "media"
        return {
            path.relative_to(media).as_posix(): (path.read_bytes(), int(path.stat().st_mtime))
            for path in sorted(media.rglob("*"))
            if path.is_file()
        }

    def everything(self) -> dict[str, bytes]:
        """Each file of the machine but what SQLite keeps beside its own."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.endswith(("-wal", "-shm", ".lock"))
        }

    def backup(self) -> Path:
        """The archive, in the folder of backups."""
        made = make_backup()
        return Path(made.place, made.name)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """A process of the site on this machine."""
        return subprocess.Popen(  # noqa: S603  our own commands
            [sys.executable, *arguments],
            cwd=PROJECT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "cms.settings.local",
                "DATA_DIR": str(self.folder),
                "DATABASE_URL": self.url,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


@contextmanager
def standing_on(machine: Machine, settings) -> Iterator[Machine]:
    """This process is one of that machine's."""
    for name, value in machine.settings.items():
        setattr(settings, name, value)
    with as_default(machine.url):
        yield machine
