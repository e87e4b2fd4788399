"""What people type, as it may stand in a mail."""

from __future__ import annotations

import re

# In the finished message a word between two pairs of percent signs stands for what differs from one recipient
# to the next. A pair that somebody types gets an invisible joiner in its middle, so that it is never one.
WORD_JOINER = "\u2060"
PAIR = re.compile("%(?=%)")
# Controls, lone halves of characters and what Unicode says are none: compilers and mail programs choke.
NEVER_SHOWN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
BLANKS = re.compile("[^\\S\u00a0\u202f]+")
LINE_BREAK = re.compile(r"[\r\n]+")


def one_line(text: str) -> str:
    """Runs of blanks and line breaks become one blank."""
    return BLANKS.sub(" ", NEVER_SHOWN.sub("", text)).strip()


def without_pairs(text: str) -> str:
    return PAIR.sub("%" + WORD_JOINER, text)


def typed(text: str) -> str:
    """One line, as it may stand in a message."""
    return without_pairs(one_line(text))


def typed_lines(text: str) -> tuple[str, ...]:
    """The lines that have words."""
    return tuple(line for part in LINE_BREAK.split(text) if (line := typed(part)))


def typed_run(text: str) -> str:
    """A piece of a longer text: blanks at its ends belong to it."""
    return without_pairs(BLANKS.sub(" ", NEVER_SHOWN.sub("", text)))
