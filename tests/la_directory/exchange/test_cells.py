"""What people write in a cell, and what spreadsheet programs make of it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.pages.spreadsheet_safety import harmless
from cms.partial_dates.value import PartialDate
from la_directory.exchange import date_cells, hours_text
from la_directory.exchange.cells import Telephone, Website
from la_directory.exchange.formula_guard import guarded, unguarded
from la_directory.exchange.hours_text import Hours
from la_directory.exchange.problems import NotReadable
from la_directory.models import ContactPage, LocalServicePage

WEEKDAYS = (0, 1, 2, 3, 4)
NINE, FIVE = time(9), time(17)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "Mon-Fri 09:00-17:00; Sat 10:00-12:00",
            [Hours(WEEKDAYS, NINE, FIVE), Hours((5,), time(10), time(12))],
        ),
        ("Monday to Friday: 9am to 5pm", [Hours(WEEKDAYS, NINE, FIVE)]),
        ("weekdays 9.00–17.00\nSunday closed", [Hours(WEEKDAYS, NINE, FIVE)]),
        ("Tue & Thurs 1-5pm", [Hours((1, 3), time(13), FIVE)]),
        (
            "Mon, Wed-Thu 0900-1230, 1:30pm-5pm",
            [Hours((0, 2, 3), NINE, time(12, 30)), Hours((0, 2, 3), time(13, 30), FIVE)],
        ),
        ("daily 00:00-24:00", [Hours(tuple(range(7)), time(0), time(0))]),
        ("Fri 22:00-02:00", [Hours((4,), time(22), time(2))]),
        ("", []),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, hours: list[Hours]) -> None:
    assert list(hours_text.read(text)) == hours
    assert hours_text.read(hours_text.written(hours)) == tuple(hours)


@pytest.mark.parametrize(
    "text",
    [
        "09:00-17:00",
        "Mon-Fri",
        "Mon 9-5",
        "Fri-Mon 09:00-17:00",
        "Mon 25:00-26:00",
        "Mon 24:00-06:00",
        "by appointment",
    ],
)
def test_hours_that_are_unclear_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(NotReadable, match="09:00-17:00"):
        hours_text.read(text)


HOURS_WORDS = st.sampled_from(
    ["mon", "fri", "-", " to ", " ", ",", ";", ":", "24", "00", "9", "12", "am", "pm"]
)


@given(st.lists(st.one_of(HOURS_WORDS, st.characters()), max_size=9).map("".join))
def test_any_text_gives_hours_or_a_clear_refusal(text: str) -> None:
    try:
        assert hours_text.read(hours_text.written(found := hours_text.read(text))) == found
    except NotReadable as refusal:
        assert "09:00-17:00" in str(refusal)


def test_telephone_numbers_get_their_nought_back() -> None:
    field = ContactPage._meta.get_field("telephone")
    for text in ("1414960123", "1414960123.0", "441414960123", "+44 141 496 0123", "0141 496 0123"):
        assert str(Telephone().read(text, field, None)) == "0141 496 0123"
    for text in ("1.41496E+09", "0141", "ask us", "+353 22 12345", "0141 496 0123 ext 5"):
        with pytest.raises(NotReadable):
            Telephone().read(text, field, None)


def test_dates_come_back_from_spreadsheet_programs() -> None:
    april = PartialDate.parse("April 2026")
    assert date_cells.read("Apr-26") == date_cells.read("April 2026") == april
    assert date_cells.read("01-Apr-26") == PartialDate.parse("1 April 2026")
    assert date_cells.as_text(datetime(2026, 4, 1), r"mmm\-yy") == "April 2026"
    assert date_cells.as_text(date(2026, 4, 1), "dd/mm/yyyy") == "1 April 2026"
    assert date_cells.as_text(date(2026, 4, 1), "yyyy") == "2026"
    with pytest.raises(NotReadable, match="1 April 2026"):
        date_cells.read("46113")


def test_a_website_is_one_that_browsers_open() -> None:
    field = LocalServicePage._meta.get_field("link")
    assert Website().read("www.glasgow.gov.uk/help", field, None) == "https://www.glasgow.gov.uk/help"
    for text in ("javascript:alert(1)", "ftp://example.org/", "no address"):
        with pytest.raises(NotReadable):
            Website().read(text, field, None)


@given(st.text(alphabet="'=+-@ \t\nax", max_size=6))
def test_no_cell_is_a_formula_and_none_is_lost(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert harmless(guarded(text)) == guarded(text)
