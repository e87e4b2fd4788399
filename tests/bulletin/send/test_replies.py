"""Every row of the table in the design: what a reply or a break makes of the row, and of the pace.

Against a real relay over a real connection.
"""

from __future__ import annotations

import time
from datetime import timedelta
from itertools import product

import pytest
from django.conf import settings as site_settings
from django.utils import timezone

from bulletin.models import Delivery, Sending, Suppression
from bulletin.send.claim import Claimed, claim
from bulletin.send.deliver import Carrier
from bulletin.send.in_hand import InHand
from bulletin.send.recorder import DirectRecorder
from bulletin.send.throttle import Throttle
from bulletin.send.worker import Worker
from tests.bulletin.send import post_room
from tests.mail.relay import Fault, Relay

State = Delivery.State
BEFORE_THE_DOT = ("connect", "ehlo", "mail", "rcpt", "data", "body")


class Try:
    """One try with the only row of a sending, and all that is known afterwards."""

    def __init__(self, sending: Sending, recorder: DirectRecorder | None = None) -> None:
        self.throttle = Throttle()
        self.carrier = Carrier(recorder or DirectRecorder(), self.throttle)
        self.in_hand = InHand(sending)
        self.in_hand.refresh()
        before = timezone.now()
        rows = claim(sending.pk, sending.audience_kind, "testtest")
        self.carrier.carry(rows[0], self.in_hand, self.in_hand.ask())
        self.carrier.drop()
        sending.refresh_from_db()
        self.sending = sending
        self.row = post_room.row(sending)
        self.pause = self.row.not_before - before

    @property
    def everybody_waits(self) -> bool:
        return self.sending.back_off >= site_settings.BULLETIN_FIRST_WAIT and bool(self.sending.wait_until)


class SlowRecorder(DirectRecorder):
    """Leaves a break in the message the time to arrive before the dot."""

    def mark(self, row: Claimed, audience_kind: str) -> bool:
        time.sleep(0.1)
        return super().mark(row, audience_kind)


def is_untouched(row: Delivery) -> bool:
    """Waits again as if nothing had been tried."""
    return (row.state, row.attempts, row.claim, row.was_uncertain) == (State.PENDING, 0, "", False)


def test_a_message_that_is_taken_is_sent(relay: Relay, sending: Sending) -> None:
    tried = Try(sending)
    assert tried.row.state == State.SENT
    assert tried.row.sent_at and tried.row.answered_at
    assert tried.row.reply_code == 250
    assert not tried.everybody_waits
    assert tried.sending.back_off == 0
    (accepted,) = relay.ledger[post_room.address(0)].accepted
    assert accepted.message_id == tried.row.message_id


def test_nobody_listens(relay: Relay, sending: Sending) -> None:
    relay.configure(outage="refused")
    tried = Try(sending)
    assert is_untouched(tried.row)
    assert tried.everybody_waits


DEEDS = ["cut", "cut inside", "hang", "421 4.3.2 closing"]


# A relay that is silent in the middle of a message does nothing wrong.
@pytest.mark.parametrize(
    ("step", "deed"), [each for each in product(BEFORE_THE_DOT, DEEDS) if each != ("body", "hang")]
)
def test_away_before_the_dot_nothing_counts_and_everybody_waits(
    relay: Relay, sending: Sending, step: str, deed: str
) -> None:
    relay.configure(faults=[Fault(step, deed)])
    tried = Try(sending, SlowRecorder() if step == "body" else None)
    assert relay.ledger.accepted == set()
    assert is_untouched(tried.row)
    assert tried.everybody_waits
    assert tried.throttle.gap == 0
    assert tried.sending.last_reply
    relay.configure(faults=[])
    post_room.make_due(sending)
    assert Try(sending).row.state == State.SENT


def test_away_at_the_dot_with_421_nothing_counts(relay: Relay, sending: Sending) -> None:
    relay.configure(faults=[Fault("dot", "421 4.3.2 closing")])
    tried = Try(sending)
    assert is_untouched(tried.row)
    assert tried.everybody_waits


@pytest.mark.parametrize("step", ["mail", "rcpt", "data", "dot"])
def test_refused_for_now_waits_and_slows_this_worker_down(relay: Relay, sending: Sending, step: str) -> None:
    relay.configure(faults=[Fault(step, "451 4.3.0 later")])
    for attempt, minutes in enumerate((1, 5, 15, 60, 120, 120), start=1):
        post_room.make_due(sending)
        tried = Try(sending)
        assert tried.row.state == State.PENDING
        assert tried.row.attempts == attempt
        assert timedelta(0) <= tried.pause - timedelta(minutes=minutes) < timedelta(seconds=10)
        assert (tried.row.reply_code, tried.row.reply_text) == (451, "4.3.0 later")
        assert tried.throttle.gap > 0
        assert not tried.everybody_waits
    assert relay.ledger.accepted == set()


@pytest.mark.parametrize(
    ("hours", "attempts", "state"),
    [(47, 9, State.PENDING), (48, 9, State.FAILED), (64, 1, State.PENDING)],
)
def test_refused_for_now_for_two_days_has_failed_unless_it_was_paused_meanwhile(
    relay: Relay, sending: Sending, hours: int, attempts: int, state: str
) -> None:
    relay.configure(faults=[Fault("rcpt", "451 4.3.0 later")])
    since = timezone.now() - timedelta(hours=hours)
    sending.deliveries.update(first_refused_at=since, attempts=attempts)
    assert Try(sending).row.state == state


