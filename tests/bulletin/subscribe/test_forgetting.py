"""What the clock deletes, to the day."""

from __future__ import annotations

import pytest

from bulletin.clock_jobs import JOBS
from bulletin.models import ConsentEvent, Delivery, ProviderEvent, Suppression
from bulletin.subscribe.leave import leave
from cms.mail.addresses import key_of
from cms.operations.jobs import gather
from tests.bulletin.subscribe.reader import Reader
from tests.bulletin.subscribe.sendings import delivered, sending

pytestmark = pytest.mark.django_db


def run_all() -> None:
    for _schedule, job in JOBS.values():
        job()


def test_the_clock_knows_the_jobs() -> None:
    assert set(JOBS) <= set(gather())


def test_who_does_not_confirm_is_forgotten_after_thirty_days(ann: Reader, later) -> None:
    ann.signs_up()
    ann.mails()
    later(days=30, minutes=-5)
    run_all()
    assert ann.has_a_row()
    later(days=30, minutes=5)
    run_all()
    assert not ann.has_a_row()
    assert ConsentEvent.objects.get(address_key=key_of(ann.address)).subscriber is None


def test_who_left_is_forgotten_after_thirty_days_and_the_suppression_stays(ann: Reader, later) -> None:
    ann.is_subscribed_now()
    leave(ann.row(), source="test")
    later(days=30, minutes=-5)
    run_all()
    assert ann.has_a_row()
    later(days=30, minutes=5)
    run_all()
    assert not ann.has_a_row()
    assert Suppression.objects.filter(address_key=key_of(ann.address)).exists()


def test_with_whoever_left_goes_the_address_of_their_mail(ann: Reader, later) -> None:
    mailed = delivered(sending("2031-01"), ann.is_subscribed_now())
    leave(ann.row(), source="test")
    later(days=30, minutes=5)
    ann.asks_for_preferences()
    assert "All we keep of it is a code" not in ann.mails()[-1].body
    run_all()
    mailed.refresh_from_db()
    assert (mailed.address, mailed.subscriber) == ("", None)
    ann.asks_for_preferences()
    assert "All we keep of it is a code" in ann.mails()[-1].body


def test_who_is_subscribed_stays(ann: Reader, later) -> None:
    ann.is_subscribed_now()
    later(days=4_000)
    run_all()
    assert ann.has_a_row()


def test_links_are_forgotten_a_week_after_their_end(ann: Reader, later) -> None:
    ann.is_subscribed_now()
    ann.asks_for_preferences()
    ann.mails()
    assert ann.row().links.count() == 2
    later(days=8)  # the first was used
    run_all()
    assert ann.row().links.count() == 1
    later(days=15)
    run_all()
    assert ann.row().links.count() == 0


def test_addresses_of_deliveries_go_after_ninety_days_but_not_of_what_still_waits(ann: Reader, later) -> None:
    ann.is_subscribed_now()
    person = ann.row()
    sent = delivered(sending("2031-01"), person, reply_text=f"250 queued for {person.email}")
    waiting = delivered(sending("2031-02"), person, state=Delivery.State.PENDING, sent_at=None)
    later(days=89)
    run_all()
    assert Delivery.objects.get(pk=sent.pk).address == person.email
    later(days=91)
    run_all()
    assert person.email not in str(Delivery.objects.values().get(pk=sent.pk))
    assert Delivery.objects.get(pk=sent.pk).address_key == person.address_key
    assert Delivery.objects.get(pk=waiting.pk).address == person.email


def test_events_of_the_provider_are_forgotten_after_ninety_days(demo_site, later) -> None:
    ProviderEvent.objects.create(event_key="a" * 64)
    later(days=89)
    run_all()
    assert ProviderEvent.objects.exists()
    later(days=91)
    run_all()
    assert not ProviderEvent.objects.exists()
