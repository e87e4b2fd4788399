"""How a worker ends, how its commits last, and what it makes of a message that cannot be made."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connection

from bulletin.management.commands.bulletin_worker import Command
from bulletin.models import Sending
from bulletin.render.message import Recipient
from bulletin.send import deliver, states
from bulletin.send.claim import Claimed, claim
from bulletin.send.in_hand import InHand
from bulletin.send.recorder import DirectRecorder
from bulletin.send.throttle import Throttle
from bulletin.send.worker import Worker
from cms.mail.connection import RelayAway
from tests.bulletin.send import post_room
from tests.bulletin.send.fake_relay import FakeRelay, refused


class Slow(threading.Thread):
    """A connection that is at this place for so long."""

    def __init__(self, seconds: float, *, is_at_the_dot: bool) -> None:
        super().__init__(daemon=True)
        self.seconds = seconds
        self.carrier = deliver.Carrier(DirectRecorder(), Throttle())
        self.carrier.is_at_the_dot = is_at_the_dot

    def run(self) -> None:
        time.sleep(self.seconds)


class NoRecorder:
    def close(self, within: float) -> None:
        pass


@pytest.mark.django_db
@pytest.mark.parametrize("is_at_the_dot", [True, False])
def test_told_to_end_it_waits_longer_only_for_an_answer_to_a_dot(settings, is_at_the_dot: bool) -> None:
    settings.BULLETIN_ENDS_WITHIN, settings.EMAIL_REPLY_TIMEOUT = 0.05, 5.0
    worker, slow = Worker(), Slow(0.5, is_at_the_dot=is_at_the_dot)
    worker.recorder = NoRecorder()
    slow.start()
    began = time.monotonic()
    worker._end([slow])
    assert slow.is_alive() != is_at_the_dot
    assert time.monotonic() - began < 2


@pytest.mark.django_db
def test_it_is_at_the_dot_from_the_mark_to_the_answer() -> None:
    post_room.subscribers(1)
    post_room.started()
    seen: list[bool] = []
    relay = FakeRelay()
    worker = Worker(relay.open)
    carriers: list[deliver.Carrier] = []
    carry = worker._carry_once

    def watched(carrier: deliver.Carrier, row: Claimed) -> bool:
        carriers.append(carrier)
        return carry(carrier, row)

    worker._carry_once = watched
    relay.trouble = lambda step, who: seen.append(carriers[0].is_at_the_dot) if carriers else None
    worker.once()
    assert seen == [False, False, False, True, True]
    assert not carriers[0].is_at_the_dot


@pytest.mark.django_db
def test_commits_of_every_thread_survive_a_power_cut() -> None:
    Worker()
    found: list[int] = []

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous")
            found.append(cursor.fetchone()[0])
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert found == [2]


@pytest.mark.django_db
@pytest.mark.parametrize("trouble", [ValueError("no such address"), KeyError("no such token")])
def test_a_message_that_cannot_be_made_pauses_and_burns_nobody(
    trouble: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(message: bytes, recipient: Recipient) -> bytes:
        raise trouble

    post_room.subscribers(5)
    sending = post_room.started()
    monkeypatch.setattr("bulletin.render.message.finished", stumble)
    assert post_room.work().accepted == []
    assert post_room.state_of(sending) == Sending.State.PAUSED
    assert sending.pause_reason == Sending.Pause.MESSAGE
    assert post_room.states(sending) == {"pending": 5}
    monkeypatch.undo()
    states.resume(sending, None)
    assert len(post_room.work().accepted) == 5


@pytest.mark.django_db
def test_a_connection_that_is_closed_with_a_refusal_is_not_used_again() -> None:
    post_room.subscribers(2)
    sending = post_room.started()
    relay = FakeRelay()

    def trouble(step: str, who: str) -> Exception | None:
        if step == "finish" and not relay.said_no:
            error = refused("message", 552, "5.3.4 too large")
            error.is_closed = True
            return error
        return None

    relay.trouble = trouble
    post_room.work(relay)
    assert relay.tries == 2
    assert post_room.states(sending) == {"sent": 1, "failed": 1}


@pytest.mark.django_db
def test_started_in_another_thread_it_leaves_signals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """So the reloader starts it."""
    monkeypatch.setattr(Worker, "run", lambda worker: None)
    errors: list[Exception] = []

    def start() -> None:
        try:
            Command().run_on()
        except ValueError as error:
            errors.append(error)

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert errors == []


@pytest.mark.django_db
@pytest.mark.parametrize("others", [True, False])
def test_a_connection_the_relay_has_no_room_for_rests_alone(others: bool) -> None:
    post_room.subscribers(1)
    sending = post_room.started()
    relay = FakeRelay(lambda step, who: RelayAway("421 too many connections") if step == "open" else None)
    carrier = deliver.Carrier(DirectRecorder(), Throttle(), relay.open)
    carrier.others_are_open = lambda: others
    in_hand = InHand(sending)
    in_hand.refresh()
    (row,) = claim(sending.pk, "monthly", "worker01")
    carrier.carry(row, in_hand, in_hand.ask())
    assert carrier.is_resting == others
    assert post_room.states(sending) == {"pending": 1}
    sending.refresh_from_db()
    assert bool(sending.wait_until) != others
