"""Dates as spreadsheet programs leave them behind: “April 2026” may come back as “Apr-26”."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.partial_dates.value import NotAPartialDate, PartialDate
from la_directory.exchange.problems import NotReadable

SHORT = re.compile(r"(?:([0-9]{1,2})-)?([a-z]{3})[a-z]*-([0-9]{2}|[0-9]{4})", re.IGNORECASE)
SERIAL = re.compile(r"[0-9]{5}")
FIRST_SERIAL_DAY = date(1899, 12, 30)
# In a number format: what stands in quotes or brackets is no part of the date.
LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def read(text: str) -> PartialDate:
    """NotReadable for what is no date."""
    words = text.strip()
    if match := SHORT.fullmatch(words):
        day, month, year = match.groups()
        words = " ".join(filter(None, [day, month, year if len(year) == 4 else f"20{year}"]))
    try:
        return PartialDate.parse(words)
    except NotAPartialDate as error:
        if SERIAL.fullmatch(words):
            meant = PartialDate.on_day(FIRST_SERIAL_DAY + timedelta(days=int(words)))
            told = _("“%(number)s” is a number. Is it %(date)s? Write the date in words.")
            raise NotReadable(told % {"number": words, "date": meant}) from error
        raise NotReadable(str(error)) from error


def as_text(moment: date, number_format: str) -> str:
    """A date of a workbook, as precise as it is shown there."""
    shown = LITERAL.sub("", number_format).lower()
    day = moment.date() if isinstance(moment, datetime) else moment
    if "d" in shown or "y" not in shown:
        meant = PartialDate.on_day(day)
    elif "m" in shown:
        meant = PartialDate.in_month(day.year, day.month)
    else:
        meant = PartialDate.in_year(day.year)
    with override("en"):
        return str(meant)
