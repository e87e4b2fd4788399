"""Glasgow with a contact and a service, one of its people and a moderator, made once a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from la_directory.models import ContactPage, CouncilPage, LocalServicePage
from tests.factories import councils
from tests.factories.pages import home_page
from tests.la_directory import editor


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker) -> Iterator[dict[str, int]]:
    """Primary keys by name. What a test does is undone behind it, and all of this behind the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        council = councils.council(councils.directory(home_page(), slug="councils"))
        yield {
            "council": council.pk,
            "contact": councils.contact(council).pk,
            "service": councils.service(council).pk,
            "morag": editor.council_person(council).pk,
            "moderator": editor.government_person().pk,
        }
        transaction.set_rollback(True)


@pytest.fixture
def glasgow(made_once, db) -> CouncilPage:
    return CouncilPage.objects.get(pk=made_once["council"])


@pytest.fixture
def contact(made_once, db) -> ContactPage:
    return ContactPage.objects.get(pk=made_once["contact"])


@pytest.fixture
def service(made_once, db) -> LocalServicePage:
    return LocalServicePage.objects.get(pk=made_once["service"])


@pytest.fixture
def morag(made_once, db) -> editor.Editor:
    """She keeps Glasgow's pages."""
    return editor.Editor(get_user_model().objects.get(pk=made_once["morag"]))


@pytest.fixture
def moderator(made_once, db) -> editor.Editor:
    return editor.Editor(get_user_model().objects.get(pk=made_once["moderator"]))
