"""Pages offered while a reader still types."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.models import MissedSearch
from search.suggestions import MOST
from search.vocabulary import count_words
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def zebras() -> None:
    home = pages.home_page()
    for title in ("Zebra crossing", "Zebras and quaggas", "Zebulon"):
        pages.standard(home, title)
    count_words()


def titles(client: Client, words: str, prefix: str = "") -> list[str]:
    response = client.get(f"{prefix}/search/suggest/", {"q": words})
    assert response.status_code == 200
    return [each["title"] for each in response.json()["suggestions"]]


def test_a_word_that_is_begun_finds_what_goes_on_from_there(client: Client, zebras: None) -> None:
    assert set(titles(client, "zeb")) == {"Zebra crossing", "Zebras and quaggas", "Zebulon"}
    assert titles(client, "crossing ZEBR") == ["Zebra crossing"]


def test_a_word_that_is_whole_is_not_gone_on_with(client: Client, zebras: None) -> None:
    assert titles(client, "zebulon ") == ["Zebulon"]
    assert titles(client, "zebul ") == []


def test_one_letter_says_nothing_yet(client: Client, zebras: None) -> None:
    assert titles(client, "zebulon x") == ["Zebulon"]
    assert titles(client, "ze") == titles(client, "   z") == []


def test_an_abbreviation_finds_what_it_stands_for(client: Client, demo_site: None) -> None:
    assert titles(client, "nolb")[0] == "No One Left Behind"


def test_each_says_what_it_is_and_where(client: Client, demo_site: None) -> None:
    council, contact, *_others = client.get("/search/suggest/?q=glasgow+c").json()["suggestions"]
    assert council == {
        "title": "Glasgow City",
        "kind": "Councils",
        "address": "/local-authorities/glasgow-city/",
    }
    assert contact["kind"] == "Contacts – Glasgow City"


def test_the_address_says_the_language(client: Client, demo_site: None) -> None:
    count_words()
    assert "Comhairlean" in titles(client, "comhairlean", "/gd")


def test_typing_counts_as_no_search_that_found_nothing(client: Client, zebras: None) -> None:
    assert titles(client, "zebrx") == [] and not MissedSearch.objects.exists()


def test_few_are_offered_from_few_queries(
    client: Client, demo_site: None, django_assert_max_num_queries: Any
) -> None:
    count_words()
    titles(client, "empl")
    with django_assert_max_num_queries(8):
        assert len(titles(client, "work")) == MOST


@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40))
def test_anything_typed_gets_an_answer(client: Client, zebras: None, words: str) -> None:
    assert isinstance(titles(client, words), list)


def test_only_reading_is_possible(client: Client, demo_site: None) -> None:
    assert client.post("/search/suggest/", {"q": "zebra"}).status_code == 405


@pytest.mark.parametrize("prefix", ["", "/gd"])
def test_a_browser_can_offer_the_search(client: Client, demo_site: None, settings: Any, prefix: str) -> None:
    settings.SITE_URL = "https://www.example.org"
    page = BeautifulSoup(client.get(f"{prefix}/").content, "html.parser")
    described = client.get(page.find("link", rel="search")["href"])
    assert described["Content-Type"] == "application/opensearchdescription+xml"
    (address,) = ElementTree.fromstring(described.content).findall("{*}Url[@type='text/html']")
    assert address.get("template") == f"https://www.example.org{prefix}/search/?q={{searchTerms}}"
