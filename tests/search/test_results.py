"""What a search answers: order, filters, passages, spelling."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from search.database import matches
from search.models import Entry
from search.passages import passage_of
from search.question import question_of
from search.ranking import ranked
from search.vocabulary import count_words
from tests.factories import councils, pages
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db

BUDGET = 14


@pytest.fixture
def home() -> Page:
    return pages.home_page()


def headings(client: Client, query: str) -> list[str]:
    page = BeautifulSoup(client.get(f"/search/?{query}").content, "html.parser")
    return [link.get_text() for link in page.select("ol.es_results h3")]


def choices(client: Client, query: str, name: str) -> list[str]:
    page = BeautifulSoup(client.get(f"/search/?{query}").content, "html.parser")
    return [option.get_text() for option in page.select(f"select[name={name}] option")]


def test_the_page_of_that_name_stands_first(client: Client, home: Page) -> None:
    pages.standard(home, "Travel", body=[("text", "<p>Zebra, zebra, zebra and more zebras.</p>")])
    pages.standard(home, "Zebra")
    assert headings(client, "q=zebras") == ["Zebra", "Travel"]


def test_newer_news_stands_before_older(client: Client, home: Page) -> None:
    index = pages.updates(home, 0)
    for year in (2019, 2026, 2022):
        update = {"date": date(year, 5, 1), "body": pages.PARAGRAPH}
        pages.add(index, pages.UpdatePage, "Zebra counted", slug=f"zebra-{year}", **update)
    page = client.get("/search/?q=zebra").content.decode()
    assert page.index("1 May 2026") < page.index("1 May 2022") < page.index("1 May 2019")


def test_results_can_be_sorted_by_date(client: Client, home: Page) -> None:
    pages.standard(home, "Zebra")
    index = pages.updates(home, 0)
    for year in (2019, 2026):
        pages.add(index, pages.UpdatePage, f"Zebra {year}", date=date(year, 5, 1), body=pages.PARAGRAPH)
    assert headings(client, "q=zebra&sort=date") == ["Zebra 2026", "Zebra 2019", "Zebra"]
    assert headings(client, "q=zebra&sort=nonsense")[0] == "Zebra"


def test_filters_narrow_and_say_how_many_each_would_give(client: Client, home: Page) -> None:
    glasgow = councils.council(councils.directory(home))
    councils.service(glasgow, "Zebra walks")
    councils.contact(glasgow, "Zebra line")
    pages.standard(home, "Zebra")
    kinds = ["All", "Councils (1)", "Contacts (1)", "Local services (1)", "Other pages (1)"]
    assert choices(client, "q=zebra", "kind") == kinds
    assert choices(client, "q=zebra", "council") == ["All", "Glasgow City (3)"]
    assert headings(client, "q=zebra&council=Glasgow+City&kind=service") == ["Zebra walks"]
    assert choices(client, "q=zebra&kind=service", "council") == ["All", "Glasgow City (1)"]


@pytest.mark.parametrize(("query", "is_open"), [("", False), ("&kind=page", True), ("&sort=date", True)])
def test_filters_are_folded_until_one_is_used(client: Client, home: Page, query: str, is_open: bool) -> None:
    pages.standard(home, "Zebra")
    page = BeautifulSoup(client.get(f"/search/?q=zebra{query}").content, "html.parser")
    (folded,) = [each for each in page.select("main details") if each.select("select[name=kind]")]
    assert folded.has_attr("open") == is_open
    assert not folded.select("ol.es_results") and page.select("main details ~ ol.es_results")


def test_a_filter_that_nothing_fits_can_be_taken_back(client: Client, home: Page) -> None:
    pages.standard(home, "Zebra")
    html = client.get("/search/?q=zebra&kind=nonsense&year=1066").content.decode()
    assert "Nothing fits these filters" in html and "Clear filters" in html
    assert choices(client, "q=zebra&year=1066", "year") == ["All", "1066 (0)"]


def test_the_passage_is_where_the_words_stand(home: Page) -> None:
    text = "Nothing here. " * 60 + "The quagga is a striped animal. " + "Nothing there. " * 60
    pages.standard(home, "Animals", body=[("text", f"<p>{text}</p>")])
    pieces = passage_of(Entry.objects.get(heading="Animals"), question_of("striped quaggas"))
    assert [piece.text for piece in pieces if piece.is_marked] == ["quagga", "striped"]
    assert pieces[0].text == "… " and len("".join(piece.text for piece in pieces)) < 400


def test_the_passage_of_a_contact_is_its_summary_with_the_fact_asked_for(home: Page) -> None:
    glasgow = councils.council(councils.directory(home))
    councils.contact(glasgow, "Quagga line", email="work@quagga.example", address="Quay Street\nPartick")
    entry = Entry.objects.get(heading="Quagga line")
    told = {
        words: "".join(piece.text for piece in passage_of(entry, question_of(words)))
        for words in ("quagga", "work", "partick", "work@quagga.example")
    }
    assert told["quagga"] == told["work"] == entry.summary
    assert told["partick"] == f"{entry.summary}: Partick"
    assert told["work@quagga.example"] == f"{entry.summary}: E-mail work@quagga.example"


def test_passages_are_escaped(client: Client, home: Page) -> None:
    pages.standard(home, "Animals", summary="The <b>quagga</b> & 'others'")
    html = client.get("/search/?q=quagga").content.decode()
    assert "<b>" not in html and "&lt;b&gt;<mark>quagga</mark>&lt;/b&gt; &amp;" in html


def test_a_misspelt_word_finds_what_was_meant(client: Client, home: Page) -> None:
    pages.standard(home, "Zebra crossing")
    count_words()
    html = client.get("/search/?q=zbera").content.decode()
    assert "These are the results for “zebra”" in html and "Zebra crossing" in html


def test_pages_with_some_of_the_words_follow(client: Client, home: Page) -> None:
    pages.standard(home, "Zebra")
    pages.standard(home, "Zebra and quagga")
    assert headings(client, "q=quagga+zebra")[:2] == ["Zebra and quagga", "Zebra"]


def test_what_may_be_out_of_date_stands_lower(home: Page) -> None:
    first, second = pages.standard(home, "Zebra walks"), pages.standard(home, "Zebra walks", slug="walks")
    question = question_of("zebra walks")
    for last, other in ((first, second), (second, first)):
        order = ranked(matches(question, "en-gb"), question, "en-gb", last={last.pk})
        assert [match.page_id for match in order] == [other.pk, last.pk]


@pytest.mark.parametrize("number", [1, 25])
def test_a_page_of_results_keeps_to_its_budget(client: Client, home: Page, number: int) -> None:
    for count in range(number):
        pages.standard(home, f"Zebra {count}")
    assert_within(client, "/search/?q=zebra", BUDGET)
