"""A reader looks for something, narrows what was found, and gets there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import axe_violations, sideways_scroll, space_text
from tests.journeys.conftest import OpenPage
from tests.journeys.pictures import keep_picture


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
        keep_picture(page, f"search-filters-{width}")
        assert axe_violations(page) == []
        assert sideways_scroll(page) == 0
        space_text(page)
        assert sideways_scroll(page) == 0


@pytest.mark.parametrize(
    ("prefix", "typed", "address"),
    [("", "glasgow c", "/local-authorities/glasgow-city/"), ("/gd", "comhairl", "/gd/local-authorities/")],
)
def test_a_page_is_chosen_with_the_arrow_keys_while_typing(
    open_page: OpenPage, prefix: str, typed: str, address: str
) -> None:
    page = open_page(f"{prefix}/search/")
    field = page.locator("header").get_by_role("combobox")
    field.press_sequentially(typed)
    options = page.locator("header").get_by_role("option")
    expect(options).not_to_have_count(0)
    assert axe_violations(page) == []
    keep_picture(page, f"search-suggestions{prefix.replace('/', '-')}-1280", full_page=False)
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value(typed)
    field.press_sequentially("i")
    field.press("Backspace")
    options.first.click()
    page.wait_for_url(f"**{address}")


def test_suggestions_fit_a_small_screen(open_page: OpenPage) -> None:
    page = open_page("/search/", width=320)
    field = page.locator("main").get_by_role("combobox", name="Search this site")
    field.press_sequentially("work")
    expect(page.locator("main").get_by_role("option")).not_to_have_count(0)
    keep_picture(page, "search-suggestions-320", full_page=False)
    assert axe_violations(page) == []
    assert sideways_scroll(page) == 0
    field.press("ArrowUp")
    field.press("Enter")
    expect(page.locator("h1")).not_to_have_text("Search")
