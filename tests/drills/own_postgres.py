"""A PostgreSQL server of a drill's own, which may be torn down in the middle."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class OwnPostgres:
    """Commits are durable in it, as in production."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.password = secrets.token_hex(16)
        self.programs = _programs()

    @property
    def url(self) -> str:
        return f"postgres://site:{self.password}@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        secret = self.folder / "password"
        secret.write_text(self.password)
        self._hand_over()
        self._run(
            *("initdb", "--pgdata", str(self.folder / "data"), "--username", "site"),
            *(
                "--auth",
                "scram-sha-256",
                "--pwfile",
                str(secret),
                "--encoding",
                "UTF8",
                "--locale",
                "C.UTF-8",
            ),
        )

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k '' -c fsync=on"
        self._control("start", "--log", str(self.folder / "log"), "--options", options)

    def crash(self) -> None:
        """Ends at once; what was committed is there again after a start."""
        self._control("stop", "--mode", "immediate")

    def _control(self, deed: str, *more: str) -> None:
        self._run("pg_ctl", "--pgdata", str(self.folder / "data"), "--silent", "--wait", *more, deed)

    def _run(self, program: str, *words: str) -> None:
        command = [str(self.programs / program), *words]
        if os.geteuid() == 0:  # it refuses to run as root
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)  # noqa: S603  our own command

    def _hand_over(self) -> None:
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.iterdir()):
                shutil.chown(path, "postgres")


@contextmanager
def own_postgres(port: int) -> Iterator[OwnPostgres]:
    """Its folder is one that the user postgres may enter."""
    with tempfile.TemporaryDirectory(prefix="drill-postgres-") as folder:
        server = OwnPostgres(Path(folder), port)
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.crash()


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = found[-1] if found else shutil.which("initdb")
    if not initdb:
        pytest.fail("The server of PostgreSQL is missing: 'make services' installs it.", pytrace=False)
    return Path(initdb).parent
