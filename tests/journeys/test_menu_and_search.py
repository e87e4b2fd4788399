"""The two buttons of the header on a phone, by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Language, OpenPage


def reach(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, as a reader without a mouse does."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("The Tab key never reaches it")


@pytest.mark.parametrize("name", ["Menu", "Search"])
def test_a_button_opens_a_panel_and_escape_closes_it(
    open_page: OpenPage, language: Language, name: str
) -> None:
    page = open_page(f"{language.prefix}/", width=320)
    button = page.locator("header button[aria-expanded]").filter(has_text=language.say(name))
    panel = page.locator(f"#{button.get_attribute('aria-controls')}")
    expect(panel).to_be_hidden()
    reach(page, button)
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_the_menu_leads_to_a_section(open_page: OpenPage, language: Language) -> None:
    page = open_page(f"{language.prefix}/", width=320)
    reach(page, page.locator("header button[aria-expanded]").filter(has_text=language.say("Menu")))
    page.keyboard.press("Enter")
    link = page.get_by_role("navigation", name=language.say("Main")).get_by_role("link").nth(1)
    target = link.get_attribute("href") or ""
    reach(page, link)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")
    expect(page.locator("header nav [aria-current]")).to_have_count(1)


def test_the_search_field_leads_to_results(open_page: OpenPage, language: Language) -> None:
    page = open_page(f"{language.prefix}/", width=320)
    reach(page, page.locator("header button[aria-expanded]").filter(has_text=language.say("Search")))
    page.keyboard.press("Enter")
    expect(page.locator("header").get_by_role("combobox")).to_be_focused()
    page.keyboard.type("plan")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{language.prefix}/search/?q=plan*")
    expect(page.locator("h1")).to_be_visible()
