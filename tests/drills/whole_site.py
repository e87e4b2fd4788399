"""A whole site on a machine of its own: its commands, its web server, and what it holds."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import psycopg

from tests.drills.databases import PROJECT

SECRETS = {"SECRET_KEY": "the-same-on-both-machines-" * 3, "HASH_KEY": "also-the-same-on-both-machines-" * 3}
START_WITHIN = 60.0  # seconds


@dataclass(frozen=True)
class Site:
    """The data folder of one machine; `database_url` "" is SQLite, `surroundings` are further variables."""

    folder: Path
    port: int
    database_url: str = ""
    surroundings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        outside = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        return {
            **outside,
            **SECRETS,
            "DJANGO_SETTINGS_MODULE": "cms.settings.local",
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database_url,
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "WEB_WORKERS": "1",
            **self.surroundings,
        }

    def run(self, *words: str) -> str:
        """What one process of the site says; it has to end well."""
        done = subprocess.run(  # noqa: S603  our own commands
            [sys.executable, *words],
            cwd=PROJECT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not done.returncode, f"{words}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout

    def manage(self, *words: str) -> str:
        return self.run("manage.py", *words)

    # -- readers ---------------------------------------------------------------------------------

    @contextmanager
    def served(self) -> Iterator[None]:
        """By the web server alone: no worker and no clock changes anything meanwhile."""
        command = [sys.executable, "manage.py", "serve", "--only-web", "--port", str(self.port)]
        with (self.folder / "web.log").open("w") as log:
            server = subprocess.Popen(command, cwd=PROJECT, env=self.environment, stdout=log, stderr=log)  # noqa: S603
        try:
            self._wait_for(server)
            yield
        finally:
            server.terminate()
            server.wait(timeout=30)

    def _wait_for(self, server: subprocess.Popen[bytes]) -> None:
        ends = time.monotonic() + START_WITHIN
        while server.poll() is None and time.monotonic() < ends:
            try:
                self.fetch("/healthz")
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError((self.folder / "web.log").read_text()[-3000:])

    def fetch(self, path: str) -> bytes:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as response:
            return response.read()

    def pages(self, number: int) -> dict[str, bytes]:
        """So many pages that readers can open, and the first picture and document that they show."""
        addresses = re.findall(r"<loc>http://[^/]+(/[^<]*)</loc>", self.fetch("/sitemap.xml").decode())
        spread = addresses[:: len(addresses) // number][:number]
        found = {address: self.fetch(address) for address in spread}
        for pattern in (rb'src="(/media/images/[^"]+)"', rb'href="(/documents/[^"]+)"'):
            for shown in re.findall(pattern, b"".join(found.values()))[:1]:
                found[shown.decode()] = self.fetch(shown.decode())
        return found

    # -- what it holds ---------------------------------------------------------------------------

    def tables(self) -> dict[str, tuple[int, str]]:
        """Rows of each table as a number and a hash of all they hold, read without the code under test."""
        return {table: _mark(rows) for table, rows in self._rows()}

    def _rows(self) -> Iterator[tuple[str, list[tuple]]]:
        if self.database_url:
            with psycopg.connect(self.database_url) as database:
                found = database.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                for (table,) in found.fetchall():
                    yield table, database.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608  our tables
            return
        with closing(sqlite3.connect(self.folder / "site.sqlite3")) as database:
            found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in found.fetchall():
                if table == "sqlite_sequence":  # the next keys, of which the gate's row has taken one
                    continue
                yield table, database.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608  our tables

    def uploads(self) -> dict[str, bytes]:
        """Those of the folder."""
        media = self.folder / "media"
        return {
            path.relative_to(media).as_posix(): path.read_bytes()
            for path in media.rglob("*")
            if path.is_file()
        }

    def mail(self) -> int:
        """How many mails have left the site, which has no relay."""
        return len(list((self.folder / "mail").glob("**/*.eml")))


def _mark(rows: list[tuple]) -> tuple[int, str]:
    digest = hashlib.sha256("\n".join(sorted(map(repr, rows))).encode())
    return len(rows), digest.hexdigest()
