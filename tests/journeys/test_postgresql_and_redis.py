"""The site as it runs in production: PostgreSQL, Redis and more than one process."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.journeys.server import Server, running_server

pytestmark = pytest.mark.service


@pytest.fixture(scope="module")
def empty_database(postgres_url: str) -> Iterator[str]:
    """The address of a database made for this module."""
    name = f"site_{secrets.token_hex(4)}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield postgres_url.rsplit("/", 1)[0] + f"/{name}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, empty_database: str, redis_url: str) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("production")
    with running_server(folder, DATABASE_URL=empty_database, REDIS_URL=redis_url, WEB_WORKERS="2") as running:
        yield running


def test_the_demo_site_is_read_from_postgresql(server: Server) -> None:
    paths = [path for paths in server.pages_by_type().values() for path in paths]
    assert len(paths) > 20
    for path in (*paths, "/search/?q=work", "/sitemap.xml", "/readyz"):
        assert server.fetch(path), path
    assert not list(server.folder.glob("*.sqlite3"))


def test_loading_the_demo_site_again_adds_nothing(server: Server) -> None:
    before = server.pages_by_type()
    server.python("manage.py", "load_demo_site")
    assert server.pages_by_type() == before
