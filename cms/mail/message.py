"""The finished bytes of one mail of the outbox."""

from __future__ import annotations

from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.message import utf8_charset_qp

from cms.mail.models import OutboxMail
from cms.mail.purposes import Words, words_of


def sender() -> str:
    """The address, without a name, from which the site sends its own mail."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def message_of(mail: OutboxMail) -> bytes | None:
    """None for a mail that is no longer wanted. Raises whatever making it raises; ValueError for a header."""
    words = words_of(mail)
    return None if words is None else _built(mail.address, words)


def _built(address: str, words: Words) -> bytes:
    message = EmailMultiAlternatives(
        words.subject,
        words.text,
        settings.DEFAULT_FROM_EMAIL,
        [address],
        headers={
            # Django's own would name this machine.
            "Message-ID": make_msgid(domain=sender().rpartition("@")[2]),
            "Auto-Submitted": "auto-generated",
            **words.headers,
        },
    )
    # Quoted-printable: 7 bits and short lines for every relay.
    message.encoding = utf8_charset_qp
    if words.html:
        message.attach_alternative(words.html, "text/html")
    return message.message().as_bytes(linesep="\r\n")
