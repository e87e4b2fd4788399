"""No cell that the site exports is run as a formula by the program that opens the file."""

from datetime import date

import pytest

from cms.pages.spreadsheet_safety import harmless

DANGEROUS = [
    '=HYPERLINK("https://evil.example")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\x00=1+1",
    "\x1b=1+1",
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_looks_like_a_formula_gets_an_apostrophe_before_it(text: str) -> None:
    assert harmless(text).startswith("'")
    assert harmless(text)[1:] == text.replace("\x00", "").replace("\x1b", "")


@pytest.mark.parametrize(
    "text", ["", "Words", "1 + 1 = 2", "a=b", "me@example", "£5", "'quoted", "Line\n=two", "–5"]
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("value", [-5, -1.5, 0, None, True, date(2024, 1, 1)])
def test_numbers_and_dates_stay_what_they_are(value: object) -> None:
    assert harmless(value) is value


def test_characters_that_no_spreadsheet_may_hold_are_left_out() -> None:
    assert harmless("a\x00b\x08c\x0bd\x1fe\ufffef\tg\nh") == "abcdef\tg\nh"
