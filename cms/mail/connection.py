"""One open connection to whatever takes the mail, in the steps that matter to those who must not lose any.

    with open_connection() as relay:
        relay.begin(sender, recipient)   # MAIL, RCPT
        relay.write(message)             # DATA and the message without its final dot
        reply = relay.finish()           # the dot: from here until the reply nobody knows who has the message

`abandon()` may be called after `begin` and before `finish`: nothing is delivered. After `write` that closes
the connection, because RSET would then be part of the message; otherwise it stays usable.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol, Self

from django.conf import settings

SMTP_BACKEND = "cms.mail.held.SmtpBackend"


class Reply(NamedTuple):
    """What a relay answered: `code` as in RFC 5321, `text` its words with the enhanced code, if any."""

    code: int
    text: str

    @property
    def is_final(self) -> bool:
        """Whether trying again would bring the same answer."""
        return 500 <= self.code < 600


class RelayAway(Exception):
    """No connection, 421, or a break before the final dot: nothing was delivered, and everybody waits."""


class Refused(Exception):
    """The relay said no, `at` the step "greeting", "login", "sender", "recipient", "data" or "message".

    `is_closed` where the connection cannot be used any more.
    """

    def __init__(self, at: str, reply: Reply, *, is_closed: bool = False) -> None:
        super().__init__(f"{at}: {reply.code} {reply.text}")
        self.at = at
        self.reply = reply
        self.is_closed = is_closed


class Unknown(Exception):
    """The connection broke, or no answer came in time, after the final dot: the message may be out."""


class Connection(Protocol):
    """An open connection. Each step raises RelayAway or Refused; `finish` also Unknown."""

    def begin(self, sender: str, recipient: str) -> None: ...

    def write(self, message: bytes) -> None:
        """`message` has CRLF line ends; lines that start with a dot are doubled here."""

    def finish(self) -> Reply: ...

    def abandon(self) -> None: ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


def open_connection() -> Connection:
    """A connection to the relay; over Django's backend where the settings name another than SMTP.

    Raises RelayAway, or Refused at "greeting" or "login".
    """
    from cms.mail.backend_connection import BackendConnection
    from cms.mail.smtp import SmtpConnection

    return SmtpConnection() if settings.EMAIL_BACKEND == SMTP_BACKEND else BackendConnection()
