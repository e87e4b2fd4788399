"""What is sent arrives byte for byte, and nothing in it becomes part of the dialogue."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from cms.mail.connection import Refused, open_connection
from tests.mail.messages import MESSAGE, READER, SENDER, send
from tests.mail.relay import Relay

LINES = st.lists(st.sampled_from([b"", b".", b"..", b".a", b"a.", b"QUIT", b" "]), max_size=12)


@how(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lines=LINES, ends=st.booleans())
def test_lines_with_dots_arrive_as_they_were(relay: Relay, lines: list[bytes], ends: bool) -> None:
    message = b"\r\n".join([*lines, b"end"]) + (b"\r\n" if ends else b"")
    relay.ledger.reset()
    send(message=message)
    assert relay.ledger[READER].accepted[0].message == message.removesuffix(b"\r\n") + b"\r\n"


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\n.\n", b"\r.\r\n", b"\n.\r\n", b"\r\n.\n"])
def test_a_line_end_that_relays_read_differently_is_refused(relay: Relay, end: bytes) -> None:
    message = MESSAGE + b"Hello" + end + b"MAIL FROM:<other@example.org>\r\n"
    with pytest.raises(Refused, match=r"data: 554 5\.6\.0"):
        send(message=message)
    assert relay.ledger.accepted == set()
    assert "DATA" not in relay.ledger.commands[1]


HOSTILE = [
    "",
    "reader",
    "reader@example.org>\r\nRCPT TO:<other@example.org",
    "reader@example.org\r\nRCPT TO:<other@example.org>",
    "reader@example.org\n",
    "<reader@example.org>",
    "reader@example.org> SIZE=0",
    "two words@example.org",
    "rèadair@example.org",
    "reader@èisimpleir.org",
    "reader@\x00example.org",
    "reader@example.org\x7f",
]


@pytest.mark.parametrize("address", HOSTILE)
def test_an_address_that_cannot_be_written_is_refused_before_anything_is_sent(
    relay: Relay, address: str
) -> None:
    with open_connection() as connection:
        with pytest.raises(Refused, match=r"^recipient: 553 5\.1\.3"):
            connection.begin(SENDER, address)
        with pytest.raises(Refused, match=r"^sender: 553 5\.1\.7"):
            connection.begin(address, READER)
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        connection.finish()
    assert len(relay.ledger.commands[1]) >= 4
    assert relay.ledger.commands[1][1:4] == [f"MAIL FROM:<{SENDER}>", f"RCPT TO:<{READER}>", "DATA"]


def test_each_message_arrives_whole_on_one_connection(relay: Relay) -> None:
    messages = [MESSAGE + b"x" * number * 1000 + b"\r\n" for number in range(30)]
    with open_connection() as connection:
        for number, message in enumerate(messages):
            connection.begin(SENDER, f"reader{number}@example.org")
            connection.write(message)
            connection.finish()
    taken = [relay.ledger[f"reader{number}@example.org"].accepted[0].message for number in range(30)]
    assert taken == messages
