"""An edition goes to everybody who wants it, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from bulletin.models import EditionPage, Sending, Subscriber, Suppression
from bulletin.send import states
from bulletin.send.audience import start
from tests.bulletin import office
from tests.bulletin.send import post_room
from tests.bulletin.send.fake_relay import FakeRelay

pytestmark = pytest.mark.django_db

SENT, CANCELLED = Sending.State.SENT, Sending.State.CANCELLED


def test_everybody_gets_it_once_and_the_sending_ends() -> None:
    post_room.subscribers(100)
    sending = post_room.queued()
    relay = post_room.work()
    assert sorted(relay.accepted) == sorted(post_room.address(number) for number in range(100))
    assert post_room.state_of(sending) == SENT
    assert sending.counts().sent == sending.audience == 100
    assert post_room.work().accepted == []


def test_each_has_a_message_id_of_their_own() -> None:
    post_room.subscribers(3)
    post_room.queued()
    relay = post_room.work()
    assert len({ids[0] for ids in relay.message_ids.values()}) == 3


def test_those_who_left_did_not_confirm_or_want_other_editions_are_no_audience() -> None:
    post_room.subscribers(6)
    people = Subscriber.objects.order_by("pk")
    first = list(people.values_list("pk", flat=True))
    people.filter(pk=first[0]).update(state=Subscriber.State.LEFT)
    people.filter(pk=first[1]).update(state=Subscriber.State.WAITING)
    people.filter(pk=first[2]).update(wants_monthly=False)
    Suppression.objects.create(address_key=people[3].address_key, reason=Suppression.Reason.COMPLAINED)
    sending = post_room.queued()
    assert sorted(post_room.work().accepted) == [post_room.address(4), post_room.address(5)]
    assert post_room.state_of(sending) == SENT
    assert sending.audience == 2


def test_two_workers_make_one_audience() -> None:
    post_room.subscribers(5)
    sending = post_room.queued()
    assert start(sending.pk)
    assert not start(sending.pk)
    assert sending.deliveries.count() == 5


def test_the_page_of_the_edition_answers_when_the_mail_goes_out() -> None:
    post_room.subscribers(1)
    edition = office.edition()
    sending = post_room.queued(edition)
    office.change(edition, None, title="A later draft")
    assert not edition.live
    post_room.work()
    edition.refresh_from_db()
    assert edition.live
    assert edition.live_revision_id == sending.revision_id
    assert edition.title == "October 2031"


def test_a_web_page_newer_than_the_mail_is_left_alone() -> None:
    edition = office.edition()
    post_room.queued(edition)
    office.change(edition, None, title="Corrected")
    edition.get_latest_revision().publish()
    post_room.work()
    assert EditionPage.objects.get(pk=edition.pk).title == "Corrected"


def test_an_empty_audience_is_sent_at_once() -> None:
    post_room.subscribers(0)
    sending = post_room.queued()
    assert post_room.work().accepted == []
    assert post_room.state_of(sending) == SENT


def test_queued_again_after_a_cancel_it_goes_to_those_it_has_not_reached() -> None:
    post_room.subscribers(10)
    first = post_room.started()
    relay = FakeRelay()

    def cancel_after_four(address: str) -> None:
        if len(relay.accepted) == 4:
            states.cancel(first, None)

    relay.before_the_dot = cancel_after_four
    post_room.work(relay)
    assert post_room.state_of(first) == CANCELLED
    assert post_room.states(first) == {"sent": 4, "skipped": 6}
    second = post_room.queued()
    again = post_room.work()
    assert len(again.accepted) == 6
    assert not set(again.accepted) & set(relay.accepted)
    assert post_room.state_of(second) == SENT


def test_whoever_may_have_it_from_a_cancelled_sending_gets_no_second_copy() -> None:
    post_room.subscribers(4)
    first = post_room.started()
    for number, state in enumerate(("in_flight", "uncertain", "sent")):
        first.deliveries.filter(address=post_room.address(number)).update(state=state)
    first.deliveries.filter(state="in_flight").update(leased_until=timezone.now())
    states.cancel(first, None)
    post_room.queued()
    assert post_room.work().accepted == [post_room.address(3)]


def test_a_row_that_waits_for_its_second_copy_is_uncertain_after_a_cancel() -> None:
    post_room.subscribers(2)
    sending = post_room.started()
    sending.deliveries.filter(address=post_room.address(0)).update(was_uncertain=True)
    states.cancel(sending, None)
    assert post_room.states(sending) == {"uncertain": 1, "skipped": 1}


def test_a_correction_goes_to_those_who_got_what_it_corrects_and_to_nobody_else() -> None:
    post_room.subscribers(3, wants_specials=False)
    first = post_room.queued()
    post_room.work()
    first.deliveries.filter(address=post_room.address(0)).update(state="failed")
    special = office.edition(slug="2031-10-correction", title="Correction", edition_kind="special")
    post_room.queued(special, same_audience_as=first)
    assert sorted(post_room.work().accepted) == [post_room.address(1), post_room.address(2)]


def test_a_time_in_the_future_is_waited_for() -> None:
    post_room.subscribers(1)
    sending = post_room.queued(send_at=timezone.now() + timedelta(hours=1))
    assert post_room.work().accepted == []
    assert post_room.state_of(sending) == Sending.State.QUEUED


def test_a_missed_time_asks_a_person_and_then_it_goes_out() -> None:
    post_room.subscribers(1)
    sending = post_room.queued(send_at=timezone.now() - timedelta(hours=3, minutes=1))
    assert post_room.work().accepted == []
    assert post_room.state_of(sending) == Sending.State.PAUSED
    assert sending.pause_reason == Sending.Pause.MISSED
    states.resume(sending, None)
    assert len(post_room.work().accepted) == 1


def test_a_time_that_has_just_passed_is_kept() -> None:
    post_room.subscribers(1)
    post_room.queued(send_at=timezone.now() - timedelta(hours=2, minutes=59))
    assert len(post_room.work().accepted) == 1
