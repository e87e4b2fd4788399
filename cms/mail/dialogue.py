"""smtplib's dialogue with a relay, with whole replies only and a look at what came too early."""

from __future__ import annotations

import math
import re
import select
import smtplib
import socket
import ssl
import time
from typing import Any

from django.core.mail.utils import DNS_NAME

from cms.mail.connection import Reply

LONGEST_LINE = 8192
MOST_LINES = 100
LONGEST_TEXT = 300
WRONG_PASSWORD = 535
ADDRESS = re.compile(r"[^\s<>,;:()\"'@]+@[^\s<>,;:()\"'@]+")


def reply_of(code: int, words: bytes | str) -> Reply:
    """One printable line; relays like to repeat the address, and what they say is kept and shown."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return Reply(code, ADDRESS.sub("[address]", text)[:LONGEST_TEXT])


class Dialogue(smtplib.SMTP):
    """A connection that is open and greeted; smtplib's exceptions for everything else.

    A reply that breaks off in the middle is no reply: SMTPServerDisconnected.
    """

    def __init__(self, host: str, port: int, timeout: float) -> None:
        super().__init__(host, port, str(DNS_NAME), timeout)
        if self.sock is not None:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def auth(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """A name and password that were refused are not offered again by another method."""
        try:
            return super().auth(*args, **kwargs)
        except smtplib.SMTPAuthenticationError as error:
            if error.smtp_code == WRONG_PASSWORD:
                raise smtplib.SMTPResponseException(error.smtp_code, error.smtp_error) from error
            raise

    def getreply(self) -> tuple[int, bytes]:
        """Within the time-out of the socket, however many pieces it comes in."""
        if self.sock is None:
            raise self._broken("not connected")
        timeout = self.sock.gettimeout()
        ends = time.monotonic() + timeout if timeout else math.inf
        lines: list[bytes] = []
        while len(lines) < MOST_LINES:
            line = self._whole_line(ends)
            lines.append(line[4:].strip())
            if line[3:4] != b"-":
                self.sock.settimeout(timeout)
                return int(line[:3]), b"\n".join(lines)
        raise self._broken("a reply without an end")

    def _whole_line(self, ends: float) -> bytes:
        if self.file is None:
            self.file = self.sock.makefile("rb")
        line = b""
        while not line.endswith(b"\n") and len(line) < LONGEST_LINE:
            # What is there, or else one read.
            if not (piece := self._waited_for(ends)):
                raise self._broken("closed")
            line += self.file.readline(min(len(piece), LONGEST_LINE - len(line)))
        if not line.endswith(b"\n"):
            raise self._broken("a line without an end")
        if not re.match(rb"[2-5][0-9]{2}[ \r\n-]", line):
            raise self._broken("something else than SMTP")
        return line

    def _waited_for(self, ends: float) -> bytes:
        rest = ends - time.monotonic()
        if rest <= 0:
            raise self._broken("timed out")
        try:
            self.sock.settimeout(None if math.isinf(rest) else rest)
            return self.file.peek(1)
        except OSError as error:
            raise self._broken(str(error) or type(error).__name__) from error

    def _broken(self, reason: str) -> smtplib.SMTPServerDisconnected:
        self.close()
        return smtplib.SMTPServerDisconnected(reason)

    def has_spoken(self) -> bool:
        """Whether a reply, or the end of the connection, has come that nobody has asked for."""
        if self.sock is None or self.file is None:
            return True
        look = select.poll()
        look.register(self.sock, select.POLLIN)
        is_readable = bool(look.poll(0))
        self.sock.settimeout(0)
        try:
            waiting = self.file.peek(1)
        except ssl.SSLWantReadError:
            return False  # a record of TLS itself
        except OSError:
            return True
        finally:
            self.sock.settimeout(self.timeout)
        return is_readable or bool(waiting)


class TlsDialogue(Dialogue):
    """A dialogue that is encrypted from the first byte."""

    def _get_socket(self, host: str, port: int, timeout: float) -> Any:
        plain = super()._get_socket(host, port, timeout)
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
