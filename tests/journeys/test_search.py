"""A reader looks for something, narrows what was found, and gets there."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.accessibility import axe_violations, sideways_scroll, space_text
from tests.journeys.conftest import SCREENSHOTS, OpenPage


def test_from_words_to_a_service_of_a_council_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/search/", width=320, java_script_enabled=False)
    page.locator("main").get_by_label("Search this site").fill("chidcare")
    page.get_by_role("search", name="Search, main").get_by_role("button", name="Search").click()
    expect(page.locator("main")).to_contain_text("These are the results for “childcare”")
    narrowing = page.locator("main summary", has_text="Narrow or sort the results")
    expect(page.get_by_label("Council")).to_be_hidden()
    narrowing.click()
    page.get_by_label("Council").select_option("Glasgow City")
    page.get_by_label("Kind").select_option("service")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("ol.es_results > li")).not_to_have_count(0)
    for facts in page.locator("ol.es_results > li dl").all():
        assert "Local services" in facts.inner_text() and "Glasgow City" in facts.inner_text()
    page.get_by_role("link", name="Clear filters").click()
    narrowing.click()
    expect(page.get_by_label("Council")).to_have_value("")
    page.get_by_label("Council").select_option("Glasgow City")
    page.get_by_label("Kind").select_option("service")
    page.get_by_role("button", name="Show").click()
    page.locator("ol.es_results a").first.click()
    expect(page.locator("h1")).to_have_text("Glasgow City")


def test_results_can_be_read_by_everyone(open_page: OpenPage) -> None:
    for width in (320, 1280):
        page = open_page("/search/?q=plan&sort=date", width=width)
        page.screenshot(path=SCREENSHOTS / f"search-filters-{width}.png", full_page=True)
        assert axe_violations(page) == []
        assert sideways_scroll(page) == 0
        space_text(page)
        assert sideways_scroll(page) == 0
