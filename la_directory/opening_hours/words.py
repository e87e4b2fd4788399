"""Days, times and moments as readers read them: “Monday to Friday”, “9am to 5:30pm”, “tomorrow at 9am”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.utils.dateformat import format as format_date
from django.utils.dates import WEEKDAYS
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

DAY = 24 * 60  # minutes
NOON = 12 * 60


def days(numbers: Sequence[int]) -> str:
    """Days of the week in their order, 0 for Monday; three or more in a row become a range."""
    if len(numbers) == len(WEEKDAYS):
        return _("Every day")
    parts: list[str] = []
    for run in _runs(numbers):
        names = [str(WEEKDAYS[number]) for number in run]
        if len(run) > 2:
            names = [_("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}]
        parts += names
    return get_text_list(parts, _("and"))


def times(periods: Iterable[tuple[int, int]]) -> str:
    """Periods of a day, in minutes after midnight."""
    return get_text_list([_period(opens, closes) for opens, closes in periods], _("and"))


def time_of_day(minutes: int) -> str:
    """Such as “9am”, “1:30pm”, “midday” or “midnight”."""
    hours, rest = divmod(minutes % DAY, 60)
    if minutes % DAY == 0:
        return _("midnight")
    if minutes % DAY == NOON:
        return _("midday")
    half = _("am") if hours < 12 else _("pm")
    shown = hours % 12 or 12
    return f"{shown}:{rest:02}{half}" if rest else f"{shown}{half}"


def open_until(closing: datetime, at: datetime) -> str:
    """Both in the time of Scotland."""
    if closing - at > timedelta(days=1):
        return _("Open now")
    return _("Open now, until %(time)s") % {"time": _clock(closing)}


def closed_until(opening: datetime, at: datetime) -> str:
    """Both in the time of Scotland."""
    ahead = (opening.date() - at.date()).days
    if ahead == 0:
        words = _("Closed now, opens today at %(time)s")
    elif ahead == 1:
        words = _("Closed now, opens tomorrow at %(time)s")
    else:
        words = _("Closed now, opens on %(day)s at %(time)s")
    # A week ahead the name of the day alone would be that of today.
    day = format_date(opening, "l" if ahead < len(WEEKDAYS) else "l j E")
    return words % {"day": day, "time": _clock(opening)}


def _clock(moment: datetime) -> str:
    return time_of_day(moment.hour * 60 + moment.minute)


def _period(opens: int, closes: int) -> str:
    if closes - opens >= DAY and opens == 0:
        return _("all day")
    return _("%(first)s to %(last)s") % {"first": time_of_day(opens), "last": time_of_day(closes)}


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Numbers that follow each other, together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
