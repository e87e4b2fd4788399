"""A date as precisely as it is known: a day, a month, a season, a year, or words that stand in for one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import total_ordering
from typing import Self

from django.utils import dateformat
from django.utils.dates import MONTHS, MONTHS_ALT
from django.utils.translation import gettext_lazy as _

EARLIEST_YEAR = 1800
LATEST_YEAR = 2199


class NotAPartialDate(ValueError):
    """The text is no date this site can show; the message says what may be written instead."""

    message = _(
        "Enter a date such as 24 November 2020, 24/11/2020, December 2021, Spring 2022 or 2021, "
        "or write Ongoing or Latest statistics."
    )

    def __init__(self) -> None:
        super().__init__(self.message)


class Precision(IntEnum):
    """What is known. The number orders dates that share a first day: the coarser comes first."""

    YEAR = 0
    SEASON = 1
    MONTH = 2
    DAY = 3
    ONGOING = 8
    LATEST_STATISTICS = 9


# The month a season starts in. Winter belongs to the year it starts in.
SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
SEASON_WORDS = {
    3: _("Spring %(year)s"),
    6: _("Summer %(year)s"),
    9: _("Autumn %(year)s"),
    12: _("Winter %(year)s"),
}
MONTHS_LONG = {Precision.YEAR: 12, Precision.SEASON: 3, Precision.MONTH: 1}
WITHOUT_DATE = {Precision.ONGOING: _("Ongoing"), Precision.LATEST_STATISTICS: _("Latest statistics")}

MONTH_NUMBERS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"sept": 9}

ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
SLASHED_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
WRITTEN_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([^0-9]+) ([0-9]{4})")
WORD_AND_YEAR = re.compile(r"([^0-9]+) ([0-9]{4})")
YEAR_ALONE = re.compile(r"[0-9]{4}")
SORT_KEY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9])")


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """first_day is the first day the date can mean; None for Ongoing and Latest statistics."""

    precision: Precision
    first_day: date | None = None

    def __post_init__(self) -> None:
        day = self.first_day
        if self.precision in WITHOUT_DATE:
            allowed = day is None
        elif day is None or not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            allowed = False
        elif self.precision is Precision.DAY:
            allowed = True
        else:
            starts = {Precision.YEAR: {1}, Precision.SEASON: set(SEASON_WORDS)}
            allowed = day.day == 1 and day.month in starts.get(self.precision, {day.month})
        if not allowed:
            raise NotAPartialDate

    @classmethod
    def on_day(cls, day: date) -> Self:
        return cls(Precision.DAY, day)

    @classmethod
    def in_month(cls, year: int, month: int) -> Self:
        return cls(Precision.MONTH, date(year, month, 1))

    @classmethod
    def in_season(cls, year: int, season: str) -> Self:
        return cls(Precision.SEASON, date(year, SEASON_MONTHS[season], 1))

    @classmethod
    def in_year(cls, year: int) -> Self:
        return cls(Precision.YEAR, date(year, 1, 1))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads what a person wrote, in English or the active language; NotAPartialDate for the rest."""
        words = _tidy(text)
        for precision, label in WITHOUT_DATE.items():
            if words in {precision.name.lower().replace("_", " "), _tidy(str(label))}:
                return cls(precision)
        try:
            if YEAR_ALONE.fullmatch(words):
                return cls.in_year(int(words))
            if match := ISO_DAY.fullmatch(words):
                return cls.on_day(date(*map(int, match.groups())))
            if match := SLASHED_DAY.fullmatch(words):
                day, month, year = map(int, match.groups())
                return cls.on_day(date(year, month, day))
            if match := WRITTEN_DAY.fullmatch(words):
                return cls.on_day(date(int(match[3]), _month_number(match[2]), int(match[1])))
            if match := WORD_AND_YEAR.fullmatch(words):
                return cls._from_word_and_year(match[1], int(match[2]), words)
        except ValueError:
            # An impossible day, an unknown word or a year out of range: all get the one message.
            raise NotAPartialDate from None
        raise NotAPartialDate

    @classmethod
    def _from_word_and_year(cls, word: str, year: int, words: str) -> Self:
        for season, month in SEASON_MONTHS.items():
            if word == season or words == _tidy(SEASON_WORDS[month] % {"year": year}):
                return cls.in_season(year, season)
        return cls.in_month(year, _month_number(word))

    @classmethod
    def from_sort_key(cls, key: str) -> Self:
        """Reads back what sort_key gave; NotAPartialDate for anything else."""
        match = SORT_KEY.fullmatch(key)
        try:
            if match:
                precision = Precision(int(match[2]))
                return cls(precision, None if precision in WITHOUT_DATE else date.fromisoformat(match[1]))
        except ValueError:
            raise NotAPartialDate from None
        raise NotAPartialDate

    @classmethod
    def read(cls, text: str) -> Self:
        """Takes either form: what was stored or what a person wrote."""
        return cls.from_sort_key(text) if SORT_KEY.fullmatch(text) else cls.parse(text)

    @property
    def last_day(self) -> date | None:
        """The last day the date can mean; None for Ongoing and Latest statistics."""
        months = MONTHS_LONG.get(self.precision)
        if months is None:
            return self.first_day
        years, month = divmod(self.first_day.month - 1 + months, 12)
        return date(self.first_day.year + years, month + 1, 1) - timedelta(1)

    @property
    def sort_key(self) -> str:
        """Twelve characters, each at a fixed place, so that every database and collation sorts them alike."""
        day = self.first_day.isoformat() if self.first_day else "9999-12-31"
        return f"{day}.{int(self.precision)}"

    def __str__(self) -> str:
        """As gov.scot writes it, in the language now active."""
        if self.first_day is None:
            return str(WITHOUT_DATE[self.precision])
        if self.precision is Precision.SEASON:
            return str(SEASON_WORDS[self.first_day.month]) % {"year": self.first_day.year}
        # E is the form a month takes after a day, which differs from its name in Gaelic.
        patterns = {Precision.YEAR: "Y", Precision.MONTH: "F Y", Precision.DAY: "j E Y"}
        return dateformat.format(self.first_day, patterns[self.precision])

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.sort_key < other.sort_key


ONGOING = PartialDate(Precision.ONGOING)
LATEST_STATISTICS = PartialDate(Precision.LATEST_STATISTICS)


def _tidy(text: str) -> str:
    """Small letters, plain single spaces (also for non-breaking ones), no full stop after a word."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(word.rstrip(".") for word in plain.split()).strip()


def _month_number(word: str) -> int:
    """ValueError where the word names no month in English or in the active language."""
    if word in MONTH_NUMBERS:
        return MONTH_NUMBERS[word]
    for number in MONTHS:
        if word in {_tidy(str(MONTHS[number])), _tidy(str(MONTHS_ALT[number]))}:
            return number
    raise ValueError("no such month")
