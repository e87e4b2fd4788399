"""A connection to an SMTP relay in the steps of cms.mail.connection."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn, Self

from django.conf import settings

from cms.mail.connection import Refused, RelayAway, Reply, Unknown
from cms.mail.dialogue import Dialogue, TlsDialogue, reply_of
from cms.mail.envelope import refuse_bare_line_ends, refuse_unwritable

SERVICE_CLOSES = 421
GOODBYE_WITHIN = 2.0  # seconds


class SmtpConnection:
    """Open, encrypted and logged in as the settings EMAIL_… say, or RelayAway or Refused."""

    def __init__(self) -> None:
        self._may_hold_transaction = False
        self._is_in_message = False
        with self._opening("greeting"):
            kind = TlsDialogue if settings.EMAIL_USE_SSL else Dialogue
            self._smtp = kind(settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT)
        try:
            self._introduce()
        except (RelayAway, Refused):
            self._smtp.close()
            raise
        self._pipelines = self._smtp.has_extn("pipelining")

    def _introduce(self) -> None:
        with self._opening("greeting"):
            if settings.EMAIL_USE_TLS:
                self._smtp.starttls(context=ssl.create_default_context())
            self._smtp.ehlo_or_helo_if_needed()
        if settings.EMAIL_HOST_USER:
            with self._opening("login"):
                self._smtp.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)

    @contextmanager
    def _opening(self, at: str) -> Iterator[None]:
        """What smtplib raises, in our words. An untrusted certificate counts as no connection."""
        try:
            yield
        except smtplib.SMTPResponseException as error:
            reply = reply_of(error.smtp_code, error.smtp_error)
            if reply.code == SERVICE_CLOSES or reply.code < 400:
                raise RelayAway(f"{reply.code} {reply.text}") from error
            raise Refused(at, reply) from error
        except smtplib.SMTPServerDisconnected as error:
            raise RelayAway(str(error)) from error
        except (smtplib.SMTPException, UnicodeError) as error:
            # The relay offers no STARTTLS or no log-in that we know, or the password is not ASCII.
            raise Refused(at, reply_of(554, f"5.7.4 {error}")) from error
        except OSError as error:
            raise RelayAway(str(error) or type(error).__name__) from error

    def begin(self, sender: str, recipient: str) -> None:
        refuse_unwritable(sender, recipient)
        steps = [("sender", f"MAIL FROM:<{sender}>\r\n"), ("recipient", f"RCPT TO:<{recipient}>\r\n")]
        if self._may_hold_transaction:
            steps.insert(0, ("sender", "RSET\r\n"))
        self._may_hold_transaction = True
        if self._pipelines:
            self._send("".join(command for _, command in steps).encode())
        refusal = None
        for at, command in steps:
            if not self._pipelines:
                self._send(command.encode())
            reply = self._reply(2)
            if reply.code < 300 or refusal:
                continue
            refusal = Refused(at, reply)
            if not self._pipelines:
                break
        if refusal:
            raise refusal

    def write(self, message: bytes) -> None:
        refuse_bare_line_ends(message)
        self._send(b"DATA\r\n")
        reply = self._reply(3)
        if reply.code >= 400:
            raise Refused("data", reply)
        self._is_in_message = True
        if message.startswith(b"."):
            message = b"." + message
        self._send(message.replace(b"\r\n.", b"\r\n.."))
        if not message.endswith(b"\r\n"):
            self._send(b"\r\n")

    def finish(self) -> Reply:
        if self._smtp.has_spoken():
            self._give_up_on_early_word()
        # If this raises, the dot has not left this machine.
        self._send(b".\r\n")
        try:
            self._smtp.sock.settimeout(settings.EMAIL_REPLY_TIMEOUT)
            reply = reply_of(*self._smtp.getreply())
        except smtplib.SMTPServerDisconnected as error:
            raise Unknown(str(error)) from error
        self._smtp.sock.settimeout(settings.EMAIL_TIMEOUT)
        self._is_in_message = False
        if reply.code < 300:
            self._may_hold_transaction = False
            return reply
        if reply.code == SERVICE_CLOSES:
            # A 4xx to the dot says that the message was not taken, so nothing can come twice. But it speaks
            # of the relay and not of this message: it waits with all others and no attempt is counted.
            self._leave(reply)
        if reply.code < 400:
            self._smtp.close()
            raise Unknown(f"{reply.code} {reply.text}")
        raise Refused("message", reply)

    def abandon(self) -> None:
        """Before `write` the transaction is reset with the next `begin`, which saves a round trip."""
        if self._is_in_message:
            self._smtp.close()

    def close(self) -> None:
        if self._smtp.sock is not None and not self._is_in_message:
            with suppress(OSError):  # smtplib's exceptions are OSErrors
                self._smtp.sock.settimeout(GOODBYE_WITHIN)
                self._smtp.docmd("QUIT")
        self._smtp.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _send(self, text: bytes) -> None:
        try:
            self._smtp.send(text)
        except smtplib.SMTPServerDisconnected as error:
            raise RelayAway(str(error)) from error

    def _reply(self, expected: int) -> Reply:
        """A reply before the final dot: one that starts with the expected digit, or a refusal."""
        try:
            reply = reply_of(*self._smtp.getreply())
        except smtplib.SMTPServerDisconnected as error:
            raise RelayAway(str(error)) from error
        if reply.code == SERVICE_CLOSES or reply.code // 100 not in (expected, 4, 5):
            self._leave(reply)
        return reply

    def _leave(self, reply: Reply) -> NoReturn:
        self._smtp.close()
        raise RelayAway(f"{reply.code} {reply.text}")

    def _give_up_on_early_word(self) -> NoReturn:
        """The relay has hung up or refused in the middle of the message: without the dot nothing is taken."""
        reply = self._reply(5)
        self._smtp.close()
        raise Refused("message", reply, is_closed=True)
