"""The front page of the archive, its years and its search."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from bulletin.archive.listing import PER_PAGE
from tests.bulletin import office
from tests.bulletin.archive import editions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

ARCHIVE = "/our-bulletin/"


def main(client: Client, path: str = ARCHIVE, **query: str) -> BeautifulSoup:
    response = client.get(path, query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def titles(soup: BeautifulSoup) -> list[str]:
    return [title.get_text(strip=True) for title in soup.select(".ds_link-item__title")]


def test_the_newest_edition_stands_first_and_its_year_below(client: Client) -> None:
    for slug in ("2030-12", "2031-02", "2031-03", "2031-03-your-say"):
        editions.live(slug)
    soup = main(client)
    assert soup.select_one(".es_newest__title").get_text(strip=True) == "Your-say"
    assert titles(soup) == ["March 2031", "February 2031"]
    years = soup.select('nav[aria-label="Years"] a')
    assert [(link.text, link["href"]) for link in years] == [
        ("2031", f"{ARCHIVE}2031/"),
        ("2030", f"{ARCHIVE}2030/"),
    ]


def test_the_newest_edition_says_what_is_in_it(client: Client) -> None:
    story = office.story()
    editions.live(sections=editions.items(story, headings=3), subject="What came of it?", preheader="More.")
    newest = main(client).select_one(".es_newest__edition")
    assert [item.text for item in newest.select("li")] == list(editions.HEADINGS)
    assert "What came of it? More." in newest.text


def test_a_year_has_a_page_of_its_own(client: Client) -> None:
    for slug in ("2030-12", "2031-02", "2031-03"):
        editions.live(slug)
    soup = main(client, f"{ARCHIVE}2031/")
    assert soup.h1.text == "Editions of 2031"
    assert titles(soup) == ["March 2031", "February 2031"]
    assert soup.select_one('a[aria-current="page"]').text == "2031"


def test_drafts_are_in_no_list(client: Client) -> None:
    editions.live("2031-02")
    office.edition(slug="2031-03", title="A draft")
    for path in (ARCHIVE, f"{ARCHIVE}2031/"):
        assert "A draft" not in main(client, path).text
    assert "A draft" not in main(client, ARCHIVE, q="draft").select_one(".es_text").text


def test_an_empty_archive_says_so(client: Client) -> None:
    editions.archive()
    assert "There are no editions yet." in main(client).text


def test_it_calls_to_sign_up_and_says_that_nobody_is_tracked(client: Client) -> None:
    editions.archive()
    soup = main(client)
    assert "We do not track who opens the bulletin or what you click." in soup.text
    assert soup.find("a", href="/bulletin/subscribe/")


def test_it_leads_to_the_feed(client: Client) -> None:
    editions.live()
    for path in (ARCHIVE, f"{ARCHIVE}2031/"):
        page = BeautifulSoup(client.get(path).content, "html.parser")
        link = page.head.find("link", rel="alternate", type="application/atom+xml")
        assert link["href"] == f"{ARCHIVE}feed/"
        assert page.main.find("a", href=f"{ARCHIVE}feed/")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lighthouse", ["October 2031"]),
        ("harbour", ["October 2031"]),
        ("ferries", []),
        ("pilot", ["October 2031", "May 2031"]),
    ],
)
def test_search_looks_into_the_words_of_editions(client: Client, words: str, found: list[str]) -> None:
    story = office.story(title="The lighthouse keeps its keeper", summary="A harbour town.")
    editions.live("2031-10", sections=editions.items(story))
    editions.live("2031-05")
    soup = main(client, q=words)
    assert sorted(titles(soup)) == sorted(found)
    assert (f"{len(found)} edition" in soup.h2.text) is bool(found)


@pytest.mark.parametrize(
    "odd",
    [
        " ", "***", '"', "''", "-", "NEAR(", "a AND", "a OR b NOT", "col:x", "^a", "a*", "%", "_", "\\", "(",
        "🙂", "крот", "a" * 200, "'; DROP TABLE bulletin_editionpage; --", "<script>alert(1)</script>",
        "\u202eabc",
    ],
)  # fmt: skip
def test_odd_words_get_a_page(client: Client, odd: str) -> None:
    editions.live()
    assert "<script>alert" not in str(main(client, q=odd))


@pytest.mark.parametrize(("wrong", "words"), [("a" * 201, "200 characters"), ("a\0b", "Null characters")])
def test_words_that_cannot_be_searched_get_a_message(client: Client, wrong: str, words: str) -> None:
    editions.live()
    soup = main(client, q=wrong)
    assert words in soup.select_one(".ds_error-summary").text
    assert soup.select_one(".es_newest")


def test_nothing_found_leads_back_to_all(client: Client) -> None:
    editions.live()
    soup = main(client, q="zzzz")
    assert "No edition found for “zzzz”" in soup.text
    assert soup.find("a", string="All editions")["href"] == ARCHIVE


@pytest.mark.parametrize(("page", "number"), [("1", PER_PAGE), ("2", 2), ("99", 2), ("x", PER_PAGE)])
def test_many_results_stand_on_several_pages(client: Client, page: str, number: int) -> None:
    for count in range(PER_PAGE + 2):
        editions.live(f"2031-10-pilot-{count}")
    assert len(titles(main(client, q="pilot", page=page))) == number


def test_search_over_the_site_finds_an_edition_by_its_full_name(client: Client) -> None:
    editions.live(sections=editions.items(office.story(title="The lighthouse keeps its keeper")))
    soup = main(client, "/search/", q="lighthouse")
    assert soup.find("a", href=f"{ARCHIVE}2031/10/").text == "E-bulletin, October 2031"
