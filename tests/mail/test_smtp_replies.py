"""What each reply of a relay means, at each step of the dialogue."""

from __future__ import annotations

import pytest

from cms.mail.connection import Refused, RelayAway, open_connection
from cms.mail.dialogue import LONGEST_TEXT, reply_of
from tests.mail.messages import MESSAGE, READER, SENDER, send
from tests.mail.relay import Fault, Relay

# Step of the relay, and what it is called for those who send.
STEPS = [
    ("connect", "greeting"),
    ("ehlo", "greeting"),
    ("mail", "sender"),
    ("rcpt", "recipient"),
    ("data", "data"),
    ("dot", "message"),
]
ONE_BY_ONE = pytest.mark.parametrize("pipelining", [True, False], ids=["pipelining", "one by one"])


@ONE_BY_ONE
@pytest.mark.parametrize("code", [450, 550])
@pytest.mark.parametrize(("step", "at"), [step for step in STEPS if step[0] != "ehlo"])
def test_a_refusal_says_where_and_in_which_words(
    relay: Relay, step: str, at: str, code: int, pipelining: bool
) -> None:
    relay.configure(faults=[Fault(step, f"{code} {code // 100}.2.0 not now")], pipelining=pipelining)
    with pytest.raises(Refused) as refused:
        send()
    assert refused.value.at == at
    assert refused.value.reply == (code, f"{code // 100}.2.0 not now")
    assert refused.value.reply.is_final == (code == 550)
    assert relay.ledger.accepted == set()


@ONE_BY_ONE
@pytest.mark.parametrize("step", [step for step, _ in STEPS])
def test_421_means_away_wherever_it_comes(relay: Relay, step: str, pipelining: bool) -> None:
    """Also as the answer to the dot: the message was not taken, so that it waits and cannot come twice."""
    relay.configure(faults=[Fault(step, "421 4.3.2 closing")], pipelining=pipelining)
    with pytest.raises(RelayAway):
        send()
    assert relay.ledger.accepted == set()


def test_away_says_the_words_of_421(relay: Relay) -> None:
    relay.configure(faults=[Fault("mail", "421 4.7.0 too busy")])
    with pytest.raises(RelayAway, match=r"^421 4\.7\.0 too busy$"):
        send()


@ONE_BY_ONE
@pytest.mark.parametrize("step", ["mail", "rcpt", "data", "dot"])
def test_a_connection_stays_usable_after_a_refusal(relay: Relay, step: str, pipelining: bool) -> None:
    relay.configure(faults=[Fault(step, "550 5.7.1 no", times=1)], pipelining=pipelining)
    with open_connection() as connection:
        for reader in ("first@example.org", "second@example.org", "third@example.org"):
            try:
                connection.begin(SENDER, reader)
                connection.write(MESSAGE)
                connection.finish()
            except Refused:
                assert reader == "first@example.org"
    assert relay.ledger.accepted == {"second@example.org", "third@example.org"}
    assert relay.ledger.counts["connections"] == 1
    assert relay.ledger.replies["503"] == (1 if step == "mail" and pipelining else 0)


def test_a_refusal_in_the_middle_of_the_message_is_read_before_the_dot(relay: Relay) -> None:
    relay.configure(faults=[Fault("body", "552 5.3.4 too big")])
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        relay.wait_for(lambda ledger: ledger.replies["552"] == 1)
        with pytest.raises(Refused, match=r"552 5\.3\.4 too big"):
            connection.finish()
        with pytest.raises(RelayAway):
            connection.begin(SENDER, READER)
    assert relay.ledger.accepted == set()


@pytest.mark.parametrize("step", ["mail", "rcpt"])
def test_an_answer_that_makes_no_sense_counts_as_a_break(relay: Relay, step: str) -> None:
    relay.configure(faults=[Fault(step, "354 what?")])
    with pytest.raises(RelayAway, match="354"):
        send()


def test_yes_to_data_is_not_go_ahead(relay: Relay) -> None:
    relay.configure(faults=[Fault("data", "250 fine")])
    with pytest.raises(RelayAway):
        send()


def test_a_relay_that_knows_only_helo_is_served(relay: Relay) -> None:
    relay.configure(faults=[Fault("ehlo", "502 5.5.1 what is that?")])
    assert send().code == 250


def test_one_connection_takes_many_messages_with_one_round_trip_less(relay: Relay) -> None:
    relay.configure(other_latency=0.01)
    with open_connection() as connection:
        for number in range(3):
            connection.begin(SENDER, f"reader{number}@example.org")
            connection.write(MESSAGE)
            assert connection.finish() == (250, "2.0.0 taken")
    assert relay.ledger.counts["acknowledged"] == 3
    assert relay.ledger.commands[1][1:4] == [
        f"MAIL FROM:<{SENDER}>",
        "RCPT TO:<reader0@example.org>",
        "DATA",
    ]
    relay.wait_for(lambda ledger: ledger.commands[1][-1] == "QUIT")


def test_words_of_a_relay_are_one_printable_line_without_addresses() -> None:
    words = b"5.1.1 <Reader@Example.org>: unknown\n5.1.1 see \x1b[31mhelp\x00 \xff reader@example.org."
    reply = reply_of(550, words)
    assert reply.text == "5.1.1 <[address]>: unknown 5.1.1 see [31mhelp � [address]"
    assert reply_of(550, "long " * 200).text == ("long " * 200)[:LONGEST_TEXT]


def test_several_lines_of_a_reply_become_one(relay: Relay) -> None:
    relay.configure(faults=[Fault("rcpt", "550-5.1.1 no such\r\n550 5.1.1 mailbox")])
    with pytest.raises(Refused) as refused:
        send()
    assert refused.value.reply == (550, "5.1.1 no such 5.1.1 mailbox")
