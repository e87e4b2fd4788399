"""A relay that refuses message after message stops the sending before anybody is marked as failed for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from bulletin.models import Delivery, Sending, Suppression
from bulletin.send import states
from bulletin.send.unknown_mailboxes import suppress_all
from bulletin.send.worker import Worker
from tests.bulletin.send import post_room
from tests.bulletin.send.fake_relay import FakeRelay, refused

pytestmark = pytest.mark.django_db

State, Pause = Delivery.State, Sending.Pause
UNKNOWN = "5.1.1 no such mailbox"


def refusing(step: str, at: str, code: int = 550, words: str = "5.7.1 no") -> FakeRelay:
    return FakeRelay(lambda now, address: refused(at, code, words) if now == step else None)


@pytest.mark.parametrize(("step", "at"), [("open", "login"), ("open", "greeting"), ("begin", "sender")])
def test_twenty_refusals_of_ourselves_pause_and_nobody_is_burnt(step: str, at: str) -> None:
    post_room.subscribers(50)
    sending = post_room.queued()
    relay = refusing(step, at, 535 if at == "login" else 550)
    post_room.work(relay)
    assert post_room.state_of(sending) == Sending.State.PAUSED
    assert sending.pause_reason == Pause.LOGIN
    assert sending.last_reply.endswith("5.7.1 no")
    assert post_room.states(sending) == {"pending": 50}
    assert relay.said_no == 20


def test_two_workers_together_are_within_twenty() -> None:
    post_room.subscribers(50)
    sending = post_room.started()
    relay = refusing("open", "login", 535)
    ask, first = relay.trouble, Worker(relay.open)

    def trouble(step: str, who: str) -> Exception | None:
        if relay.tries == 12:
            first.stop()
        return ask(step, who)

    relay.trouble = trouble
    first.once()
    assert post_room.state_of(sending) == Sending.State.SENDING
    post_room.work(relay)
    assert relay.tries == 20
    assert post_room.state_of(sending) == Sending.State.PAUSED


def test_a_log_in_that_works_again_starts_the_count_anew() -> None:
    post_room.subscribers(3)
    sending = post_room.started()
    Sending.objects.filter(pk=sending.pk).update(refused_in_a_row=19)
    post_room.work()
    assert post_room.state_of(sending) == Sending.State.SENT
    assert sending.refused_in_a_row == 0


@pytest.mark.parametrize(
    ("step", "at", "words"),
    [
        ("begin", "recipient", "5.7.1 no"),
        ("begin", "recipient", UNKNOWN),
        ("write", "data", "5.7.1 no"),
        ("finish", "message", "5.7.1 no"),
    ],
)
def test_twenty_refusals_in_a_row_pause_and_all_of_them_wait_again(step: str, at: str, words: str) -> None:
    post_room.subscribers(100)
    sending = post_room.queued()
    assert post_room.work(refusing(step, at, 550, words)).said_no == 20
    assert post_room.state_of(sending) == Sending.State.PAUSED
    assert sending.pause_reason == Pause.REFUSED
    assert words in sending.last_reply
    assert post_room.states(sending) == {"pending": 100}
    assert not Suppression.objects.filter(reason=Suppression.Reason.UNKNOWN_MAILBOX).exists()
    states.resume(sending, None)
    assert len(post_room.work().accepted) == 100
    assert post_room.state_of(sending) == Sending.State.SENT


def test_nineteen_in_a_row_are_no_reason() -> None:
    post_room.subscribers(100)
    sending = post_room.queued()
    dead = {post_room.address(number) for number in range(30, 49)}
    relay = FakeRelay(
        lambda step, who: refused("recipient", 550, UNKNOWN) if step == "begin" and who in dead else None
    )
    post_room.work(relay)
    assert post_room.state_of(sending) == Sending.State.SENT
    assert post_room.states(sending) == {"sent": 81, "failed": 19}
    assert Suppression.objects.filter(reason=Suppression.Reason.UNKNOWN_MAILBOX).count() == 19


def every(number: int, words: str) -> FakeRelay:
    refuse = {post_room.address(one) for one in range(0, 1000, number)}
    return FakeRelay(
        lambda step, who: refused("recipient", 550, words) if step == "begin" and who in refuse else None
    )


def test_more_than_a_tenth_of_the_last_two_hundred_pause() -> None:
    post_room.subscribers(300)
    sending = post_room.queued()
    post_room.work(every(5, "5.7.1 no"))
    assert post_room.state_of(sending) == Sending.State.PAUSED
    assert sending.pause_reason == Pause.REFUSED
    assert State.FAILED not in post_room.states(sending)
    assert sending.counts().sent == 4 * 20


@pytest.mark.parametrize(("share", "words"), [(11, "5.7.1 no"), (4, UNKNOWN)])
def test_fewer_or_unknown_mailboxes_do_not(share: int, words: str) -> None:
    post_room.subscribers(300)
    sending = post_room.queued()
    post_room.work(every(share, words))
    assert post_room.state_of(sending) == Sending.State.SENT


def test_nobody_is_suppressed_while_refusals_follow_one_another() -> None:
    post_room.subscribers(5)
    sending = post_room.started()
    now = timezone.now()
    refusals = {"state": State.FAILED, "reply_code": 550, "reply_text": UNKNOWN, "answered_at": now}
    for number in range(3):
        sending.deliveries.filter(address=post_room.address(number)).update(**refusals)
    assert suppress_all(sending) == 0
    taken = sending.deliveries.filter(address=post_room.address(3))
    taken.update(state=State.SENT, answered_at=now + timedelta(seconds=1))
    assert suppress_all(sending) == 3
    assert suppress_all(sending) == 0


def test_a_resumed_sending_is_not_stopped_by_earlier_refusals() -> None:
    post_room.subscribers(60)
    sending = post_room.queued()
    post_room.work(refusing("begin", "recipient"))
    states.resume(sending, None)
    # Nineteen more, then all is well.
    relay = FakeRelay()
    left = iter(range(19))
    relay.trouble = lambda step, who: (
        refused("recipient", 550, "5.7.1 no") if step == "begin" and next(left, None) is not None else None
    )
    post_room.work(relay)
    assert post_room.state_of(sending) == Sending.State.SENT
    assert post_room.states(sending) == {"sent": 41, "failed": 19}


def test_a_stretch_of_dead_mailboxes_does_not_stop_a_sending_for_ever() -> None:
    post_room.subscribers(60)
    sending = post_room.queued()
    dead = {post_room.address(number) for number in range(10, 35)}

    def trouble(step: str, who: str) -> Exception | None:
        return refused("recipient", 550, UNKNOWN) if step == "begin" and who in dead else None

    for _ in range(4):
        post_room.work(FakeRelay(trouble))
        if post_room.state_of(sending) == Sending.State.PAUSED:
            states.resume(sending, None)
    assert post_room.state_of(sending) == Sending.State.SENT
    assert post_room.states(sending) == {"sent": 35, "failed": 25}


def test_a_refusal_that_was_under_way_when_it_paused_is_put_back_too() -> None:
    post_room.subscribers(60)
    sending = post_room.started()
    late = sending.deliveries.last()
    Delivery.objects.filter(pk=late.pk).update(state=State.IN_FLIGHT, claim="late")
    post_room.work(refusing("begin", "recipient"))
    assert post_room.state_of(sending) == Sending.State.PAUSED

    from bulletin.send.claim import Claimed
    from bulletin.send.recorder import DirectRecorder
    from bulletin.send.replies import Fate, Outcome
    from cms.mail.connection import Reply

    row = Claimed(late.pk, sending.pk, late.address, late.address_key, late.message_id, 0, None, "late", 0)
    DirectRecorder().note(Outcome(row, Fate.FAILED, Reply(550, "5.7.1 no")))
    assert post_room.states(sending) == {"pending": 60}


def test_those_of_a_run_are_put_back_also_when_a_person_has_just_paused() -> None:
    post_room.subscribers(30)
    sending = post_room.started()
    relay = refusing("begin", "recipient")
    ask = relay.trouble

    def trouble(step: str, who: str) -> Exception | None:
        if step == "begin" and relay.said_no == 19:
            states.pause(sending, None)
        return ask(step, who)

    relay.trouble = trouble
    post_room.work(relay)
    assert post_room.state_of(sending) == Sending.State.PAUSED
    assert sending.pause_reason == Pause.PERSON
    assert post_room.states(sending) == {"pending": 30}
