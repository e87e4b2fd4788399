"""A reader finds a product, takes the handbook away and sees what has changed, also without scripts."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.accessibility import axe_violations, sideways_scroll
from tests.journeys.conftest import Language, OpenPage

HANDBOOK = "/handbook/"


def names(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".es_results h3").all_inner_texts()]


def press(page: Page, target: Locator) -> None:
    """Presses and waits for the next page: without scripts nothing else tells that it has come."""
    with page.expect_navigation():
        target.click()


def test_products_are_narrowed_in_both_languages(open_page: OpenPage, language: Language) -> None:
    page = open_page(f"{language.prefix}/handbook/products/", width=320, java_script_enabled=False)
    everything = names(page)
    page.get_by_label(language.say("Words")).fill("NOLB")
    press(page, page.get_by_role("button", name=language.say("Show")))
    assert 0 < len(names(page)) < len(everything)
    press(page, page.get_by_role("link", name=language.say("Clear filters")))
    assert names(page) == everything


def test_products_are_filtered_and_sorted_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/handbook/products/", java_script_enabled=False)
    page.get_by_label("Category").select_option("Data resources")
    press(page, page.get_by_role("button", name="Show"))
    assert names(page) == ["No One Left Behind data products", "NOLB Data Toolkit"]
    press(page, page.locator(".es_sort").get_by_role("link", name="Name"))
    assert names(page) == sorted(names(page), key=str.casefold)
    assert len(names(page)) == 2
    press(page, page.get_by_role("link", name="Clear filters"))
    assert len(names(page)) == 9
    page.get_by_label("Words").fill("plain English")
    press(page, page.get_by_role("button", name="Show"))
    assert names(page) == ["No One Left Behind data products"]
    press(page, page.get_by_role("link", name="No One Left Behind data products"))
    expect(page.locator("h1")).to_have_text("No One Left Behind data products")


def test_the_table_can_be_read_at_320_pixels(open_page: OpenPage, language: Language) -> None:
    page = open_page(language.prefix + HANDBOOK, width=320)
    row = page.locator("tr:has(td)", has_text="NOLB").first
    for label in ("When was it published?", "What does it do?", "Who can use it?"):
        expect(row.get_by_text(language.say(label))).to_be_visible()
    assert sideways_scroll(page) == 0


@pytest.mark.parametrize("component", ["es_connections", "es_timeline"])
def test_a_diagram_is_a_list_first_and_a_drawing_second(
    open_page: OpenPage, language: Language, component: str
) -> None:
    page = open_page(language.prefix + HANDBOOK)
    found = page.evaluate(
        """name => {
            const drawing = document.querySelector(`.${name} svg, .${name}__drawing, .${name}__overview svg`)
            const frame = drawing.closest(`.${name}`) || drawing.parentElement
            const list = frame.querySelector('ol, ul, dl')
            return {
                listFirst: !!(list.compareDocumentPosition(drawing) & Node.DOCUMENT_POSITION_FOLLOWING),
                description: drawing.querySelector('desc')?.textContent.trim() || '',
                title: drawing.querySelector('title')?.textContent.trim() || '',
            }
        }""",
        component,
    )
    assert found["listFirst"]
    assert found["title"]
    assert found["description"]


def test_files_of_the_current_handbook_say_that_they_are_no_edition(
    open_page: OpenPage, language: Language
) -> None:
    page = open_page(language.prefix + HANDBOOK)
    files = page.locator(".es_handbook__take-away a.ds_file-download__title")
    addresses = [link.get_attribute("href") for link in files.all()]
    assert [address.rpartition(".")[2] for address in addresses] == ["pdf", "docx", "csv", "json"]
    for address in addresses:
        answer = page.request.get(urljoin(page.url, address))
        assert answer.ok
        assert 'filename="handbook-working-version-' in answer.headers["content-disposition"]


def test_what_has_changed_is_reached_from_the_handbook(open_page: OpenPage, language: Language) -> None:
    page = open_page(language.prefix + HANDBOOK, width=320)
    page.get_by_role("link", name=language.say("See every change")).click()
    expect(page.get_by_text("Local Delivery Plan Framework").first).to_be_visible()
    assert axe_violations(page) == []
    assert sideways_scroll(page) == 0


def test_an_edition_names_the_newer_one_and_its_hash(open_page: OpenPage) -> None:
    page = open_page("/handbook/editions/2024-10/")
    expect(page.get_by_role("link", name="Read the edition of June 2025")).to_be_visible()
    assert page.get_by_text("SHA-256").count()
    page.get_by_role("link", name="Read the edition of June 2025").click()
    expect(page.get_by_text("There is a newer edition")).to_have_count(0)
