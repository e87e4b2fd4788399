"""Highland in both languages, with one contact and one service translated and one of each not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.utils.translation import activate, gettext, override

from cms.vocabulary.models import ServiceKind
from la_directory.models import ContactPage, CouncilPage, DirectoryPage, LocalServicePage
from tests.factories import councils
from tests.factories.gaelic import in_gaelic
from tests.factories.pages import home_page


@pytest.fixture(scope="module")
def made_highland(django_db_setup: None, django_db_blocker) -> Iterator[dict[str, int]]:
    """Primary keys by name. What a test does is undone behind it, and all of this behind the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        directory = councils.directory(home_page(), slug="councils")
        highland = councils.council(directory, councils.HIGHLAND)
        councils.council(directory, councils.FIFE)
        telephone = {"telephone": "0131 496 0123", "address": "1 High Street"}
        contact = councils.contact(highland, "Work team", subject="Jobs", **telephone)
        kind = ServiceKind.objects.get(name="Self-employment")
        service = councils.service(highland, "First steps", kind=kind, cost="Free", area="Skye")
        made = {
            "contact": contact.pk,
            "other_contact": councils.contact(highland, "Employer desk", for_whom="employers").pk,
            "service": service.pk,
            "other_service": councils.service(highland, "A trade of your own", kind=kind).pk,
            "directory": directory.pk,
            "highland": highland.pk,
            "in_gaelic": 0,
        }
        in_gaelic(directory, title="Comhairlean")
        made["in_gaelic"] = in_gaelic(highland, title="A’ Ghàidhealtachd").pk
        in_gaelic(contact, title="Sgioba obrach", subject="Obraichean")
        in_gaelic(
            service, title="Ciad cheumannan", summary="Taic le plana.", cost="An-asgaidh", area="An t-Eilean"
        )
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def directory(made_highland: dict[str, int], db: None) -> DirectoryPage:
    return DirectoryPage.objects.get(pk=made_highland["directory"])


@pytest.fixture
def highland(made_highland: dict[str, int], db: None) -> CouncilPage:
    return CouncilPage.objects.get(pk=made_highland["highland"])


@pytest.fixture
def gaelic_highland(made_highland: dict[str, int], db: None) -> CouncilPage:
    return CouncilPage.objects.get(pk=made_highland["in_gaelic"])


@pytest.fixture
def contact(made_highland: dict[str, int], db: None) -> ContactPage:
    return ContactPage.objects.get(pk=made_highland["contact"])


@pytest.fixture
def service(made_highland: dict[str, int], db: None) -> LocalServicePage:
    return LocalServicePage.objects.get(pk=made_highland["service"])


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """What is asked for in Gaelic leaves that language active behind it."""
    yield
    activate(settings.LANGUAGE_CODE)


@pytest.fixture
def mark() -> str:
    """Behind a link to a page in English."""
    with override("gd"):
        return f"({gettext('in English')})"
