"""Saying that an edition was sent by other means is no way round its approval."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from bulletin.approval.approve import CannotApprove, approve
from bulletin.models import EditionPage
from bulletin.send.queue import queue_edition
from bulletin.send.states import cancel
from cms.accounts.models import User
from tests.bulletin import office
from tests.bulletin.approval.editing import Editing

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(moderator: User) -> EditionPage:
    """From elsewhere since its first draft."""
    return office.edition(moderator, origin="elsewhere")


@pytest.fixture
def cancelled(moderator: User) -> EditionPage:
    """Written here, approved by another, and queued once."""
    edition = office.edition(moderator)
    approve(edition, office.moderator("davina"))
    cancel(queue_edition(edition, by=moderator), moderator)
    return now(edition)


def now(edition: EditionPage) -> EditionPage:
    return EditionPage.objects.get(pk=edition.pk)


def press_all(user: User, edition: EditionPage, **changes: str) -> None:
    """Every button of the admin that could publish it."""
    editing = Editing(user)
    editing.press("publish", now(edition), **changes)
    editing.press("publish", now(edition))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editing.client.post(f"{bulk}?id={edition.pk}")
    editing.client.post(f"{bulk}?id={edition.get_parent().pk}", {"include_descendants": "on"})


def test_one_that_was_always_from_elsewhere_is_published_like_any_page(
    kept: EditionPage, moderator: User
) -> None:
    Editing(moderator).press("publish", kept)
    assert now(kept).live


def test_its_origin_does_not_change_while_it_is_published(kept: EditionPage, moderator: User) -> None:
    response = Editing(moderator).press("publish", kept, origin="here")
    assert "Save the draft first" in response.content.decode()
    assert not now(kept).live


def test_saved_as_written_here_it_needs_its_approval(kept: EditionPage, moderator: User) -> None:
    Editing(moderator).press("save", kept, origin="here")
    assert now(kept).get_latest_revision_as_object().origin == "here"
    press_all(moderator, kept)
    assert not now(kept).live


def test_saved_once_as_written_here_it_can_still_be_kept_as_from_elsewhere(moderator: User) -> None:
    edition = office.edition(moderator)
    editing = Editing(moderator)
    editing.press("save", edition, origin="elsewhere")
    assert not now(edition).live
    editing.press("publish", now(edition))
    assert now(edition).live and not now(edition).is_sendable


def test_so_it_can_with_many_others(moderator: User) -> None:
    edition = office.edition(moderator)
    office.change(edition, moderator, origin="elsewhere")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    Editing(moderator).client.post(f"{bulk}?id={edition.pk}")
    assert now(edition).live


def test_once_it_was_queued_its_origin_stays(cancelled: EditionPage, moderator: User) -> None:
    response = Editing(moderator).press("save", cancelled, origin="elsewhere")
    assert "It was queued for sending, so this stays as it is." in response.content.decode()
    assert now(cancelled).get_latest_revision_as_object().is_sendable


def test_once_it_was_queued_it_needs_its_approval_whatever_it_says(
    cancelled: EditionPage, moderator: User
) -> None:
    office.change(cancelled, moderator, origin="elsewhere")
    press_all(moderator, cancelled)
    press_all(moderator, cancelled, origin="here")
    assert not now(cancelled).live
    state = office.submit(now(cancelled), moderator)
    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, moderator, "approve")
    with pytest.raises(CannotApprove):
        approve(now(cancelled), moderator)


@pytest.mark.parametrize("other", ["here", "elsewhere"])
def test_once_readers_have_seen_it_its_origin_stays(other: str, moderator: User) -> None:
    origin = {"here": "elsewhere", "elsewhere": "here"}[other]
    edition = office.edition(moderator, origin=origin, month=date(2031, 9, 1), slug="2031-09")
    edition.get_latest_revision().publish()
    for button in ("save", "publish"):
        response = Editing(moderator).press(button, now(edition), origin=other)
        assert "so this stays as it is" in response.content.decode()
    assert now(edition).get_latest_revision_as_object().origin == origin
