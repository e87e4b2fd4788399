"""Header fields in bytes that any relay takes: ASCII, folded, and one field each."""

from __future__ import annotations

import re
from email.header import Header

from django.utils.translation import gettext as _

from bulletin.render.failure import CannotRender

LINE_END = "\r\n"
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
LOOKS_ENCODED = "=?"
LONGEST_WORD = 60  # a longer one could only be folded at its beginning
ATOMS = re.compile(r"[\w !#$%&'*+/=?^`{|}~-]+", re.ASCII)


def refuse_line_breaks(where: str, words: str) -> None:
    """A line break in a subject or a name would begin another header field."""
    if CONTROL.search(words):
        raise CannotRender(
            where, _("There is a line break or a control character in it. Please take it out.")
        )


def field(name: str, words: str) -> bytes:
    """A field of words in any script."""
    is_plain = (
        words.isascii() and LOOKS_ENCODED not in words and max(map(len, words.split(" "))) < LONGEST_WORD
    )
    header = Header(words, "us-ascii" if is_plain else "utf-8", header_name=name, maxlinelen=76)
    return f"{name}: {header.encode(linesep=LINE_END)}{LINE_END}".encode("ascii")


def sender_field(name: str, address: str) -> bytes:
    """`From: name <address>`."""
    if not name.isascii() or LOOKS_ENCODED in name:
        name = Header(name, "utf-8", header_name="From", maxlinelen=76).encode(linesep=LINE_END)
    elif not ATOMS.fullmatch(name):
        escaped = name.replace("\\", r"\\").replace('"', r"\"")
        name = f'"{escaped}"'
    return f"From: {name}{LINE_END} <{address}>{LINE_END}".encode("ascii")
