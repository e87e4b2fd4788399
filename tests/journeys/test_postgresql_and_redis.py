"""The site as it runs in production: PostgreSQL, Redis and more than one process."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.journeys.server import Server, running_server
from tests.prepared_site import copy_static_files

pytestmark = pytest.mark.service

# Another process has the row, in a way that lets it be changed but not be taken to look at it.
ONE_CODE_AT_ONCE = """
import django; django.setup()
import psycopg
from django.db import OperationalError, connection
from cms.accounts.second_factor.checking import check_code
from tests.accounts.people import code_of, somebody, with_app
factor, _codes = with_app(somebody())
with psycopg.connect(**connection.get_connection_params()) as other, connection.cursor() as cursor:
    other.execute("SELECT 1 FROM accounts_secondfactor WHERE id = %s FOR KEY SHARE", [factor.pk])
    cursor.execute("SET lock_timeout = '300ms'")
    try:
        print(check_code(factor, code_of()).name)
    except OperationalError as refused:
        print(type(refused.__cause__).__name__)
print(check_code(factor, code_of()).name, check_code(factor, code_of()).name)
"""


@pytest.fixture(scope="module")
def empty_database(postgres_url: str, migrated_postgres: str) -> Iterator[str]:
    """The address of a database made for this module."""
    name = f"site_{secrets.token_hex(4)}"
    template = migrated_postgres.rpartition("/")[2]
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (name, template)))
        )
        yield postgres_url.rsplit("/", 1)[0] + f"/{name}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, prepared_site: Path, empty_database: str, redis_url: str
) -> Iterator[Server]:
    """The demo site is loaded here; only its static files were collected before."""
    folder: Path = tmp_path_factory.mktemp("production")
    copy_static_files(prepared_site, folder)
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


def test_two_processes_never_take_the_same_code_of_the_second_factor(server: Server) -> None:
    assert server.python("-c", ONE_CODE_AT_ONCE).split() == ["LockNotAvailable", "RIGHT", "WRONG"]
