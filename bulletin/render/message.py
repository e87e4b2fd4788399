"""The finished MIME message of an edition, made once for all recipients.

What differs from one recipient to the next is a token (bulletin.render.tokens); `finished` puts the values in
without any work on the message itself.
"""

from __future__ import annotations

import re
from email.utils import parseaddr
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bulletin.models import BulletinSettings, EditionPage
from bulletin.render import tokens
from bulletin.render.failure import CannotRender
from bulletin.render.header_fields import field, refuse_line_breaks, sender_field
from bulletin.render.letter import site_of
from bulletin.render.links import archive_url
from bulletin.render.mail import html_of
from bulletin.render.quoted import quoted, quoted_value
from bulletin.render.text import text_of
from bulletin.render.typed import one_line, typed, without_pairs
from cms.mail.addresses import normalised

LARGEST_HTML = 90_000  # bytes; Gmail cuts a mail off at 102 kB
LONGEST_LINE = 998  # bytes, RFC 5322
TEST_PREFIX = "[Test] "
# Nothing that would have to be escaped in HTML or in a header field.
SAFE_URL = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$()*+,;=%]+")
TOKENS_IN_BYTES = re.compile(b"(" + tokens.TOKEN.pattern.encode() + b")")


class Frozen(NamedTuple):
    """An edition as it goes out. `sender` is the address alone; `message` has CRLF and tokens."""

    subject: str
    sender: str
    html: str
    text: str
    message: bytes
    sha256: str


class Recipient(NamedTuple):
    """What differs in a message. `date` as in RFC 5322; `message_id` with or without <>."""

    address: str
    address_key: str
    message_id: str
    unsubscribe_url: str
    date: str


def freeze(edition: EditionPage, *, is_test: bool = False) -> Frozen:
    """Raises CannotRender. The same edition gives the same bytes."""
    subject = f"{TEST_PREFIX}{subject_of(edition)}" if is_test else subject_of(edition)
    name, sender = sender_of(edition)
    html, text = html_of(edition), text_of(edition)
    parts = [(b"text/plain", quoted(text)), (b"text/html", quoted(html))]
    # "=_" never comes out of quoted-printable, so no text can hold the boundary.
    boundary = b"=_" + sha256(b"".join(words for _kind, words in parts)).hexdigest()[:32].encode()
    message = b"".join(
        [
            sender_field(name, sender),
            f"To: {tokens.ADDRESS}\r\n".encode(),
            field("Subject", without_pairs(subject)),
            f"Date: {tokens.DATE}\r\n".encode(),
            f"Message-ID: {tokens.MESSAGE_ID}\r\n".encode(),
            *_list_fields(edition),
            b"MIME-Version: 1.0\r\n",
            b'Content-Type: multipart/alternative;\r\n boundary="' + boundary + b'"\r\n\r\n',
            *(_part(boundary, kind, words) for kind, words in parts),
            b"--" + boundary + b"--\r\n",
        ]
    )
    _check(html, message)
    return Frozen(subject, sender, html, text, message, sha256(message).hexdigest())


def subject_of(edition: EditionPage) -> str:
    where = _("Subject")
    refuse_line_breaks(where, edition.subject)
    subject = one_line(edition.subject)
    if not subject:
        raise CannotRender(where, _("Write a subject."))
    return subject


def sender_of(edition: EditionPage) -> tuple[str, str]:
    """Name and address."""
    details = BulletinSettings.for_site(site_of(edition))
    default_name, default_address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    where = _("Bulletin settings, sender")
    name = details.sender_name or default_name
    refuse_line_breaks(where, name)
    try:
        return typed(name), normalised(details.sender_address or default_address)
    except ValidationError as refusal:
        raise CannotRender(where, " ".join(refusal.messages)) from None


def size_of_html(html: str) -> int:
    return len(html.encode())


def finished(message: bytes, recipient: Recipient) -> bytes:
    """The message of one recipient. ValueError for what would break a line or is not ASCII."""
    if not SAFE_URL.fullmatch(recipient.unsubscribe_url):
        raise ValueError("The address for leaving is not one that can stand in a mail.")
    values = {
        tokens.ADDRESS: _line(recipient.address),
        tokens.DATE: _line(recipient.date),
        tokens.MESSAGE_ID: b"<" + _line(recipient.message_id.strip("<>")) + b">",
        tokens.UNSUBSCRIBE_HEADER: _line(recipient.unsubscribe_url),
        tokens.UNSUBSCRIBE: quoted_value(recipient.unsubscribe_url),
    }
    pieces = list(_pieces(message))
    for place in range(1, len(pieces), 2):
        pieces[place] = values[pieces[place].decode()]
    return b"".join(pieces)


@lru_cache(maxsize=8)
def _pieces(message: bytes) -> tuple[bytes, ...]:
    """The message cut at its tokens: every second piece is one."""
    return tuple(TOKENS_IN_BYTES.split(message))


def _line(value: str) -> bytes:
    if not value.isascii() or not value.isprintable() or not value:
        raise ValueError("What stands in a header field is one line of ASCII.")
    return value.encode("ascii")


def _list_fields(edition: EditionPage) -> list[bytes]:
    host = urlsplit(settings.SITE_URL).hostname
    return [
        f"List-Id: <bulletin.{host}>\r\n".encode(),
        f"List-Archive: <{archive_url(edition)}>\r\n".encode(),
        f"List-Unsubscribe: <{tokens.UNSUBSCRIBE_HEADER}>\r\n".encode(),
        b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
        b"Precedence: bulk\r\n",  # asks for no answer that somebody is away
    ]


def _part(boundary: bytes, kind: bytes, words: bytes) -> bytes:
    fields = b"Content-Type: " + kind + b"; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    return b"--" + boundary + b"\r\n" + fields + b"\r\n" + words


def _check(html: str, message: bytes) -> None:
    """What must not go out in any case."""
    where = _("The edition")
    if size_of_html(html) > LARGEST_HTML:
        raise CannotRender(where, _("It is larger than 90 kB. Take items out or shorten them."))
    known = {tokens.ADDRESS, tokens.DATE, tokens.MESSAGE_ID, tokens.UNSUBSCRIBE, tokens.UNSUBSCRIBE_HEADER}
    if {token.decode() for token in _pieces(message)[1::2]} != known:
        raise CannotRender(where, _("The links for leaving did not come out right."))
    if any(len(line) > LONGEST_LINE for line in message.split(b"\r\n")):
        raise CannotRender(where, _("A line of the message is too long."))
