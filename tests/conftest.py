"""What every test may rely on.

The test database holds the demo site, loaded once after the migrations; each test is rolled back. A test that
commits (`transaction=True`) would empty the tables for those after it, so tests of committing processes run
against a server with data of its own: `site_server` in tests/journeys.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib import reload
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db.models.signals import post_save
from django.urls import clear_url_caches, set_urlconf
from django.utils import translation

from tests.log_guard import everything_logged_is_looked_at, nothing_personal_is_logged  # noqa: F401  fixtures

PROJECT = Path(__file__).resolve().parents[1]

# The browser's driver leaves an event loop running, and Django would then refuse every query in later tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> None:
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where there is none
    from cms.media.models import SiteImage
    from cms.media.uploaded import make_its_sizes_soon

    # A test that looks at a picture makes the sizes it needs; all of them would cost every run many seconds.
    post_save.disconnect(make_its_sizes_soon, sender=SiteImage)
    with django_db_blocker.unblock():
        call_command("load_demo_site", verbosity=0)
    post_save.connect(make_its_sizes_soon, sender=SiteImage)


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


def pytest_unconfigure() -> None:
    """The folder that the test settings make for uploads and stamps goes with the run."""
    if settings.configured and settings.VAR_DIR != PROJECT / "var":
        shutil.rmtree(settings.VAR_DIR, ignore_errors=True)


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
def redis_url() -> str:
    """A running Redis that holds nothing to keep."""
    return service_address("REDIS_URL")


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """A running Elasticsearch in which a test may make indexes of its own."""
    return service_address("ELASTICSEARCH_URL")
