"""The steps of cms.mail.connection over Django's e-mail backend: files, and the memory of tests."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage as ParsedMessage
from typing import Self

from django.core.mail import EmailMultiAlternatives, get_connection

from cms.mail import eml_files
from cms.mail.connection import RelayAway, Reply, Unknown
from cms.mail.envelope import refuse_bare_line_ends, refuse_unwritable

SHOWN_ELSEWHERE = {"subject", "from", "to"}


class FinishedMessage(EmailMultiAlternatives):
    """A message that exists as bytes already. Its parts can be read; what is delivered are the bytes."""

    def __init__(self, sender: str, recipient: str, message: bytes) -> None:
        self.finished = message
        parsed = self.message()
        super().__init__(
            subject=str(parsed["Subject"] or ""),
            body=_text(parsed, "plain"),
            from_email=str(parsed["From"] or sender),
            to=[recipient],
            headers={name: value for name, value in parsed.items() if name.lower() not in SHOWN_ELSEWHERE},
        )
        if html := _text(parsed, "html"):
            self.attach_alternative(html, "text/html")

    def message(self) -> ParsedMessage:
        return message_from_bytes(self.finished, policy=policy.default)


def _text(message: ParsedMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return part.get_content() if part else ""


class BackendConnection:
    """Delivers in `finish`, with the backend that the settings name."""

    def __init__(self) -> None:
        self._backend = get_connection()
        self._envelope = ("", "")
        self._message = b""

    def begin(self, sender: str, recipient: str) -> None:
        refuse_unwritable(sender, recipient)
        self._envelope, self._message = (sender, recipient), b""

    def write(self, message: bytes) -> None:
        refuse_bare_line_ends(message)
        self._message = message

    def finish(self) -> Reply:
        message, self._message = self._message, b""
        if isinstance(self._backend, eml_files.EmailBackend):
            return self._write_file(message)
        try:
            self._backend.send_messages([FinishedMessage(*self._envelope, message)])
        except Exception as error:  # nobody knows how far another backend had come
            raise Unknown(type(error).__name__) from error
        return Reply(250, "2.0.0 handed to the e-mail backend")

    def _write_file(self, message: bytes) -> Reply:
        try:
            name = self._backend.write(message).name
        except OSError as error:  # a file is there as a whole or not at all
            raise RelayAway(error.strerror or type(error).__name__) from error
        return Reply(250, f"2.0.0 written to {name}")

    def abandon(self) -> None:
        self._message = b""

    def close(self) -> None:
        self._backend.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
