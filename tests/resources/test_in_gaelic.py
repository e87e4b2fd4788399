"""Publications and updates in Gaelic: all of the English ones, in Gaelic where they are translated."""

from datetime import date
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resources.models import PublicationIndexPage, PublicationPage, UpdateIndexPage, UpdatePage
from tests.factories import pages
from tests.factories.gaelic import in_gaelic

pytestmark = pytest.mark.django_db


@pytest.fixture
def publications(demo_site) -> PublicationIndexPage:
    """Three, of which the second is translated."""
    index = pages.publications(pages.home_page(), 0)
    for number in (1, 2, 3):
        fields = {"first_published_on": date(2020 + number, 1, 1), "official_date": str(2020 + number)}
        pages.publication(index, f"Plan {number}", publication_type="review", **fields)
    in_gaelic(PublicationPage.objects.get(title="Plan 2"), title="Plana 2", summary="Mun phlana.")
    return PublicationIndexPage.objects.get(pk=index.pk).get_translations().get().specific


@pytest.fixture
def updates(demo_site) -> UpdateIndexPage:
    index = pages.updates(pages.home_page(), 0, "More updates")
    for number in (1, 2):
        day = date(2031, number, 5)
        pages.add(index, UpdatePage, f"News {number}", date=day, body=pages.PARAGRAPH)
    in_gaelic(UpdatePage.objects.get(title="News 1"), title="Naidheachd 1", summary="Goirid.")
    return index.get_translations().get().specific


def soup(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def listed(client, address: str) -> list[Tag]:
    return soup(client, address).select("main .ds_link-item__link")


def test_publications_not_translated_stand_among_the_others_and_are_marked(client, publications):
    links = listed(client, publications.url)
    assert [(link.get_text(), link.get("lang")) for link in links] == [
        ("Plan 3", "en-GB"),
        ("Plana 2", None),
        ("Plan 1", "en-GB"),
    ]
    assert [link.get("hreflang") for link in links] == ["en-GB", None, "en-GB"]
    assert links[1]["href"].startswith("/gd/") and not links[0]["href"].startswith("/gd/")
    marks = [bool(link.parent.select_one(".es_in-english")) for link in links]
    assert marks == [True, False, True]


def test_filters_look_into_the_english_records(client, publications):
    assert [link.get_text() for link in listed(client, f"{publications.url}?year=2022")] == ["Plana 2"]
    assert [link.get_text() for link in listed(client, f"{publications.url}?year=2021")] == ["Plan 1"]
    years = soup(client, publications.url).select("select[name=year] option")
    assert [option["value"] for option in years] == ["", "2023", "2022", "2021"]


def test_facts_of_a_publication_are_those_of_the_english_one(client, publications):
    english = PublicationPage.objects.get(title="Plan 2")
    english.official_date = "24 November 2019"
    english.save_revision().publish()
    translated = english.get_translations().get()
    words = soup(client, translated.url).select_one("main header").get_text(" ")
    assert "2019" in words and "November" not in words


def test_chapters_not_translated_are_read_in_english(client, demo_site):
    plan = pages.publication(pages.publications(pages.home_page(), 0), "Long plan")
    first, second = (pages.chapter(plan, title) for title in ("Introduction", "Money"))
    translated = in_gaelic(first, title="Ro-ràdh")
    page = soup(client, translated.get_parent().url)
    links = page.select("main .ds_contents-nav__link")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("1. Ro-ràdh", translated.url),
        ("2. Money", second.url),
    ]
    assert [link.get("hreflang") for link in links] == [None, "en-GB"]
    after = soup(client, translated.url).select_one("a[rel=next]")
    assert (after["hreflang"], after.select_one("[lang]").get_text()) == ("en-GB", "2. Money")
    chapters = soup(client, f"{translated.get_parent().url}all/").select(".es_whole-chapter")
    assert [chapter.get("lang") for chapter in chapters] == [None, "en-GB"]


def test_updates_not_translated_stand_among_the_others(client, updates):
    links = listed(client, updates.url)
    assert [(link.get_text(), link.get("lang")) for link in links] == [
        ("News 2", "en-GB"),
        ("Naidheachd 1", None),
    ]


def test_the_feed_says_which_entries_are_in_english(client, updates):
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(client.get(f"{updates.url}feed/").content)  # noqa: S314  our own feed
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert feed.get(language) == "gd"
    entries = feed.findall(f"{atom}entry")
    assert [entry.get(language) for entry in entries] == ["en-GB", None]
    assert [entry.find(f"{atom}title").text.split(" (")[0] for entry in entries] == ["News 2", "Naidheachd 1"]


def test_the_latest_updates_come_once_each_in_the_language_of_the_page(client, updates):
    body = [("latest_updates", {"heading": "News", "number": 6})]
    front = pages.landing(pages.home_page(), "Front", body=body)
    for page, expected in ((front, ["News 2", "News 1"]), (in_gaelic(front), ["News 2", "Naidheachd 1"])):
        titles = [link.get_text() for link in listed(client, page.url)]
        assert [title for title in titles if title.startswith(("News ", "Naidheachd "))] == expected


def test_a_door_to_a_page_in_english_says_so(client, demo_site):
    partners = pages.standard(pages.home_page(), "Partners")
    doors = [("door", {"title": "Go", "summary": "There", "link": {"page": partners}})]
    front = in_gaelic(pages.landing(pages.home_page(), "Front", doors=doors), title="Aghaidh")
    door = soup(client, front.url).select_one(".es_door")
    assert door.a["hreflang"] == "en-GB"
    assert door.select_one(".es_in-english")


def test_lists_cost_three_queries_more_than_in_english_however_long_they_are(client, demo_site):
    def cost(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    for make, model in ((pages.publications, PublicationPage), (pages.updates, UpdatePage)):
        costs = []
        for number in (2, 12):
            index = make(pages.home_page(), number, f"{model.__name__} {number}")
            for page in model.objects.child_of(index)[: number // 2]:
                in_gaelic(page)
            costs.append((cost(index.url), cost(index.get_translations().get().url)))
        assert costs[0] == costs[1]
        assert costs[0][1] <= costs[0][0] + 3
