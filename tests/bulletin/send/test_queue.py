"""Only what is complete and approved is queued, once; what is queued no longer changes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import PageLogEntry

from bulletin.approval.approve import approve
from bulletin.models import EditionPage, Sending, SendingGate
from bulletin.send import log_actions, states
from bulletin.send.queue import NotReady, queue_edition
from tests.bulletin import office
from tests.bulletin.send import post_room

pytestmark = pytest.mark.django_db


@pytest.fixture
def boyd() -> AbstractUser:
    return office.moderator()


@pytest.fixture
def edition(boyd: AbstractUser) -> EditionPage:
    """Written by one, approved by another."""
    page = office.edition(office.editor())
    approve(page, boyd)
    return page


def test_what_is_queued_is_frozen(edition: EditionPage, boyd: AbstractUser) -> None:
    post_room.subscribers(1)
    sending = queue_edition(edition, by=boyd)
    assert (sending.subject, sending.approved_by) == ("New guidance and a new fund", "Boyd")
    assert sending.state == Sending.State.QUEUED
    frozen = bytes(sending.message)
    office.change(edition, None, subject="Another subject")
    relay = post_room.work()
    assert len(relay.accepted) == 1
    sending.refresh_from_db()
    assert bytes(sending.message) == frozen
    entries = PageLogEntry.objects.filter(page=edition, action__startswith="bulletin.")
    actions = set(entries.values_list("action", flat=True))
    assert {log_actions.QUEUED, log_actions.STARTED, log_actions.SENT} <= actions


def test_pressed_twice_it_is_queued_once(edition: EditionPage, boyd: AbstractUser) -> None:
    queue_edition(edition, by=boyd)
    with pytest.raises(NotReady, match="already"):
        queue_edition(EditionPage.objects.get(pk=edition.pk), by=boyd)
    assert edition.sendings.count() == 1


def test_the_database_itself_allows_one_open_sending(edition: EditionPage) -> None:
    post_room.queued(edition)
    with pytest.raises(IntegrityError), transaction.atomic():
        post_room.queued(edition)


def test_not_approved_is_not_queued() -> None:
    with pytest.raises(NotReady, match="not approved"):
        queue_edition(office.edition(office.editor()), by=None)


def test_changed_after_its_approval_is_not_queued(edition: EditionPage, boyd: AbstractUser) -> None:
    office.change(edition, None, subject="Another subject")
    with pytest.raises(NotReady, match="not approved"):
        queue_edition(edition, by=boyd)


def test_incomplete_is_not_queued_and_every_reason_is_named() -> None:
    with pytest.raises(NotReady) as refusal:
        queue_edition(office.edition(office.editor(), subject="", sections=[]), by=None)
    assert len(refusal.value.reasons) >= 2


def test_sent_elsewhere_is_not_queued() -> None:
    page = office.edition(office.editor(), origin=EditionPage.Origin.ELSEWHERE)
    with pytest.raises(NotReady, match="other means"):
        queue_edition(page, by=None)


def test_sent_once_is_not_queued_again_but_cancelled_is(edition: EditionPage, boyd: AbstractUser) -> None:
    post_room.subscribers(1)
    states.cancel(queue_edition(edition, by=boyd), boyd)
    queue_edition(edition, by=boyd)
    post_room.work()
    with pytest.raises(NotReady, match="sent already"):
        queue_edition(EditionPage.objects.get(pk=edition.pk), by=boyd)


def test_a_later_time_is_kept_and_a_past_one_is_now(edition: EditionPage, boyd: AbstractUser) -> None:
    later = timezone.now() + timedelta(days=2)
    first = queue_edition(edition, by=boyd, send_at=later)
    assert first.send_at == later
    states.cancel(first, boyd)
    second = queue_edition(edition, by=boyd, send_at=timezone.now() - timedelta(days=2))
    assert timezone.now() - second.send_at < timedelta(minutes=1)


def test_a_monthly_edition_has_no_other_audience(edition: EditionPage, boyd: AbstractUser) -> None:
    with pytest.raises(NotReady, match="special"):
        queue_edition(edition, by=boyd, same_audience_as=post_room.queued(office.edition(slug="2031-11")))


def test_queueing_makes_the_database_the_one_that_sends(edition: EditionPage, boyd: AbstractUser) -> None:
    SendingGate.objects.all().delete()
    queue_edition(edition, by=boyd)
    assert SendingGate.objects.get().identity


def test_what_will_have_passed_when_it_is_sent_is_named(boyd: AbstractUser) -> None:
    now = timezone.now()
    day = timezone.localdate(now + timedelta(days=2))
    event = {"type": "event", "value": {"title": "Open day", "day": f"{day}"}}
    page = office.edition(office.editor(), sections=office.sections(event))
    approve(page, boyd)
    with pytest.raises(NotReady, match="Open day"):
        queue_edition(page, by=boyd, send_at=now + timedelta(days=3))
    queue_edition(page, by=boyd, send_at=now + timedelta(days=2))
