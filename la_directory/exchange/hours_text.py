"""Opening hours as people write them in a cell: "Mon-Fri 09:00-17:00; Sat 10:00-12:00"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import time
from typing import NamedTuple

from django.utils.translation import gettext as _

from la_directory.exchange.problems import NotReadable

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FULL_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    **{name: number for number, name in enumerate(FULL_NAMES)},
    **{name.lower(): number for number, name in enumerate(DAYS)},
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
}
SEVERAL = {
    "daily": range(7),
    "every day": range(7),
    "weekdays": range(5),
    "weekend": range(5, 7),
    "weekends": range(5, 7),
}
SEGMENT = re.compile(r"(?P<days>[a-z ,&/-]+?)[ :,]*(?P<times>[0-9].*|closed)")
AND = re.compile(r",|&|/|\band\b")
DASHES = re.compile("[‐‑‒–—−]")
TO = re.compile(r" *(?:-|\bto\b|\buntil\b|\btill\b) *")
NOON, DAY = 12 * 60, 24 * 60
TIME = re.compile(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))? ?(am|pm)?")


class Hours(NamedTuple):
    """Days as numbers, Monday 0, that share their times; a draft may lack some of it."""

    days: tuple[int, ...]
    opens: time | None
    closes: time | None


def written(hours: Iterable[Hours]) -> str:
    return "; ".join(
        f"{_days_written(each.days)} {_time_written(each.opens)}-{_time_written(each.closes)}"
        for each in hours
    )


def read(text: str) -> tuple[Hours, ...]:
    """NotReadable where any of it is not understood."""
    words = DASHES.sub("-", text.lower())
    segments = [" ".join(segment.split()) for segment in re.split(r"[;\n]", words)]
    return tuple(hours for segment in segments if segment for hours in _segment(segment))


def _segment(words: str) -> Iterator[Hours]:
    match = SEGMENT.fullmatch(words)
    if not match:
        raise _unclear(words)
    days = _days(match["days"])
    if match["times"] == "closed":
        return
    for times in AND.split(match["times"]):
        yield Hours(days, *_times(times.strip(" .")))


def _days(words: str) -> tuple[int, ...]:
    if words.strip() in SEVERAL:
        return tuple(SEVERAL[words.strip()])
    days: set[int] = set()
    for part in AND.split(words):
        ends = [NUMBERS.get(end.strip(" .")) for end in TO.split(part.strip())]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2 or first > last:
            raise _unclear(words)
        days |= set(range(first, last + 1))
    return tuple(sorted(days))


def _times(words: str) -> tuple[time, time]:
    ends = TO.split(words)
    if len(ends) != 2:
        raise _unclear(words)
    matches = [TIME.fullmatch(end) for end in ends]
    if not all(matches):
        raise _unclear(words)
    (opens, begin), (closes, end) = ((_minutes(match), match[3]) for match in matches if match)
    if opens == DAY:
        raise _unclear(words)  # midnight as an end only
    if begin is None and end == "pm" and opens + NOON < closes:
        opens += NOON  # "1-5pm"
    if (
        closes <= opens
        and words.replace(" ", "").replace("-", "").isdigit()
        and len(words) < len("0900-1700")
    ):
        told = _("“%s” ends before it starts. Write it as 09:00-17:00 or 9am-5pm.")
        raise NotReadable(told % words)
    return time(*divmod(opens, 60)), time(*divmod(closes % DAY, 60))


def _minutes(match: re.Match[str]) -> int:
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if minute > 59 or hour * 60 + minute > DAY or (half and not 1 <= hour <= 12):
        raise _unclear(match[0])
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute


def _days_written(days: tuple[int, ...]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join("-".join(DAYS[day] for day in sorted({run[0], run[-1]})) for run in runs) or "?"


def _time_written(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else "?"


def _unclear(words: str) -> NotReadable:
    return NotReadable(
        _("“%s” is not understood. Write hours such as Mon-Fri 09:00-17:00; Sat 10:00-12:00") % words
    )
