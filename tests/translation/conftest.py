"""People who translate, and the pages they translate."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from cms.accounts.models import User
from la_directory.models import CouncilPage
from tests.factories import councils
from tests.factories.pages import home_page, standard
from tests.translation.gaelic import gaelic_home


def signed_in(group: str | Group) -> Client:
    group = Group.objects.get(name=group) if isinstance(group, str) else group
    user = User.objects.create_user(f"somebody in {group.name}", "somebody@gov.example")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def moderator(db: None) -> Client:
    return signed_in("SG moderators")


@pytest.fixture
def sg_editor(db: None) -> Client:
    return signed_in("SG editors")


@pytest.fixture
def outsider(db: None) -> Client:
    """In the admin, with the right to translate and none to change anything."""
    group = Group.objects.create(name="Translators")
    names = ["access_admin", "submit_translation"]
    group.permissions.add(*Permission.objects.filter(codename__in=names))
    return signed_in(group)


@pytest.fixture
def english(db: None) -> Page:
    """A page right below the home page, which is translated."""
    gaelic_home()
    return standard(home_page(), "Help with travel", body=[("text", "<p>One bus.</p><p>Two trains.</p>")])


@pytest.fixture
def council(db: None) -> CouncilPage:
    """Glasgow in a directory of its own, in English."""
    gaelic_home()
    return councils.council(councils.directory(home_page(), slug="councils"))


@pytest.fixture
def council_editor(council: CouncilPage) -> Client:
    return signed_in(council.team.group)


@pytest.fixture
def said() -> Callable[[HttpResponse], str]:
    """The messages that the next page will show, as plain text."""

    def read(response: HttpResponse) -> str:
        return " ".join(" ".join(str(message).split()) for message in get_messages(response.wsgi_request))

    return read
