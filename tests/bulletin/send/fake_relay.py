"""A relay without a network that fails at the steps it is told to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from cms.mail.connection import Refused, RelayAway, Reply, Unknown

TAKEN = Reply(250, "2.0.0 Ok")

# What goes wrong for an address at a step; None where all is well.
Trouble = Callable[[str, str], Exception | None]


def refused(at: str, code: int, words: str = "no") -> Refused:
    return Refused(at, Reply(code, words))


class FakeRelay:
    """`trouble` is asked at "open", "begin", "write", "finish", and at "after" once a message is taken."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        self.trouble = trouble or (lambda step, address: None)
        self.before_the_dot: Callable[[str], None] = lambda address: None
        self.accepted: list[str] = []
        self.message_ids: dict[str, list[str]] = {}
        self.tries = self.said_no = 0
        self.abandoned = 0

    def open(self) -> FakeConnection:
        self.tries += 1
        self.ask("open", "")
        return FakeConnection(self)

    def ask(self, step: str, address: str) -> None:
        if error := self.trouble(step, address):
            self.said_no += 1
            raise error

    def accept(self, address: str, message: bytes) -> None:
        self.accepted.append(address)
        line = next(line for line in message.split(b"\r\n") if line.startswith(b"Message-ID:"))
        self.message_ids.setdefault(address, []).append(line.decode())


class FakeConnection:
    """Keeps to the protocol, and says so where a caller does not."""

    def __init__(self, relay: FakeRelay) -> None:
        self.relay = relay
        self.is_open = True
        self.address = self.step = ""
        self.message = b""

    def begin(self, sender: str, recipient: str) -> None:
        assert self.is_open, "a closed connection"
        assert self.step in ("", "begun")
        self.address, self.step = recipient, ""
        self._ask("begin")
        self.step = "begun"

    def write(self, message: bytes) -> None:
        assert self.step == "begun"
        self._ask("write")
        self.message, self.step = message, "written"
        self.relay.before_the_dot(self.address)

    def finish(self) -> Reply:
        assert self.step == "written"
        self.step = ""
        self._ask("finish")
        self.relay.accept(self.address, self.message)
        self._ask("after")
        return TAKEN

    def abandon(self) -> None:
        self.relay.abandoned += 1
        if self.step == "written":
            self.close()
        self.step = ""

    def close(self) -> None:
        self.is_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _ask(self, step: str) -> None:
        try:
            self.relay.ask(step, self.address)
        except (RelayAway, Unknown):
            self.is_open = False
            raise
        except Refused:
            self.step = ""
            raise
