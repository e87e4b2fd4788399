"""The pages of the demo site as the test client sees them, fetched once for each file of tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from wagtail.models import Page


@pytest.fixture(scope="session")
def reading(django_db_setup: None, django_db_blocker) -> Callable[[], AbstractContextManager[None]]:
    """A block in which the demo site can be read; what reading wrote, such as renditions, is undone."""

    @contextmanager
    def block() -> Iterator[None]:
        with django_db_blocker.unblock(), transaction.atomic():
            yield
            transaction.set_rollback(True)

    return block


@pytest.fixture(scope="module")
def page_paths(reading) -> list[str]:
    """The address of every page that anyone may read."""
    with reading():
        pages = Page.objects.live().public().filter(depth__gt=1).order_by("path").specific()
        return [urlsplit(page.url).path for page in pages if page.get_sitemap_urls()]
