"""The settings name an approver and a deputy, both of whom could approve."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from bulletin.models import BulletinSettings
from cms.accounts.models import User
from tests.bulletin import office

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(demo_site: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("chief", "chief@gov.example", "x"))
    return client


def save(client: Client, **people: User) -> str:
    """What the form says; "" once it is saved."""
    site = Site.objects.get(is_default_site=True)
    url = reverse("wagtailsettings:edit", args=["bulletin", "bulletinsettings", site.pk])
    kept = {"sender_name": "Employability", "needs_second_person": "on"}
    response = client.post(url, kept | {name: person.pk for name, person in people.items()})
    return "" if response.status_code == 302 else str(response.context["form"].errors)


def test_approver_and_deputy_are_two_moderators(chief: Client) -> None:
    first, second = office.moderator(), office.moderator("davina")
    assert save(chief, approver=first, deputy=second) == ""
    chosen = BulletinSettings.for_site(Site.objects.get(is_default_site=True))
    assert (chosen.approver, chosen.deputy) == (first, second)
    assert "somebody else than the approver" in save(chief, approver=first, deputy=first)
    assert "Choose an approver" in save(chief, deputy=second)


def test_whoever_could_not_approve_is_not_named(chief: Client) -> None:
    assert "Select a valid choice" in save(chief, approver=office.editor())
