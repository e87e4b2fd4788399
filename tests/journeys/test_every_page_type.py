"""What every page owes its reader, seen in a real browser: one page of each type, narrow and wide."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from wagtail.models import get_page_models

from la_directory.models.place_on_council_page import PlaceOnCouncilPage
from tests.journeys.accessibility import axe_violations, bad_stops, sideways_scroll, space_text
from tests.journeys.conftest import SCREENSHOTS, OpenPage

# Contacts and services stand on the page of their council.
PAGE_TYPES = sorted(
    model._meta.label
    for model in get_page_models()
    if not model._meta.app_config.name.startswith("wagtail") and not issubclass(model, PlaceOnCouncilPage)
)
# Pages that no editor writes.
OTHER_PAGES = {
    "search": "/search/?q=work",
    "search_nothing": "/search/?q=zzzz",
    "not_found": "/no-such-page/",
    "edition": "/handbook/editions/2024-10/",
    "editions": "/handbook/editions/",
    "comparison": "/handbook/compare/2024-10/2025-06/",
    "finder_many": "/local-authorities/find/?q=Lanarkshire",
    "finder_nothing": "/local-authorities/find/?q=zzzz",
    "partnership_leads": "/local-authorities/partnership-leads/",
    "bulletin_year": "/bulletin/2026/",
    "bulletin_search": "/bulletin/?q=ferry",
    "bulletin_search_nothing": "/bulletin/?q=zzzz",
    "bulletin_from_elsewhere": "/bulletin/2025/11/",
}
# What a printed page has no use for.
CONTROLS = ("header nav", "header form", "header button", ".es_back-to-top", ".es_feedback", ".es_signup")
KINDS = [*PAGE_TYPES, *OTHER_PAGES]
WIDTHS = (320, 1280)
AT_MOST = 12  # pages of one type, spread over all of them: councils are alike
every_kind = pytest.mark.parametrize("kind", KINDS)
each_width = pytest.mark.parametrize("width", WIDTHS)


def as_lines(found: list[str]) -> str:
    return "\n".join(["", *found])


@pytest.fixture
def show(open_page: OpenPage, fullest_page: dict[str, str]) -> OpenPage:
    """`show(kind, …)`: the fullest page of a type, or one of the other pages."""

    def show_it(kind: str, **context: object):
        if kind in PAGE_TYPES:
            assert kind in fullest_page, f"The demo site has no live {kind}"
        path = fullest_page.get(kind) or OTHER_PAGES[kind]
        return open_page(path, expected=404 if kind == "not_found" else 200, **context)

    return show_it


@every_kind
@each_width
def test_axe_finds_nothing_and_nothing_scrolls_sideways(show: OpenPage, kind: str, width: int) -> None:
    page = show(kind, width=width)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{kind.split('.')[-1].lower()}-{width}.png", full_page=True)
    found = axe_violations(page)
    assert not found, as_lines(found)
    expect(page.locator("h1")).to_have_count(1)
    assert sideways_scroll(page) == 0
    space_text(page)
    assert sideways_scroll(page) == 0


@every_kind
@each_width
def test_each_stop_of_the_tab_key_is_seen_and_uncovered(show: OpenPage, kind: str, width: int) -> None:
    page = show(kind, width=width, reduced_motion="reduce")
    found = bad_stops(page)
    assert not found, as_lines(found)


@every_kind
def test_all_can_be_read_and_reached_without_scripts(show: OpenPage, kind: str) -> None:
    page = show(kind, width=320, java_script_enabled=False)
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    expect(page.get_by_role("searchbox")).not_to_have_count(0)
    expect(page.get_by_role("searchbox").first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    for button in page.locator("button[aria-controls]").all():
        expect(button).to_be_hidden()


@every_kind
def test_forced_colours_leave_nothing_out(show: OpenPage, kind: str) -> None:
    page = show(kind, forced_colors="active")
    page.screenshot(path=SCREENSHOTS / f"{kind.split('.')[-1].lower()}-forced-colours.png", full_page=True)
    found = axe_violations(page)
    assert not found, as_lines(found)


@every_kind
def test_print_shows_the_words_and_not_the_controls(show: OpenPage, kind: str) -> None:
    page = show(kind)
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    for name in CONTROLS:
        for control in page.locator(name).all():
            expect(control).to_be_hidden()
    assert sideways_scroll(page) == 0
    assert page.pdf().startswith(b"%PDF-")


def test_every_control_that_print_hides_is_met_on_a_page(show: OpenPage) -> None:
    page = show("home.StandardPage")
    assert [name for name in CONTROLS if not page.locator(name).count()] == []


def test_axe_finds_nothing_on_pages_all_over_the_demo_site(
    open_page: OpenPage, pages_by_type: dict[str, list[str]]
) -> None:
    found: list[str] = []
    for path in (path for paths in pages_by_type.values() for path in paths[:: len(paths) // AT_MOST + 1]):
        page = open_page(path, width=320)
        if problems := [*axe_violations(page), *(["scrolls sideways"] if sideways_scroll(page) else [])]:
            found += [f"{path} {problem}" for problem in problems]
        page.context.close()
    assert not found, as_lines(found)
