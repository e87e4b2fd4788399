"""What every page owes its reader, in Gaelic: one page of each type that is translated, and others."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.every_page import (  # noqa: F401  tests of this module, too
    test_all_can_be_read_and_reached_without_scripts,
    test_axe_finds_nothing_and_nothing_scrolls_sideways,
    test_each_stop_of_the_tab_key_is_seen_and_uncovered,
    test_forced_colours_leave_nothing_out,
    test_print_shows_the_words_and_not_the_controls,
)

PAGE_TYPES = [
    "home.LandingPage",
    "home.StandardPage",
    "la_directory.CouncilCaseStudiesPage",
    "la_directory.CouncilPage",
    "la_directory.DirectoryPage",
    "resources.HandbookPage",
    "resources.PolicyPage",
    "resources.ProductIndexPage",
    "resources.ProductPage",
]
# Pages that no editor writes.
OTHER_PAGES = {
    "search": "/gd/search/?q=obair",
    "search_nothing": "/gd/search/?q=zzzz",
    "not_found": "/gd/no-such-page/",
    "finder_many": "/gd/local-authorities/find/?q=Lanarkshire",
    "finder_nothing": "/gd/local-authorities/find/?q=zzzz",
    "partnership_leads": "/gd/local-authorities/partnership-leads/",
    "sign_up": "/gd/bulletin/subscribe/",
}
KINDS = [f"{kind}-gaelic" for kind in (*PAGE_TYPES, *OTHER_PAGES)]


@pytest.fixture
def show(read_page: OpenPage, fullest_gaelic_page: dict[str, str]) -> OpenPage:
    """`show(kind, …)`: the fullest Gaelic page of a type, or one of the other pages."""

    def show_it(kind: str, **media: object) -> Page:
        name = kind.removesuffix("-gaelic")
        if name in PAGE_TYPES:
            assert name in fullest_gaelic_page, f"The demo site has no live {name} in Gaelic"
        path = fullest_gaelic_page.get(name) or OTHER_PAGES[name]
        return read_page(path, expected=404 if name == "not_found" else 200, **media)

    return show_it


def test_from_the_gaelic_home_page_to_a_telephone_number(open_page: OpenPage) -> None:
    """On a phone, without scripts."""
    page = open_page("/gd/", width=320, java_script_enabled=False)
    finder = page.locator(".es_finder")
    finder.get_by_role("textbox").fill("inbhir nis")
    with page.expect_navigation():
        finder.get_by_role("button").click()
    assert "/gd/local-authorities/highland/" in page.url
    expect(page.locator("html")).to_have_attribute("lang", "gd")
    number = page.locator('main a[href^="tel:"]').first
    expect(number).to_be_visible()
    assert re.fullmatch(r"0\d{2,4}\s\d{3}\s\d{4}", number.inner_text())


def test_to_english_and_back(open_page: OpenPage) -> None:
    page = open_page("/gd/local-authorities/highland/", width=320)
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en-gb")
    assert page.url.endswith("/local-authorities/highland/") and "/gd/" not in page.url
    page.get_by_role("link", name="Gàidhlig", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "gd")
