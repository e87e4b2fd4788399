"""People with different rights, an approved edition, subscribers, and what became of a sending."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from bulletin.approval.approve import approve
from bulletin.models import EditionPage, Sending, Subscriber
from bulletin.send.audience import start
from bulletin.send.queue import queue_edition
from cms.accounts.models import User
from cms.mail.addresses import key_of
from la_directory.models import CouncilPage
from tests.bulletin import office
from tests.factories import councils
from tests.la_directory.editor import council_person

ROLES = ("anonymous", "council", "guest", "editor", "moderator", "chief")
SignedIn = Callable[[str], Client]


@pytest.fixture
def people(demo_site: None) -> dict[str, User]:
    return {
        "council": council_person(CouncilPage.objects.get(gss_code=councils.GLASGOW)),
        "guest": guest(),
        "editor": office.editor(),
        "moderator": office.moderator(),
        "chief": User.objects.create_superuser("chief", "chief@gov.example", "x"),
    }


def guest() -> User:
    """Somebody who works in the admin on other things than pages."""
    user = office.person("guest")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


@pytest.fixture
def signed_in(people: dict[str, User]) -> SignedIn:
    """`signed_in("moderator")`: a browser in which that person has signed in."""

    def sign_in(role: str) -> Client:
        client = Client()
        if role in people:
            client.force_login(people[role])
        return client

    return sign_in


@pytest.fixture
def edition(people: dict[str, User]) -> EditionPage:
    return office.edition(people["editor"])


@pytest.fixture
def approved(edition: EditionPage, people: dict[str, User]) -> EditionPage:
    approve(edition, people["moderator"])
    return edition


@pytest.fixture
def subscribers(demo_site: None) -> list[Subscriber]:
    """Four who want everything; those of the demo site are left out of it."""
    Subscriber.objects.all().update(state=Subscriber.State.LEFT)
    names = ("isla", "jock", "kirsty", "lewis")
    return [subscriber(name) for name in names]


def subscriber(name: str) -> Subscriber:
    email = f"{name}@subscribers.example"
    return Subscriber.objects.create(
        email=email, address_key=key_of(email), state=Subscriber.State.ACTIVE, source="A test"
    )


@pytest.fixture
def queued(approved: EditionPage, subscribers: list[Subscriber], people: dict[str, User]) -> Sending:
    return queue_edition(approved, by=people["moderator"])


@pytest.fixture
def started(queued: Sending) -> Sending:
    """Its audience is made, and nobody has it yet."""
    assert start(queued.pk)
    queued.refresh_from_db()
    return queued
