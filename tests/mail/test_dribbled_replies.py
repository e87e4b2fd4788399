"""A reply has one time-out as a whole: a relay that dribbles it does not hold a row past its lease."""

from __future__ import annotations

import smtplib
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from cms.mail.connection import Unknown, open_connection
from cms.mail.dialogue import Dialogue
from tests.mail.messages import MESSAGE, READER, SENDER
from tests.mail.relay import Fault, Relay

EVERY = 0.1
PIECES = {"bytes": [b"2", b"2", b"0", b" ", *[b"x"] * 26], "lines": [b"220-wait\r\n"] * 30}


@pytest.fixture
def dribbling() -> Iterator[Callable[[list[bytes]], int]]:
    """The port of a server that greets in these pieces."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def dribble(pieces: list[bytes]) -> None:
            with server.accept()[0] as peer:
                for piece in pieces:
                    try:
                        peer.sendall(piece)
                    except OSError:
                        return
                    time.sleep(EVERY)

        def begin(pieces: list[bytes]) -> int:
            threading.Thread(target=dribble, args=(pieces,), daemon=True).start()
            return server.getsockname()[1]

        yield begin


@pytest.mark.parametrize("kind", PIECES)
def test_a_reply_in_pieces_has_one_time_out(dribbling: Callable[[list[bytes]], int], kind: str) -> None:
    began = time.monotonic()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        Dialogue("127.0.0.1", dribbling(PIECES[kind]), timeout=5 * EVERY)
    assert time.monotonic() - began < 10 * EVERY


def test_a_reply_in_pieces_that_comes_in_time_is_whole(dribbling: Callable[[list[bytes]], int]) -> None:
    port = dribbling([b"220-one\r\n22", b"0 two", b"\r\n"])
    dialogue = Dialogue("127.0.0.1", port, timeout=50 * EVERY)
    assert dialogue.sock.gettimeout() == 50 * EVERY
    dialogue.close()


def test_a_dribbled_answer_to_the_dot_is_unknown_in_time(relay: Relay, settings) -> None:
    settings.EMAIL_REPLY_TIMEOUT = 5 * EVERY
    relay.configure(faults=[Fault("dot", "accept, dribble")])
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        began = time.monotonic()
        with pytest.raises(Unknown, match="timed out"):
            connection.finish()
        assert time.monotonic() - began < 10 * EVERY
    assert relay.ledger.accepted == {READER}
