"""What a person may write as a partial date, and how it is shown."""

import random
from datetime import date, timedelta

import pytest
from django.utils import translation

from cms.partial_dates.value import (
    EARLIEST_YEAR,
    LATEST_STATISTICS,
    LATEST_YEAR,
    ONGOING,
    SEASON_MONTHS,
    NotAPartialDate,
    PartialDate,
    Precision,
)

NO_BREAK_SPACE = chr(0xA0)


def any_partial_date(source: random.Random) -> PartialDate:
    day = date(EARLIEST_YEAR, 1, 1) + timedelta(days=source.randrange((LATEST_YEAR - EARLIEST_YEAR) * 365))
    kinds = [
        PartialDate.on_day(day),
        PartialDate.in_month(day.year, day.month),
        PartialDate.in_season(day.year, source.choice(list(SEASON_MONTHS))),
        PartialDate.in_year(day.year),
        ONGOING,
        LATEST_STATISTICS,
    ]
    return source.choice(kinds)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("24 November 2020", "24 November 2020"),
        ("24/11/2020", "24 November 2020"),
        ("3/4/2018", "3 April 2018"),
        ("2020-11-24", "24 November 2020"),
        ("24 Nov 2020", "24 November 2020"),
        ("24th November 2020", "24 November 2020"),
        ("Dec 2021", "December 2021"),
        ("December 2021", "December 2021"),
        ("Sept 2022", "September 2022"),
        ("Sep. 2022", "September 2022"),
        ("Nov 2020", "November 2020"),
        ("may 2020", "May 2020"),
        ("Spring 2022", "Spring 2022"),
        ("WINTER 2022", "Winter 2022"),
        ("2021", "2021"),
        ("ongoing", "Ongoing"),
        ("Ongoing.", "Ongoing"),
        ("latest statistics", "Latest statistics"),
        ("  Latest \t STATISTICS ", "Latest statistics"),
        (f"24{NO_BREAK_SPACE}November{NO_BREAK_SPACE}{NO_BREAK_SPACE}2020.", "24 November 2020"),
        ("Dec. 2021.", "December 2021"),
        ("29 February 2020", "29 February 2020"),
    ],
)
def test_reads_what_people_write(written: str, shown: str) -> None:
    assert str(PartialDate.parse(written)) == shown


@pytest.mark.parametrize(
    "written",
    [
        "",
        " . ",
        "21",
        "Dec 21",
        "24/11/20",
        "24 November 20",
        "31 April 2021",
        "29 February 2021",
        "31/02/2021",
        "13/13/2021",
        "00/01/2021",
        "2021-13-01",
        "2020-11",
        "2019/20",
        "2019-2020",
        "December",
        "24 November",
        "Decembre 2021",
        "Fall 2022",
        "early 2022",
        "32021",
        "0021",
        "1066",
        "3021",
        "tomorrow",
        "soon 2021 perhaps",
        "24 November 2020 to 3 December 2020",
        "<b>2021</b>",
        "2020-11-24.3",
        "9" * 5000,
        "\x00",
    ],
)
def test_refuses_the_rest_with_one_message_that_shows_what_is_accepted(written: str) -> None:
    with pytest.raises(NotAPartialDate) as refused:
        PartialDate.parse(written)
    message = str(refused.value)
    for example in ("24 November 2020", "24/11/2020", "December 2021", "Spring 2022", "2021"):
        assert example in message
        PartialDate.parse(example)
    assert "Ongoing or Latest statistics" in message


def test_odd_text_is_read_or_refused_and_never_breaks() -> None:
    source = random.Random(7)
    alphabet = "0123456789/-. \u00a0abcdenovrspig\u0661\u2168é\n"
    for _attempt in range(5000):
        text = "".join(source.choice(alphabet) for _ in range(source.randrange(14)))
        try:
            PartialDate.parse(text)
        except NotAPartialDate:
            continue


@pytest.mark.parametrize("language", ["en-gb", "gd"])
def test_what_is_shown_reads_back_as_the_same_date(language: str) -> None:
    source = random.Random(1)
    with translation.override(language):
        for _attempt in range(2000):
            original = any_partial_date(source)
            assert PartialDate.parse(str(original)) == original
            assert PartialDate.from_sort_key(original.sort_key) == original


def test_months_are_shown_in_the_language_of_the_reader() -> None:
    with translation.override("gd"):
        shown = str(PartialDate.parse("24 November 2020"))
    assert shown.startswith("24 ")
    assert "November" not in shown


def test_dates_sort_by_first_day_and_the_coarser_comes_first() -> None:
    source = random.Random(2)
    dates = [any_partial_date(source) for _ in range(3000)]
    for earlier, later in zip(sorted(dates), sorted(dates)[1:], strict=False):
        assert earlier.sort_key <= later.sort_key
        if later.first_day is None:
            continue
        assert earlier.first_day is not None
        assert (earlier.first_day, earlier.precision) <= (later.first_day, later.precision)


def test_dates_that_share_a_first_day_and_words_without_a_date_have_a_fixed_order() -> None:
    written = [
        "2021", "January 2021", "1 January 2021", "2 January 2021", "28 February 2021", "Spring 2021",
        "March 2021", "1 March 2021", "Summer 2021", "June 2021", "Autumn 2021", "Winter 2021",
        "December 2021", "31 December 2199", "Ongoing", "Latest statistics",
    ]  # fmt: skip
    dates = [PartialDate.parse(text) for text in written]
    shuffled = random.Random(3).sample(dates, len(dates))
    assert [str(each) for each in sorted(shuffled)] == written


def test_a_value_that_contradicts_its_precision_cannot_be_made() -> None:
    for precision, day in [
        (Precision.YEAR, date(2021, 2, 1)),
        (Precision.MONTH, date(2021, 2, 2)),
        (Precision.SEASON, date(2021, 4, 1)),
        (Precision.DAY, None),
        (Precision.ONGOING, date(2021, 1, 1)),
    ]:
        with pytest.raises(NotAPartialDate):
            PartialDate(precision, day)


@pytest.mark.parametrize("key", ["", "2020-11-24", "2020-11-24.4", "2020-11-31.3", "2020-11-24.0", "x.3"])
def test_a_broken_sort_key_is_refused(key: str) -> None:
    with pytest.raises(NotAPartialDate):
        PartialDate.from_sort_key(key)
