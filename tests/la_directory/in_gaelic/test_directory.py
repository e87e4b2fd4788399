"""The list of councils, the Partnerships Leads and the open data as Gaelic readers meet them."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from cms.languages.sorting import by_letter
from la_directory.models import CouncilPage, DirectoryPage
from tests.factories import councils
from tests.factories.gaelic import in_gaelic
from tests.la_directory.council_page.shown_page import words
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db


@pytest.fixture
def all_councils(demo_site: None) -> DirectoryPage:
    """Two of the demo site’s 32 councils are in Gaelic."""
    return councils.demo_directory().get_translations().get()


@pytest.fixture
def in_both(directory: DirectoryPage) -> tuple[DirectoryPage, DirectoryPage]:
    return directory, directory.get_translations().get()


def main_of(client: Client, address: str) -> Tag:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


def test_all_councils_are_listed_and_those_in_english_marked(
    client: Client, all_councils: DirectoryPage, mark: str
) -> None:
    links = main_of(client, all_councils.url).select(".es_councils__link")
    assert len(links) == 32
    titles = [link.get_text() for link in links]
    assert titles == sorted(titles, key=by_letter)
    translated = CouncilPage.objects.child_of(all_councils).live()
    assert translated.count() == 2
    for link in links:
        is_gaelic = link["href"] in {page.url for page in translated}
        behind = link.find_next_sibling("span")
        assert (behind is None) is is_gaelic
        assert is_gaelic or (link["lang"], behind.get_text()) == ("en-GB", mark)
        assert link["href"].startswith("/gd/") is is_gaelic


def test_letters_are_those_without_accents(client: Client, directory: DirectoryPage) -> None:
    for code, title in (("S12000018", "Àrainn"), ("S12000019", "Arach"), ("S12000020", "Ath")):
        in_gaelic(councils.council(directory, code), title=title)
    page = directory.get_translations().get()
    sections = main_of(client, page.url).select(".es_councils__letter")
    assert [(words(part.h3), [link.get_text() for link in part.select("a")]) for part in sections] == [
        ("A", ["A’ Ghàidhealtachd", "Arach", "Àrainn", "Ath"]),
        ("F", ["Fife"]),
    ]


def test_filters_give_the_same_councils_in_both_languages(
    client: Client, in_both: tuple[DirectoryPage, DirectoryPage]
) -> None:
    gaelic = in_both[1]
    for query, number in (
        ("?kind=self-employment", 1),
        ("?region=highlands-and-islands", 1),
        ("?region=fife", 1),
        ("?kind=self-employment&region=fife", 0),
        ("?words=highland", 1),
        ("?words=gaidhealtachd", 1),
        ("?words=first+steps", 1),
        ("?words=trade", 1),
        ("?words=kingdom", 1),
    ):
        found = [main_of(client, page.url + query).select(".es_councils__link") for page in in_both]
        assert [len(links) for links in found] == [number, number], query
    shown = main_of(client, f"{gaelic.url}?words=ciad")
    service = shown.select_one(".es_councils__list p:last-child a")
    assert service.get_text() == "Ciad cheumannan"
    assert service["href"].startswith(f"{gaelic.url}highland/#localservice-")
    option = shown.select_one("option[value=self-employment]")
    assert option.get_text() == "Fèin-fhastadh"


def test_the_list_costs_no_query_more_once_it_is_kept(
    client: Client, in_both: tuple[DirectoryPage, DirectoryPage]
) -> None:
    english, gaelic = (assert_within(client, page.url, 12) for page in in_both)
    assert gaelic <= english + 1


def test_leads_are_listed_and_filed_in_the_words_of_the_language(
    client: Client, highland: CouncilPage, in_both: tuple[DirectoryPage, DirectoryPage]
) -> None:
    lead = councils.contact(highland, "Partnerships Lead", for_whom="lead", subject="Plans")
    fife = CouncilPage.objects.sibling_of(highland).get(title="Fife")
    councils.contact(fife, "Partnerships Lead", for_whom="lead")
    in_gaelic(lead, title="Stiùiriche", subject="Planaichean")
    address = f"{in_both[1].url}partnership-leads/"
    rows = main_of(client, address).select("tbody tr")
    assert "A’ Ghàidhealtachd" in words(rows[0])
    assert "Stiùiriche Planaichean" in words(rows[0]) and rows[0].select("[lang]") == []
    assert rows[1].th.span["lang"] == "en-GB" and rows[1].th.a["href"] == fife.url
    for query, number in (("?q=planaichean", 1), ("?q=plans", 1), ("?region=fife", 1), ("?q=nobody", 0)):
        assert len(main_of(client, address + query).select("tbody tr")) == number, query
    table = client.get(f"{address}leads.csv?q=plans").content.decode()
    assert table.splitlines()[0].startswith("\ufeffComhairle,Ainm oifigeil,")
    assert table.splitlines()[1].startswith("A’ Ghàidhealtachd,The Highland Council,S12000017,")
    english = assert_within(client, f"{in_both[0].url}partnership-leads/", 14)
    assert assert_within(client, address, 17) <= english + 3 + 1


def test_open_data_is_one_english_file_wherever_it_is_asked_for(
    client: Client, in_both: tuple[DirectoryPage, DirectoryPage]
) -> None:
    english, gaelic = in_both
    files = [client.get(page.file_url("export", "json")).content for page in in_both]
    assert files[0] == files[1] and b'"kind": "Self-employment"' in files[0]
    offered = main_of(client, gaelic.url).select(".ds_file-download")
    assert [each.a["href"] for each in offered] == [
        english.file_url("export", kind) for kind in ("csv", "json")
    ]
    assert all("Beurla" in words(each) for each in offered)
    feed = str(client.get("/open-referral/services?per_page=100").json())
    assert "First steps" in feed and "Ciad cheumannan" not in feed
