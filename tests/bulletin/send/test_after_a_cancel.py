"""What a cancel leaves behind: uncertain messages, unknown mailboxes, and a page nobody was mailed about."""

from __future__ import annotations

import pytest
from django.utils import timezone

from bulletin.models import Delivery, EditionPage, Sending, Subscriber, Suppression
from bulletin.send import states
from bulletin.send.claim import claim
from bulletin.send.queue import _copy_of
from bulletin.send.recorder import DirectRecorder
from bulletin.send.recover import recover
from bulletin.send.replies import Fate, Outcome
from bulletin.send.uncertain import resend
from cms.mail.connection import Reply
from tests.bulletin.send import post_room
from tests.bulletin.send.fake_relay import FakeRelay, refused

pytestmark = pytest.mark.django_db

State, Skip = Delivery.State, Delivery.Skip
UNKNOWN = "5.1.1 no such mailbox"


@pytest.fixture
def left_uncertain() -> Delivery:
    """Of two readers; both messages went out of a cancelled sending, and nobody knows of one."""
    post_room.subscribers(2)
    sending = post_room.started()
    sending.deliveries.update(state=State.SENT, sent_at=timezone.now())
    row = post_room.row(sending)
    Delivery.objects.filter(pk=row.pk).update(state=State.UNCERTAIN, was_uncertain=True, sent_at=None)
    states.cancel(sending, None)
    return row


def test_an_uncertain_one_is_sent_again_only_with_another_sending(left_uncertain: Delivery) -> None:
    with pytest.raises(states.NotPossible, match="Queue the edition again"):
        resend(left_uncertain, None)
    left_uncertain.refresh_from_db()
    assert left_uncertain.state == State.UNCERTAIN


@pytest.mark.parametrize("when", ["queued", "under way", "paused", "sent"])
def test_the_sending_that_was_queued_after_it_takes_the_person_over(
    left_uncertain: Delivery, when: str
) -> None:
    if when == "queued":
        again = post_room.queued()
    else:
        again = post_room.started()
        if when == "paused":
            states.pause(again, None)
        elif when == "sent":
            assert post_room.work().accepted == []
    resend(left_uncertain, None)
    assert (left_uncertain.state, left_uncertain.skip_reason) == (State.SKIPPED, Skip.CANCELLED)
    with pytest.raises(states.NotPossible):
        resend(left_uncertain, None)
    if when == "paused":
        again.refresh_from_db()
        states.resume(again, None)
    assert post_room.work().accepted == [post_room.address(0)]
    assert post_room.state_of(again) == Sending.State.SENT
    assert again.audience == again.counts().audience == 1
    assert post_room.state_of(left_uncertain.sending) == Sending.State.CANCELLED


def test_without_a_decision_nobody_gets_it_twice(left_uncertain: Delivery) -> None:
    again = post_room.started()
    assert post_room.work().accepted == []
    assert post_room.state_of(again) == Sending.State.SENT


@pytest.mark.parametrize("is_erased", [True, False])
@pytest.mark.parametrize("is_started", [True, False])
def test_who_has_left_gets_nothing_by_a_decision(
    left_uncertain: Delivery, is_started: bool, is_erased: bool
) -> None:
    again = post_room.started() if is_started else post_room.queued()
    person = Subscriber.objects.filter(pk=left_uncertain.subscriber_id)
    person.delete() if is_erased else person.update(state=Subscriber.State.LEFT)
    left_uncertain.refresh_from_db()
    with pytest.raises(states.NotPossible, match="left"):
        resend(left_uncertain, None)
    assert post_room.work().accepted == []
    assert not again.deliveries.exists()


def test_unknown_mailboxes_of_a_cancelled_sending_are_suppressed_but_not_those_of_a_run() -> None:
    post_room.subscribers(10)
    sending = post_room.started()
    dead = {post_room.address(number) for number in (0, 2, 4, 5)}
    relay = FakeRelay(
        lambda step, who: refused("recipient", 550, UNKNOWN) if step == "begin" and who in dead else None
    )
    relay.before_the_dot = lambda who: states.cancel(sending, None) if who == post_room.address(6) else None
    post_room.work(relay)
    assert post_room.states(sending) == {"sent": 2, "failed": 4, "skipped": 4}
    suppressed = set(Suppression.objects.values_list("address_key", flat=True))
    assert suppressed == {post_room.row(sending, number).address_key for number in (0, 2)}


@pytest.mark.parametrize(("step", "at"), [("write", "data"), ("finish", "message")])
def test_the_words_of_an_unknown_mailbox_after_the_message_suppress_nobody(step: str, at: str) -> None:
    post_room.subscribers(2)
    sending = post_room.started()
    relay = FakeRelay(
        lambda now, who: refused(at, 550, UNKNOWN) if (now, who) == (step, post_room.address(0)) else None
    )
    post_room.work(relay)
    assert post_room.state_of(sending) == Sending.State.SENT
    assert not Suppression.objects.exists()
    row = post_room.row(sending)
    assert (row.state, row.reply_text) == (State.FAILED, f"At the message: {UNKNOWN}")


def in_flight_at_a_cancel() -> tuple[Sending, Outcome]:
    """The page went live by it; its only message is refused in the end."""
    post_room.subscribers(1)
    sending = post_room.started()
    (row,) = claim(sending.pk, "monthly", "worker01")
    assert DirectRecorder().mark(row, "monthly")
    states.cancel(sending, None)
    return sending, Outcome(row, Fate.FAILED, Reply(554, "5.7.1 no"))


def is_live(sending: Sending) -> bool:
    return EditionPage.objects.get(pk=sending.edition_id).live


def test_a_page_whose_last_message_is_refused_after_the_cancel_is_a_draft_again() -> None:
    sending, refusal = in_flight_at_a_cancel()
    recover()
    assert is_live(sending)
    DirectRecorder().note(refusal)
    recover()
    assert not is_live(sending)


def test_a_page_of_a_message_that_was_taken_after_the_cancel_stays() -> None:
    sending, refusal = in_flight_at_a_cancel()
    DirectRecorder().note(refusal._replace(fate=Fate.SENT))
    recover()
    assert is_live(sending)


def test_a_page_that_the_next_sending_needs_stays_until_that_is_cancelled_too() -> None:
    sending, refusal = in_flight_at_a_cancel()
    again = post_room.queued(revision=_copy_of(sending.revision))
    DirectRecorder().note(refusal)
    recover()
    assert is_live(again)
    states.cancel(again, None)
    assert not is_live(sending)
