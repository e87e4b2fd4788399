"""The mail of an edition as plain text, from templates of its own."""

from __future__ import annotations

import re
from textwrap import wrap

from django.template.loader import render_to_string
from django.utils import translation

from bulletin.models import EditionPage
from bulletin.render.letter import letter_of
from bulletin.render.tokens import UNSUBSCRIBE

WIDTH = 72
# What an entry of a list begins with: its further lines stand below its words.
MARK = re.compile(r" *(?:- |\d+\. )?")


def text_of(edition: EditionPage) -> str:
    """Lines of at most 72 characters, save addresses, which are never broken. Raises CannotRender."""
    letter = letter_of(edition)
    with translation.override(letter.language.lower()):
        text = render_to_string("bulletin/email/edition.txt", {"letter": letter, "unsubscribe": UNSUBSCRIBE})
    lines = [part for line in text.split("\n") for part in wrapped(line.rstrip())]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def wrapped(line: str) -> list[str]:
    mark = MARK.match(line)
    hanging = " " * len(mark[0]) if mark else ""
    return wrap(line, WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False) or [
        ""
    ]
