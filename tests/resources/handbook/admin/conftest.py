"""People of the two groups, and a handbook of our own that stands apart from the demo site's."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from resources.models import HandbookPage, ProductPage
from tests.factories import handbook_pages as make
from tests.factories.pages import home_page


def client_of(django_user_model, group: str) -> Client:
    user = django_user_model.objects.create_user(group.lower().replace(" ", "-"), f"{group[:5]}@team.example")
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def editor(demo_site, django_user_model) -> Client:
    return client_of(django_user_model, "SG editors")


@pytest.fixture
def moderator(demo_site, django_user_model) -> Client:
    return client_of(django_user_model, "SG moderators")


def handbook_of_our_own() -> HandbookPage:
    """The only one: the demo site's makes way."""
    ProductPage.objects.all().delete()
    return make.handbook_page(home_page(), "A handbook of our own")


@pytest.fixture
def handbook(demo_site) -> HandbookPage:
    return handbook_of_our_own()
