"""Opening hours as a value: when they begin and end, and what that means at a moment in Scotland."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from la_directory.opening_hours import words

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

SCOTLAND = ZoneInfo("Europe/London")
DAY = 24 * 60  # minutes
WEEK = 7  # days
Period = tuple[datetime, datetime]  # in UTC


@dataclass(frozen=True, order=True)
class Span:
    """From one minute to another, counted from the midnight a day begins with; past 1440 is the next day."""

    day: int  # 0 is Monday
    opens: int
    closes: int

    @classmethod
    def between(cls, day: int, opens: time, closes: time) -> Self:
        """A time to close that is not after the time to open belongs to the next day: 00:00 is midnight."""
        first, last = (moment.hour * 60 + moment.minute for moment in (opens, closes))
        return cls(day, first, last if last > first else last + DAY)


@dataclass(frozen=True)
class OpeningHours:
    """The spans of a week. They may overlap; a lunch break lies between two of them.

    Times are those of clocks in Scotland. On the days clocks change, a time that comes twice is the first of
    the two, and one that does not come is as long after midnight as on other days (as in RFC 5545).
    """

    spans: tuple[Span, ...] = ()

    @classmethod
    def from_blocks(cls, value: StreamValue) -> Self:
        """What editors wrote; a draft may lack days or times, and those lines are passed over."""
        rows = [child.value for child in value]
        return cls.of_rows((row["days"] or [], row["opens"], row["closes"]) for row in rows)

    @classmethod
    def of_rows(cls, rows: Iterable[tuple[Iterable[int | str], time | None, time | None]]) -> Self:
        """Each row is days of the week, the time to open and the time to close."""
        spans = {
            Span.between(int(day), opens, closes)
            for days, opens, closes in rows
            if opens is not None and closes is not None
            for day in days
        }
        return cls(tuple(sorted(spans)))

    def __bool__(self) -> bool:
        return bool(self.spans)

    def lines(self) -> list[tuple[str, str]]:
        """Days and times in words: days that share their times share a line, in the order of the week."""
        days_by_times: dict[tuple[tuple[int, int], ...], list[int]] = {}
        for day in range(WEEK):
            if times := tuple(_merged((span.opens, span.closes) for span in self.spans if span.day == day)):
                days_by_times.setdefault(times, []).append(day)
        return [(words.days(days), words.times(times)) for times, days in days_by_times.items()]

    def is_open(self, at: datetime) -> bool:
        return self.closing(at) is not None

    def closing(self, at: datetime) -> datetime | None:
        """When the period ends that is open at a moment; None when it is closed.

        For hours without an end it is a moment more than a week ahead.
        """
        ends = [end for start, end in self._periods(at) if start <= at.astimezone(UTC) < end]
        return ends[0].astimezone(SCOTLAND) if ends else None

    def next_opening(self, at: datetime) -> datetime | None:
        """The next moment it opens after this one; None where it never does."""
        starts = (start for start, _end in self._periods(at) if start > at.astimezone(UTC))
        return next((start.astimezone(SCOTLAND) for start in starts), None)

    def at_present(self, at: datetime) -> str:
        """Whether it is open, until when or from when; "" without hours."""
        if closing := self.closing(at):
            return words.open_until(closing, at.astimezone(SCOTLAND))
        opening = self.next_opening(at)
        return words.closed_until(opening, at.astimezone(SCOTLAND)) if opening else ""

    def _periods(self, at: datetime) -> list[Period]:
        """Periods without a gap between them, from the day before a moment to more than a week after it."""
        today = at.astimezone(SCOTLAND).date()
        days = (today + timedelta(number) for number in range(-1, WEEK + 2))
        return list(_merged(period for day in days for period in self._periods_of(day)))

    def _periods_of(self, day: date) -> Iterator[Period]:
        for span in self.spans:
            if span.day == day.weekday():
                start, end = _moment(day, span.opens), _moment(day, span.closes)
                if start < end:
                    yield start, end


def _moment(day: date, minutes: int) -> datetime:
    """The moment, in UTC, at which clocks in Scotland show so many minutes after midnight.

    Moments of one zone that changes its clocks cannot be compared with each other.
    """
    days, rest = divmod(minutes, DAY)
    return datetime.combine(day + timedelta(days), time(*divmod(rest, 60)), SCOTLAND).astimezone(UTC)


def _merged(periods: Iterable[tuple]) -> Iterator[tuple]:
    """Periods in their order, those that touch or overlap as one."""
    open_one: tuple | None = None
    for start, end in sorted(periods):
        if open_one and start <= open_one[1]:
            open_one = open_one[0], max(open_one[1], end)
        else:
            if open_one:
                yield open_one
            open_one = start, end
    if open_one:
        yield open_one
