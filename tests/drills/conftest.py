"""What drills share: databases that are prepared once a run, and free ports."""

from __future__ import annotations

import itertools
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.drills.databases import Postgres, Sqlite
from tests.drills.harness import Drill, drill
from tests.search.engine.fixtures import filled_engine, new_engine

__all__ = ["begin", "databases", "filled_engine", "new_engine", "ports"]


def free_pair() -> int:
    """A port, or 0 where the one above it is taken."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        port = first.getsockname()[1]
        try:
            second.bind(("127.0.0.1", port + 1))
        except (OSError, OverflowError):
            return 0
    return port


@pytest.fixture(scope="session")
def databases(
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[Any]:
    """(kind, size) -> a prepared database to copy."""
    folder, known, to_drop = tmp_path_factory.mktemp("templates"), {}, []
    migrated = folder / "migrated.sqlite3"
    with django_db_blocker.unblock(), closing(sqlite3.connect(migrated)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)

    def prepared(kind: str, size: int) -> Sqlite | Postgres:
        if (kind, size) not in known:
            if kind == "sqlite":
                known[kind, size] = Sqlite(folder, size, migrated)
            else:
                made = Postgres(
                    folder, size, *map(request.getfixturevalue, ("postgres_url", "migrated_postgres"))
                )
                to_drop.append(made)
                known[kind, size] = made
        return known[kind, size]

    yield prepared
    for made in to_drop:
        made.drop()


@pytest.fixture(scope="session")
def ports() -> Iterator[int]:
    """Free ones; the next one up is free, too. Others may be running drills on this machine."""
    return filter(None, (free_pair() for _ in itertools.count()))


@pytest.fixture
def begin(databases: Any, ports: Iterator[int], tmp_path: Path) -> Iterator[Callable[..., Drill]]:
    """begin("sqlite", 500, connections=2, behaviour={…}) -> a drill; all ends with the test."""
    with ExitStack() as stack:

        def begun(kind: str, size: int, **more: Any) -> Drill:
            return stack.enter_context(drill(databases(kind, size), tmp_path, next(ports), size, **more))

        yield begun
