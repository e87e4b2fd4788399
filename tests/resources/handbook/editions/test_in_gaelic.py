"""Editions below the Gaelic handbook: those of the English one, as they were frozen, and marked."""

import pytest
from bs4 import BeautifulSoup

from resources.models import HandbookPage
from tests.factories.gaelic import in_gaelic

pytestmark = pytest.mark.django_db


@pytest.fixture
def gaelic(demo_site) -> HandbookPage:
    english = HandbookPage.objects.get(slug="handbook", locale__language_code="en-gb")
    translated = english.get_translations().filter(locale__language_code="gd").first()
    return translated.specific if translated else in_gaelic(english, title="Leabhar-làimhe")


def soup(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_the_list_has_the_english_editions_and_marks_them(client, gaelic):
    english = soup(client, "/handbook/editions/").select(".es_editions__edition a")
    links = soup(client, "/gd/handbook/editions/").select(".es_editions__edition a")
    assert [link["href"] for link in links] == [f"/gd{link['href']}" for link in english]
    assert {link["lang"] for link in links} == {"en-GB"}
    assert all(link.parent.select_one(".es_in-english") for link in links)


def test_an_edition_is_shown_as_it_was_frozen_within_a_gaelic_page(client, gaelic):
    page, english = (soup(client, f"{prefix}/handbook/editions/2024-10/") for prefix in ("/gd", ""))
    assert page.html["lang"] == "gd"
    frozen = page.select_one("main div[lang=en-GB]")
    shown = [section.get_text() for section in frozen.select(".es_handbook__section")]
    assert shown == [section.get_text() for section in english.select("main .es_handbook__section")]
    assert page.h1["lang"] == "en-GB"
    assert not english.select("main .es_handbook__section [lang]")


def test_files_of_an_edition_are_the_frozen_ones(client, gaelic):
    links = soup(client, "/gd/handbook/editions/2024-10/").select(".ds_file-download__title")
    assert [link["href"].rpartition(".")[2] for link in links] == ["pdf", "docx", "csv", "json"]
    assert all(link["href"].startswith("/handbook/editions/2024-10/") for link in links)


def test_an_edition_is_compared_with_the_current_english_handbook(client, gaelic):
    page = soup(client, "/gd/handbook/compare/2025-06/current/")
    english = soup(client, "/handbook/compare/2025-06/current/")
    assert len(page.select(".es_changes h3")) == len(english.select(".es_changes h3"))
    assert soup(client, "/gd/handbook/compare/2024-10/2025-06/").select("main [lang=en-GB]")


def test_the_handbook_says_what_has_changed_since_the_last_english_edition(client, gaelic):
    box = soup(client, gaelic.url).select_one(".ds_inset-text:has(.es_handbook__since)")
    english = soup(client, "/handbook/").select_one(".ds_inset-text:has(.es_handbook__since)")
    assert len(box.select("li")) == len(english.select("li"))
    assert [link["href"] for link in box.select("a")] == [
        f"/gd{link['href']}" for link in english.select("a")
    ]


def test_editions_cost_the_same_few_queries_more(client, gaelic, django_assert_max_num_queries):
    for address in ("/handbook/editions/", "/handbook/editions/2024-10/"):
        client.get(address)
        client.get(f"/gd{address}")
        with django_assert_max_num_queries(15):
            client.get(f"/gd{address}")
