"""20,000 odd requests to every public address: no fault. Small in tests/hostile.

Half of them are sent to a site on PostgreSQL, which refuses in a text or a number what SQLite takes.
Each site has a process and a database of its own: Django is made ready for one kind when it starts.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.drills.databases import PROJECT, environment

pytestmark = pytest.mark.drill

REQUESTS = int(os.environ.get("ODD_REQUESTS", "10000"))  # to each of the two


@contextmanager
def new_database(server_url: str) -> Iterator[str]:
    name = f"odd_{secrets.token_hex(4)}"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield f"{server_url.rpartition('/')[0]}/{name}"
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.service)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty one."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'site.sqlite3'}"
    else:
        with new_database(request.getfixturevalue("postgres_url")) as url:
            yield url


def test_ten_thousand_odd_requests_bring_about_no_fault(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ""
    for command in (
        ["manage.py", "migrate", "--verbosity", "0"],
        ["manage.py", "load_demo_site", "--verbosity", "0"],
        ["-m", "tests.hostile.at_length", str(REQUESTS)],
    ):
        done = subprocess.run(  # noqa: S603  our own commands
            [sys.executable, *command],
            cwd=PROJECT,
            env=environment(tmp_path, database),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}: {done.stderr[-6000:]}"
        told = done.stdout
    found = json.loads(told.splitlines()[-1])
    statuses = {int(status): number for status, number in found["statuses"].items()}
    with capsys.disabled():
        print(f"\n{database.split(':')[0]}: {sum(statuses.values())} requests, {found}")  # noqa: T201
    assert sum(statuses.values()) >= REQUESTS
    assert not [status for status in statuses if status >= 500]
