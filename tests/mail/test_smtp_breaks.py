"""A connection that breaks or hangs: before the final dot nothing is out, after it nobody knows."""

from __future__ import annotations

import time

import pytest

from cms.mail import hand_over
from cms.mail.connection import RelayAway, Unknown, open_connection
from tests.mail.messages import MESSAGE, READER, SENDER, send
from tests.mail.relay import Fault, Relay

STEPS_WITH_REPLY = ("connect", "ehlo", "mail", "rcpt", "data")
BREAKS = ("cut", "cut inside", "cut after", "hang")


@pytest.fixture
def impatient(settings, relay: Relay) -> None:
    settings.EMAIL_TIMEOUT = settings.EMAIL_REPLY_TIMEOUT = 0.3


def send_and_wait_before_the_dot(relay: Relay, seen: str) -> None:
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        relay.wait_for(lambda ledger: ledger.counts[seen] > 0)
        relay.wait_for(lambda ledger: ledger.open == 0)
        connection.finish()


@pytest.mark.parametrize("pipelining", [True, False], ids=["pipelining", "one by one"])
@pytest.mark.parametrize("deed", ["cut", "cut inside", "hang"])
@pytest.mark.parametrize("step", STEPS_WITH_REPLY)
def test_a_break_before_the_dot_means_that_the_relay_is_away(
    impatient: None, relay: Relay, step: str, deed: str, pipelining: bool
) -> None:
    relay.configure(faults=[Fault(step, deed)], pipelining=pipelining)
    with pytest.raises(RelayAway):
        send()
    assert relay.ledger.counts[f"{step}: {deed}"] >= 1
    assert relay.ledger.accepted == set()


@pytest.mark.parametrize("step", ["connect", "ehlo", "mail", "rcpt"])
def test_a_break_after_a_reply_is_seen_at_the_next_step(relay: Relay, step: str) -> None:
    relay.configure(faults=[Fault(step, "cut after")], pipelining=False)
    with pytest.raises(RelayAway):
        send()
    assert relay.ledger.accepted == set()


@pytest.mark.parametrize(("step", "deed"), [("data", "cut after"), ("body", "cut")])
def test_a_break_in_the_middle_of_the_message_is_seen_before_the_dot(
    relay: Relay, step: str, deed: str
) -> None:
    relay.configure(faults=[Fault(step, deed)])
    with pytest.raises(RelayAway):
        send_and_wait_before_the_dot(relay, f"{step}: {deed}")
    assert relay.ledger.accepted == set()


def test_a_break_in_the_middle_of_a_message_larger_than_all_buffers_means_away(relay: Relay) -> None:
    relay.configure(faults=[Fault("body", "cut")])
    with pytest.raises(RelayAway):
        send(message=MESSAGE + b"Good morning\r\n" * 2_000_000)
    assert relay.ledger.accepted == set()


@pytest.mark.parametrize(
    ("deed", "is_out"),
    [
        ("cut", False),
        ("cut inside", False),
        ("hang", False),
        ("accept, cut", True),
        ("accept, cut inside", True),
        ("accept, hang", True),
    ],
)
def test_no_answer_to_the_dot_is_unknown(impatient: None, relay: Relay, deed: str, is_out: bool) -> None:
    relay.configure(faults=[Fault("dot", deed)])
    with pytest.raises(Unknown):
        send()
    assert relay.ledger.accepted == ({READER} if is_out else set())


def test_half_an_answer_to_the_dot_is_no_answer(relay: Relay) -> None:
    relay.configure(faults=[Fault("dot", "accept, cut inside")])
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        with pytest.raises(Unknown, match="closed"):
            connection.finish()


def test_an_answer_to_the_dot_may_take_longer_than_others(settings, relay: Relay) -> None:
    settings.EMAIL_TIMEOUT, settings.EMAIL_REPLY_TIMEOUT = 0.2, 5
    relay.configure(latency=0.6)
    assert send().code == 250


def test_the_long_time_out_is_only_for_the_answer_to_the_dot(settings, relay: Relay) -> None:
    settings.EMAIL_TIMEOUT, settings.EMAIL_REPLY_TIMEOUT = 0.2, 60
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        connection.finish()
        relay.configure(faults=[Fault("mail", "hang")])
        began = time.monotonic()
        with pytest.raises(RelayAway):
            connection.begin(SENDER, READER)
        assert time.monotonic() - began < 30


def test_the_time_out_after_the_dot_is_well_below_the_lease_of_a_row(settings) -> None:
    assert settings.BULLETIN_LEASE.total_seconds() > 2 * settings.EMAIL_REPLY_TIMEOUT
    assert hand_over.LEASE.total_seconds() > 2 * settings.EMAIL_REPLY_TIMEOUT


def test_a_break_after_the_answer_takes_nothing_back(relay: Relay) -> None:
    relay.configure(faults=[Fault("dot", "cut after")])
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        assert connection.finish().code == 250
        with pytest.raises(RelayAway):
            connection.begin(SENDER, "next@example.org")


def test_nobody_listening_means_away(relay: Relay) -> None:
    relay.configure(outage="refused")
    with pytest.raises(RelayAway):
        send()
    relay.configure(outage="")
    assert send().code == 250


def test_a_host_without_an_address_means_away(settings, relay: Relay) -> None:
    settings.EMAIL_HOST = "relay.invalid"
    with pytest.raises(RelayAway):
        open_connection()


def test_a_message_given_up_before_the_dot_is_not_delivered(relay: Relay) -> None:
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        connection.abandon()
        relay.wait_for(lambda ledger: ledger.open == 0)
        with pytest.raises(RelayAway):
            connection.begin(SENDER, READER)
    assert relay.ledger.accepted == set()


def test_leaving_in_the_middle_of_a_message_says_no_goodbye(relay: Relay, monkeypatch) -> None:
    monkeypatch.setattr("cms.mail.smtp.GOODBYE_WITHIN", 60)
    began = time.monotonic()
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
    assert time.monotonic() - began < 30
    relay.wait_for(lambda ledger: ledger.open == 0)
    assert relay.ledger.accepted == set()


def test_a_recipient_given_up_leaves_the_connection_usable(relay: Relay) -> None:
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.abandon()
        connection.begin(SENDER, "next@example.org")
        connection.write(MESSAGE)
        connection.finish()
    assert relay.ledger.accepted == {"next@example.org"}
    assert relay.ledger.counts["connections"] == 1
