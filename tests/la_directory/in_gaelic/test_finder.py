"""The finder in Gaelic: to the Gaelic page where there is one, else to the English one."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale

from la_directory.finder.address import find_url
from la_directory.models import CouncilPage, DirectoryPage
from tests.la_directory.council_page.shown_page import words
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db


@pytest.fixture
def finder(directory: DirectoryPage) -> str:
    return directory.get_translations().get().find_url


@pytest.mark.parametrize("typed", ["Highland", "Inverness", "Inbhir Nis", "A’ Ghàidhealtachd", "s12000017"])
def test_a_translated_council_is_met_in_gaelic(client: Client, finder: str, typed: str) -> None:
    answer = client.get(finder, {"q": typed})
    assert answer.headers["Location"] == "/gd/councils/highland/"


@pytest.mark.parametrize("typed", ["Fife", "Fìobha", "Glenrothes"])
def test_another_one_in_english(client: Client, finder: str, typed: str) -> None:
    assert client.get(finder, {"q": typed}).headers["Location"] == "/councils/fife/"


def test_a_choice_says_which_ones_are_in_english_and_why_in_gaelic(
    client: Client, finder: str, mark: str
) -> None:
    page = BeautifulSoup(client.get(finder, {"q": "Highlnd or Fife"}).content, "html.parser")
    items = {words(item.a): item for item in page.select("main .es_listing li")}
    assert f"Fife {mark}" in items
    fife = items[f"Fife {mark}"]
    assert fife.a.span["lang"] == "en-GB"
    assert "Tha “Fife” na ainm air a’ chomhairle seo" in words(fife)
    assert page.html["lang"] == "gd"


def test_the_gaelic_name_of_a_region_finds_its_councils(client: Client, finder: str) -> None:
    answer = client.get(finder, {"q": "A’ Ghàidhealtachd agus na h-Eileanan"})
    assert answer.headers["Location"] == "/gd/councils/highland/"


def test_without_a_gaelic_directory_the_form_leads_to_the_english_one(
    demo_site: None, directory: DirectoryPage
) -> None:
    gaelic = Locale.objects.get(language_code="gd")
    assert find_url(gaelic.pk) == "/gd/local-authorities/find/"
    first = (
        DirectoryPage.objects.filter(locale=gaelic).exclude(translation_key=directory.translation_key).get()
    )
    first.unpublish()
    assert find_url(gaelic.pk) == "/local-authorities/find/"


def test_it_costs_nothing_more(client: Client, finder: str, directory: DirectoryPage) -> None:
    english, gaelic = (
        assert_within(client, f"{url}?q=Stirling+Falkirk", 12) for url in (directory.find_url, finder)
    )
    assert gaelic <= english + 1
    assert CouncilPage.objects.child_of(directory).count() == 2
