"""What every page owes its reader, seen in a real browser, narrow and wide.

The tests of this module are taken over by those that name the KINDS of pages: one file a language, as a file
of tests stays with one process.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import (
    RULES_OF_COLOURS,
    axe_violations,
    bad_stops,
    sideways_scroll,
    space_text,
)
from tests.journeys.conftest import OpenPage
from tests.journeys.pictures import keep_picture

# What a printed page has no use for.
CONTROLS = ("header nav", "header form", "header button", ".es_back-to-top", ".es_feedback", ".es_signup")
WIDTHS = (320, 1280)
each_width = pytest.mark.parametrize("width", WIDTHS)


def as_lines(found: list[str]) -> str:
    return "\n".join(["", *found])


def picture(kind: str, what: object) -> str:
    return f"{kind.split('.')[-1].lower()}-{what}"


@each_width
def test_axe_finds_nothing_and_nothing_scrolls_sideways(show: OpenPage, kind: str, width: int) -> None:
    page = show(kind, width=width)
    keep_picture(page, picture(kind, width))
    found = axe_violations(page)
    assert not found, as_lines(found)
    expect(page.locator("h1")).to_have_count(1)
    assert sideways_scroll(page) == 0
    space_text(page)
    assert sideways_scroll(page) == 0


@each_width
def test_each_stop_of_the_tab_key_is_seen_and_uncovered(show: OpenPage, kind: str, width: int) -> None:
    page = show(kind, width=width, reduced_motion="reduce")
    found = bad_stops(page)
    assert not found, as_lines(found)


def test_all_can_be_read_and_reached_without_scripts(show: OpenPage, kind: str) -> None:
    page = show(kind, width=320, scripts=False)
    expect(page.locator("header nav")).to_be_visible()
    expect(page.get_by_role("searchbox")).not_to_have_count(0)
    expect(page.get_by_role("searchbox").first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    for button in page.locator("button[aria-controls]").all():
        expect(button).to_be_hidden()


def test_forced_colours_leave_nothing_out(show: OpenPage, kind: str) -> None:
    page = show(kind, forced_colors="active")
    keep_picture(page, picture(kind, "forced-colours"))
    found = axe_violations(page, RULES_OF_COLOURS)
    assert not found, as_lines(found)


def test_print_shows_the_words_and_not_the_controls(show: OpenPage, kind: str) -> None:
    page = show(kind, media="print")
    expect(page.locator("h1")).to_be_visible()
    for name in CONTROLS:
        for control in page.locator(name).all():
            expect(control).to_be_hidden()
    assert sideways_scroll(page) == 0
    assert page.pdf().startswith(b"%PDF-")