@pytest.mark.parametrize(("step", "words"), [("data", "554 5.7.1 no"), ("dot", "554 5.7.1 no")])
def test_refused_for_good_has_failed(relay: Relay, sending: Sending, step: str, words: str) -> None:
    relay.configure(faults=[Fault(step, words)])
    tried = Try(sending)
    assert tried.row.state == State.FAILED
    assert f"{tried.row.reply_code} {tried.row.reply_text}" == words
    assert not tried.everybody_waits
    assert tried.throttle.gap == 0
    assert not Suppression.objects.filter(address_key=tried.row.address_key).exists()


@pytest.mark.parametrize(
    ("words", "is_unknown"),
    [(f"550 {code} nobody here", True) for code in ("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10")]
    + [("550 5.7.1 not wanted", False), ("552 5.2.2 full", False), ("550 nobody here", False)]
    + [("550 5.1.15 odd", False)],
)
def test_a_refused_recipient_has_failed_and_an_unknown_one_is_suppressed(
    relay: Relay, sending: Sending, words: str, is_unknown: bool
) -> None:
    relay.configure(faults=[Fault("rcpt", words)])
    tried = Try(sending)
    assert tried.row.state == State.FAILED
    assert f"{tried.row.reply_code} {tried.row.reply_text}" == words
    post_room.work()
    assert Suppression.objects.filter(address_key=tried.row.address_key).exists() == is_unknown
    assert post_room.state_of(sending) == Sending.State.SENT


@pytest.mark.parametrize(
    ("step", "words"), [("connect", "554 5.7.1 no"), ("mail", "550 5.7.1 no such sender")]
)
def test_a_refusal_of_ourselves_does_not_touch_the_reader(
    relay: Relay, sending: Sending, step: str, words: str
) -> None:
    relay.configure(faults=[Fault(step, words)])
    tried = Try(sending)
    assert is_untouched(tried.row)
    assert tried.sending.refused_in_a_row == 1
    assert tried.everybody_waits


@pytest.mark.parametrize("deed", ["cut", "cut inside", "hang"])
def test_no_answer_after_the_dot_is_sent_once_more_and_then_held(
    relay: Relay, sending: Sending, deed: str
) -> None:
    relay.configure(faults=[Fault("dot", f"accept, {deed}")])
    first = Try(sending)
    assert (first.row.state, first.row.was_uncertain) == (State.PENDING, True)
    assert first.row.attempts == 0
    assert not first.everybody_waits
    post_room.make_due(sending)
    second = Try(sending)
    assert (second.row.state, second.row.was_uncertain) == (State.UNCERTAIN, True)
    taken = relay.ledger[post_room.address(0)].accepted
    assert [accepted.message_id for accepted in taken] == [first.row.message_id] * 2
    post_room.work()
    assert post_room.state_of(sending) == Sending.State.SENT
    assert sending.counts().uncertain == 1


def test_no_answer_after_the_dot_is_held_at_once_where_the_settings_say_so(
    relay: Relay, sending: Sending, settings
) -> None:
    settings.BULLETIN_RESENDS_UNCERTAIN = False
    relay.configure(faults=[Fault("dot", "accept, cut")])
    assert Try(sending).row.state == State.UNCERTAIN


def test_a_relay_that_never_answers_the_dot_is_as_good_as_away(relay: Relay, db: None, settings) -> None:
    settings.BULLETIN_FIRST_WAIT, settings.BULLETIN_TURN = 1.0, 0.1
    post_room.subscribers(30)
    sending = post_room.started()
    relay.configure(faults=[Fault("dot", "cut")])
    Worker().once()
    assert sending.deliveries.filter(was_uncertain=True).count() < 20
    sending.refresh_from_db()
    assert sending.back_off > 1


def test_waits_double_and_a_taken_message_ends_them(relay: Relay, sending: Sending, settings) -> None:
    settings.BULLETIN_LONGEST_WAIT = 0.005
    relay.configure(outage="421")
    waits = []
    for _ in range(5):
        post_room.make_due(sending)
        waits.append(Try(sending).sending.back_off)
    assert waits == [0.001, 0.002, 0.004, 0.005, 0.005]
    relay.configure(outage="")
    post_room.make_due(sending)
    assert Try(sending).sending.back_off == 0


def test_the_gap_shrinks_again() -> None:
    throttle = Throttle()
    for _ in range(200):
        throttle.refused_for_now()
    assert throttle.gap == site_settings.BULLETIN_LONGEST_GAP
    for _ in range(2000):
        throttle.taken()
    assert throttle.gap == 0


def test_an_address_that_cannot_be_written_fails_alone(relay: Relay, db: None) -> None:
    post_room.subscribers(2)
    sending = post_room.started()
    sending.deliveries.filter(address=post_room.address(0)).update(address="två@example.org")
    Worker().once()
    assert post_room.states(sending) == {"sent": 1, "failed": 1}


def test_what_the_relay_says_is_kept_without_the_address(relay: Relay, sending: Sending) -> None:
    relay.configure(faults=[Fault("rcpt", f"550 5.7.1 <{post_room.address(0)}> is not wanted")])
    assert post_room.address(0) not in Try(sending).row.reply_text
