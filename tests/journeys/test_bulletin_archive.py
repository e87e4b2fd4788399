"""A reader finds an edition, reads it in each of its forms, and prints it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import axe_violations, sideways_scroll
from tests.journeys.conftest import OpenPage

OCTOBER = "/bulletin/2026/10/"


def test_from_the_home_page_to_an_edition_by_search_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/", width=320, java_script_enabled=False)
    page.locator("footer").get_by_role("link", name="E-bulletin").click()
    expect(page.locator("h1")).to_have_text("E-bulletin")
    page.get_by_label("Search all editions").fill("ferry")
    page.get_by_role("search", name="Search the bulletin").get_by_role("button", name="Search").click()
    found = page.get_by_role("link", name="August 2026")
    # The worker of a new site puts its pages into the index one after the other.
    for _attempt in range(30):
        if found.count():
            break
        page.wait_for_timeout(2000)
        page.reload()
    found.click()
    expect(page.locator("h1")).to_have_text("E-bulletin, August 2026")


def test_from_edition_to_edition(open_page: OpenPage) -> None:
    page = open_page(OCTOBER)
    page.get_by_role("link", name="September 2026").click()
    expect(page.locator("h1")).to_have_text("E-bulletin, September 2026")
    page.get_by_role("link", name="Your say on local plans").last.click()
    expect(page).to_have_url(re.compile("/bulletin/2026/09/your-say-on-local-plans/$"))
    page.get_by_role("link", name="All editions").click()
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2025").click()
    expect(page.locator("h1")).to_have_text("Editions of 2025")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_mail_can_be_read_by_everyone(open_page: OpenPage, width: int) -> None:
    """Its own address lets no script run, and so no test: its HTML is looked at on an empty page."""
    page = open_page(OCTOBER, width=width).context.new_page()
    page.set_content(page.request.get(f"{OCTOBER}email/").text())
    # A mail program has the landmarks; the mail is an article in it.
    found = [one for one in axe_violations(page) if not one.startswith(("landmark-one-main:", "region:"))]
    assert not found, "\n".join(found)
    assert sideways_scroll(page) == 0


def test_the_mail_is_shown_with_its_styles_and_its_links_lead_on(open_page: OpenPage) -> None:
    # A page of its own: the browser complains that the sandbox keeps it from asking for an icon.
    page = open_page(OCTOBER).context.new_page()
    page.goto(f"{OCTOBER}email/")
    header = page.get_by_role("heading", level=1)
    expect(header).to_have_css("color", "rgb(255, 255, 255)")
    assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
    page.get_by_role("link", name="Read this bulletin on the website").click()
    expect(page.locator("h1")).to_have_text("E-bulletin, October 2026")


def test_on_paper_an_edition_is_its_words(open_page: OpenPage) -> None:
    page = open_page(OCTOBER)
    page.emulate_media(media="print")
    for name in (".es_contents", ".es_as-mail", ".ds_sequential-nav"):
        expect(page.locator(name).first).to_be_hidden()
    expect(page.get_by_role("heading", name="Practice")).to_be_visible()
    assert sideways_scroll(page) == 0
