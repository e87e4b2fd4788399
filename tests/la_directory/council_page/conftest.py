"""A council without contacts, services and case studies, for each test to add what it is about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction

from la_directory.models import CouncilPage
from tests.factories import councils, pages


@pytest.fixture(scope="module")
def made_fife(django_db_setup, django_db_blocker) -> Iterator[int]:
    """Its primary key. What a test does is undone behind it, and the council behind the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield councils.council(councils.directory(pages.home_page(), slug="councils"), councils.FIFE).pk
        transaction.set_rollback(True)


@pytest.fixture
def fife(made_fife: int, db: None) -> CouncilPage:
    return CouncilPage.objects.get(pk=made_fife)
