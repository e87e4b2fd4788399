"""What every test may rely on.

The test database is a copy of the demo site; each test is rolled back. A test that commits
(`transaction=True`) would empty the tables for those after it, so tests of committing processes run against a
server with data of its own: `site_server` in tests/journeys.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import reload
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.transaction import atomic, set_rollback
from django.urls import clear_url_caches, set_urlconf
from django.utils import translation

from tests.log_guard import everything_logged_is_looked_at, nothing_personal_is_logged  # noqa: F401  fixtures
from tests.prepared_site import DATABASE, prepared
from tests.prepared_site import migrated_postgres as migrated_postgres_of_run

PROJECT = Path(__file__).resolve().parents[1]

# The browser's driver leaves an event loop running, and Django would then refuse every query in later tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def prepared_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo site as it is loaded into an empty database, made once a run."""
    return prepared(folder_of_run(tmp_path_factory))


def folder_of_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one that the processes of a run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def django_db_setup(prepared_site: Path, django_test_environment: None, django_db_blocker) -> None:
    """The tests of this process have a copy of it, with the database in memory."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where there is none
    shutil.copytree(prepared_site / "media", settings.MEDIA_ROOT)
    connection.settings_dict["NAME"] = "file:demo-site?mode=memory&cache=shared"
    with django_db_blocker.unblock(), closing(sqlite3.connect(prepared_site / DATABASE)) as loaded:
        connection.ensure_connection()
        loaded.backup(connection.connection)
        MigrationLoader(None)  # they name timezone.now, and are read before a test puts another clock there


@pytest.fixture(scope="module")
def written_once(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """For fixtures of a module that write rows: they are rolled back after its last test.

    What a test changes of them is rolled back after the test, but in the database alone: a fixture of the
    test reads the objects anew.
    """
    transaction = atomic()
    transaction._from_testcase = True  # as Django marks its own, so that a durable block may stand inside
    with django_db_blocker.unblock(), transaction:
        yield
        set_rollback(True)


@pytest.fixture
def demo_site(db: None) -> None:
    """The demo site as it is loaded into an empty database."""


@pytest.fixture
def images_served(settings) -> Iterator[None]:
    """The addresses as they are on one machine without a web server in front."""
    import cms.urls

    def read_again(served: bool) -> None:
        settings.SERVE_MEDIA = served
        reload(cms.urls)
        clear_url_caches()

    read_again(True)
    yield
    read_again(False)
    set_urlconf(None)


@pytest.fixture(autouse=True)
def nothing_kept_from_the_last_test() -> Iterator[None]:
    """Rolling back is no change of content to the site, so what it keeps in the process is forgotten here."""
    from cms.page_cache import generation

    generation.forget()
    for cache in caches.all(initialized_only=True):
        cache.clear()
    yield
    generation.forget()


@pytest.fixture(autouse=True)
def english_after_the_last_test() -> Iterator[None]:
    """A request for a page in Gaelic leaves its language active; the next request would choose its own."""
    yield
    translation.deactivate()


def service_address(name: str) -> str:
    """The address of a service that `make services` has started, as it wrote it down."""
    written = PROJECT / "var/services/environment"
    lines = written.read_text().splitlines() if written.exists() else []
    addresses = dict(line.split("=", 1) for line in lines)
    if name not in addresses:
        pytest.fail(f"{name} is not known: start the services with 'make services'.", pytrace=False)
    return addresses[name]


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """A running PostgreSQL in which a test may make databases of its own."""
    return service_address("POSTGRES_URL")


@pytest.fixture(scope="session")
def migrated_postgres(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database with all tables, to be the template of others, made once a run."""
    return migrated_postgres_of_run(folder_of_run(tmp_path_factory), postgres_url)


@pytest.fixture(scope="session")
def redis_url() -> str:
    """A running Redis that holds nothing to keep."""
    return service_address("REDIS_URL")


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """A running Elasticsearch in which a test may make indexes of its own."""
    return service_address("ELASTICSEARCH_URL")
