"""Opening hours: their words, and what they mean at a moment on clocks in Scotland."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from la_directory.opening_hours.hours import SCOTLAND, OpeningHours

WEEKDAYS, NINE, FIVE = range(5), time(9), time(17)
OFFICE = OpeningHours.of_rows([(WEEKDAYS, NINE, FIVE)])
WITH_LUNCH = OpeningHours.of_rows([(WEEKDAYS, NINE, time(12, 30)), (WEEKDAYS, time(13, 15), FIVE)])
ALWAYS = OpeningHours.of_rows([(range(7), time(0), time(0))])
NIGHTS = OpeningHours.of_rows([([4, 6], time(22), time(2, 30))])  # Friday and Sunday
MONDAY = datetime(2026, 10, 5, tzinfo=SCOTLAND)


def moment(days: int, hours: int, minutes: int = 0) -> datetime:
    """So many days after Monday 5 October 2026."""
    return MONDAY + timedelta(days=days, hours=hours, minutes=minutes)


@pytest.mark.parametrize(
    ("hours", "lines"),
    [
        (OFFICE, [("Monday to Friday", "9am to 5pm")]),
        (WITH_LUNCH, [("Monday to Friday", "9am to 12:30pm and 1:15pm to 5pm")]),
        (ALWAYS, [("Every day", "all day")]),
        (NIGHTS, [("Friday and Sunday", "10pm to 2:30am")]),
        (
            OpeningHours.of_rows([(["0", "2"], NINE, time(12)), (["3", "4", "5"], time(12), time(0))]),
            [("Monday and Wednesday", "9am to midday"), ("Thursday to Saturday", "midday to midnight")],
        ),
        (
            OpeningHours.of_rows(
                [([0, 1, 2, 4], NINE, time(12)), ([0], time(11), FIVE), ([0], FIVE, time(18))]
            ),
            [("Monday", "9am to 6pm"), ("Tuesday, Wednesday and Friday", "9am to midday")],
        ),
        (OpeningHours.of_rows([([], NINE, FIVE), ([1], None, FIVE)]), []),
    ],
)
def test_lines_say_what_was_written(hours: OpeningHours, lines: list[tuple[str, str]]) -> None:
    assert hours.lines() == lines


@pytest.mark.parametrize(
    ("hours", "at", "words"),
    [
        (OFFICE, moment(0, 9), "Open now, until 5pm"),
        (OFFICE, moment(0, 8, 59), "Closed now, opens today at 9am"),
        (OFFICE, moment(0, 17), "Closed now, opens tomorrow at 9am"),
        (OFFICE, moment(4, 17), "Closed now, opens on Monday at 9am"),
        (WITH_LUNCH, moment(0, 12, 45), "Closed now, opens today at 1:15pm"),
        (WITH_LUNCH, moment(0, 12, 29), "Open now, until 12:30pm"),
        (ALWAYS, moment(3, 0), "Open now"),
        (NIGHTS, moment(5, 2, 29), "Open now, until 2:30am"),
        (NIGHTS, moment(5, 2, 30), "Closed now, opens tomorrow at 10pm"),
        (NIGHTS, moment(0, 1), "Open now, until 2:30am"),  # since the Sunday before
        (
            OpeningHours.of_rows([([0], NINE, FIVE)]),
            moment(0, 18),
            "Closed now, opens on Monday 12 October at 9am",
        ),
        (OpeningHours(), moment(0, 12), ""),
    ],
)
def test_the_moment_is_put_in_words(hours: OpeningHours, at: datetime, words: str) -> None:
    assert hours.at_present(at) == words
    assert hours.at_present(at.astimezone(UTC)) == words


def test_clocks_go_forward_on_sunday_29_march_2026() -> None:
    at_night = OpeningHours.of_rows([([6], time(0, 30), time(3))])
    assert at_night.is_open(datetime(2026, 3, 29, 1, 59, tzinfo=UTC))
    assert at_night.closing(datetime(2026, 3, 29, 1, tzinfo=UTC)) == datetime(2026, 3, 29, 2, tzinfo=UTC)
    assert OFFICE.next_opening(datetime(2026, 3, 28, 12, tzinfo=UTC)) == datetime(2026, 3, 30, 8, tzinfo=UTC)
    # 1:30 does not come; it is as long after midnight as on other days.
    unseen = OpeningHours.of_rows([([6], time(1, 30), time(4))])
    assert unseen.next_opening(datetime(2026, 3, 29, 0, tzinfo=UTC)) == datetime(
        2026, 3, 29, 1, 30, tzinfo=UTC
    )
    assert OpeningHours.of_rows([([6], time(1, 30), time(2, 15))]).next_opening(
        datetime(2026, 3, 28, 12, tzinfo=UTC)
    ) == datetime(2026, 4, 5, 0, 30, tzinfo=UTC)


def test_clocks_go_back_on_sunday_25_october_2026() -> None:
    night = OpeningHours.of_rows([([5], time(22), time(6))])
    start, end = datetime(2026, 10, 24, 21, tzinfo=UTC), datetime(2026, 10, 25, 6, tzinfo=UTC)
    assert night.next_opening(start - timedelta(hours=1)) == start
    assert night.closing(start) == end  # nine hours
    # 1:15 comes twice and is the first of the two.
    early = OpeningHours.of_rows([([6], time(1, 15), time(2))])
    first = datetime(2026, 10, 25, 0, 15, tzinfo=UTC)
    # A time that comes twice never equals one of another zone, so both are compared in UTC.
    assert early.next_opening(start).astimezone(UTC) == first
    assert early.is_open(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert early.is_open(datetime(2026, 10, 25, 1, 59, tzinfo=UTC))


rows = st.lists(
    st.tuples(st.lists(st.integers(0, 6), max_size=7), st.times(), st.times()).map(
        lambda row: (row[0], row[1].replace(tzinfo=None), row[2].replace(tzinfo=None))
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(rows, st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))
def test_what_is_said_of_a_moment_agrees_with_itself(written: list, at: datetime) -> None:
    hours, now = OpeningHours.of_rows(written), at.replace(tzinfo=UTC)
    assert bool(hours.lines()) == bool(hours)
    opening = hours.next_opening(now)
    if opening:
        assert opening > now
        assert hours.is_open(opening)
        assert not hours.is_open(opening - timedelta(microseconds=1))
    if closing := hours.closing(now):
        assert hours.is_open(now)
        assert closing > now
        assert not hours.is_open(closing) or closing - now > timedelta(days=7)
