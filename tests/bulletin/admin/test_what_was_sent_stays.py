"""Whoever deletes pages does not delete the record of who was sent what."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bulletin.models import EditionPage, Sending
from bulletin.send import states
from cms.accounts.models import User
from tests.bulletin.admin.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_an_edition_with_a_sending_is_not_deleted(
    queued: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    states.cancel(queued, people["moderator"])
    chief, edition = signed_in("chief"), queued.edition
    for page in (edition, edition.get_parent()):
        chief.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    chief.post(f"{bulk}?id={edition.pk}")
    assert EditionPage.objects.filter(pk=edition.pk).exists()


def test_a_draft_is_deleted_like_any_page(edition: EditionPage, signed_in: SignedIn) -> None:
    signed_in("chief").post(reverse("wagtailadmin_pages:delete", args=[edition.pk]))
    assert not EditionPage.objects.filter(pk=edition.pk).exists()
