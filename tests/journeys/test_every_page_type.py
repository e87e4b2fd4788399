"""What every page owes its reader, seen in a real browser: one page of each type, narrow and wide."""

from __future__ import annotations

import pytest
from wagtail.models import get_page_models

from la_directory.models.place_on_council_page import PlaceOnCouncilPage
from tests.journeys.accessibility import axe_violations, sideways_scroll
from tests.journeys.conftest import OpenPage
from tests.journeys.every_page import (  # noqa: F401  tests of this module, too
    CONTROLS,
    as_lines,
    test_all_can_be_read_and_reached_without_scripts,
    test_axe_finds_nothing_and_nothing_scrolls_sideways,
    test_each_stop_of_the_tab_key_is_seen_and_uncovered,
    test_forced_colours_leave_nothing_out,
    test_print_shows_the_words_and_not_the_controls,
)

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
KINDS = [*PAGE_TYPES, *OTHER_PAGES]


@pytest.fixture
def show(read_page: OpenPage, fullest_page: dict[str, str]) -> OpenPage:
    """`show(kind, …)`: the fullest page of a type, or one of the other pages."""

    def show_it(kind: str, **media: object):
        if kind in PAGE_TYPES:
            assert kind in fullest_page, f"The demo site has no live {kind}"
        path = fullest_page.get(kind) or OTHER_PAGES[kind]
        return read_page(path, expected=404 if kind == "not_found" else 200, **media)

    return show_it


def test_every_control_that_print_hides_is_met_on_a_page(show: OpenPage) -> None:
    page = show("home.StandardPage")
    assert [name for name in CONTROLS if not page.locator(name).count()] == []


@pytest.mark.parametrize(
    "of_each_type", [pytest.param(3, id="a few"), pytest.param(10_000, id="all", marks=pytest.mark.drill)]
)
def test_axe_finds_nothing_on_pages_all_over_the_demo_site(
    read_page: OpenPage, pages_by_type: dict[str, list[str]], of_each_type: int
) -> None:
    found: list[str] = []
    spread = (paths[:: len(paths) // of_each_type + 1] for paths in pages_by_type.values())
    for path in (path for paths in spread for path in paths):
        page = read_page(path, width=320)
        if problems := [*axe_violations(page), *(["scrolls sideways"] if sideways_scroll(page) else [])]:
            found += [f"{path} {problem}" for problem in problems]
    assert not found, as_lines(found)
