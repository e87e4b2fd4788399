"""Words that stand in the header of a mail."""

from __future__ import annotations

import unicodedata

# Controls, line and paragraph separators, lone surrogates: a header ends or breaks at some of them.
NEVER = {"Cc", "Zl", "Zp", "Cs"}
# They turn round what follows, so that a subject would read otherwise than it was written.
TURNS_ROUND = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(words: str) -> str:
    """The words on one line without control characters; letters of every script and emoji stay."""
    straight = (letter for letter in words if letter not in TURNS_ROUND)
    kept = "".join(" " if unicodedata.category(letter) in NEVER else letter for letter in straight)
    return " ".join(kept.split())
