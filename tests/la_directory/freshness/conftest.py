"""A council with two contacts and a service, its people, and a clock that can be set."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from la_directory.models import ContactPage, CouncilPage, CouncilTeam, LocalServicePage
from tests.factories import councils
from tests.factories.pages import home_page

NOON = datetime(2026, 10, 1, 12, 0)


@dataclass
class Council:
    page: CouncilPage
    team: CouncilTeam
    contact: ContactPage
    other: ContactPage
    service: LocalServicePage

    @property
    def records(self) -> list[Any]:
        return [self.contact, self.other, self.service]

    def person(self, name: str = "editor", **fields: Any) -> Any:
        people = get_user_model().objects
        user = people.create_user(name, fields.pop("email", f"{name}@council.example"), None, **fields)
        user.groups.add(self.team.group)
        return user


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., datetime]]:
    """Sets the time; it goes on by a microsecond each time it is read. Starts at noon on 1 October 2026."""
    ticks, held = count(), {"now": timezone.make_aware(NOON)}
    monkeypatch.setattr(timezone, "now", lambda: held["now"] + timedelta(microseconds=next(ticks)))
    monkeypatch.setattr(time, "time", lambda: held["now"].timestamp())

    def move(days: float = 0, **delta: float) -> datetime:
        held["now"] = timezone.make_aware(NOON + timedelta(days=days, **delta))
        return held["now"]

    yield move


@pytest.fixture(scope="package")
def tree(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[Page]]:
    """The pages of a council, made once for all tests of this folder; what a test changes is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        page = councils.council(councils.directory(home_page()))
        employers = councils.contact(page, "Employer team", telephone="0141 496 0200")
        yield [page, councils.contact(page), employers, councils.service(page)]
        transaction.set_rollback(True)


@pytest.fixture
def glasgow(tree: list[Page], db: None) -> Council:
    """Nobody has checked it, and nobody is in its team."""
    page, *records = [type(page).objects.get(pk=page.pk) for page in tree]
    return Council(page, page.team, *records)


@pytest.fixture
def government(db: None) -> Any:
    """The only one of SG who looks after the directory."""
    get_user_model().objects.filter(email__endswith="@employability.example").update(is_active=False)
    person = get_user_model().objects.create_user("sg", "sg@government.example", None)
    rights = Permission.objects.filter(codename__in=["manage_teams", "access_admin"])
    person.user_permissions.add(*rights)
    return person
