"""A date in a question: who asks for October 2024 wants what is of that month."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from django.utils import translation
from django.utils.dates import MONTHS

from search.words import stems

LANGUAGES = ("en", "gd")


class AskedDate(NamedTuple):
    """A month, or a day of it."""

    year: int
    month: int
    day: int | None

    def is_of(self, day: date | None) -> bool:
        if day is None or (day.year, day.month) != (self.year, self.month):
            return False
        return self.day in (None, day.day)


def date_in(words: str) -> AskedDate | None:
    """The first month with a year behind it."""
    found = stems(words)
    months = _months()
    for place, (first, second) in enumerate(pairwise(found)):
        if first in months and second.isdecimal() and len(second) == 4:
            before = found[place - 1] if place else ""
            day = int(before) if before.isdecimal() and len(before) <= 2 else None
            return AskedDate(int(second), months[first], day)
    return None


@cache
def _months() -> dict[str, int]:
    """By the last word of each name: in Gaelic an article stands before it."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        with translation.override(language):
            names |= {stems(str(name))[-1]: number for number, name in MONTHS.items()}
    return names
