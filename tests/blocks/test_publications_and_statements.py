"""Lists that show what is written on other pages, and statements that are written once."""

import datetime
from typing import Any

import pytest
from django.db import models
from wagtail.models import Page

from cms.partial_dates.value import PartialDate
from cms.vocabulary.models import ApproachStatements
from tests.blocks.bodies import body, errors_of, shown, shown_block, words
from tests.factories.pages import home_page, publication, publications


@pytest.fixture
def plan(db: None) -> Page:
    index = publications(home_page(), 0, title="Plans")
    return publication(index, "Delivery plan", summary="How it is done.", official_date="24 November 2020")


def entry(**fields: Any) -> dict[str, Any]:
    return {"publications": [fields]}


def test_title_date_and_summary_come_from_our_page(plan: Page) -> None:
    html = shown_block("publications", entry(link={"page": plan.pk}))
    assert html.a["href"] == plan.url
    assert words(html.a) == "Delivery plan"
    assert "24 November 2020" in words(html)
    assert "How it is done." in words(html)


def test_what_the_editor_writes_comes_before_what_the_page_says(plan: Page) -> None:
    value = entry(
        link={"page": plan.pk}, title="The plan", date="Nov 2020", summary="In short.", link_words="Read it"
    )
    html = shown_block("publications", value)
    assert words(html.a) == "Read it about The plan"
    assert " November 2020" in words(html)
    assert "24 November" not in words(html)
    assert "How it is done." not in words(html)


def test_pages_without_date_and_addresses_elsewhere_are_listed_too(plan: Page) -> None:
    value = {
        "publications": [
            {"link": {"page": home_page().pk}, "title": "Home"},
            {
                "link": {"address": "https://www.gov.scot/a/"},
                "title": "Statistics",
                "date": "Latest statistics",
            },
            {"link": {"page": plan.pk}},
        ]
    }
    html = shown_block("publications", value)
    assert [words(link) for link in html.find_all("a")] == ["Home", "Statistics", "Delivery plan"]
    assert "Latest statistics" in words(html)


def test_nothing_of_a_page_that_is_not_live_is_told(plan: Page) -> None:
    plan.unpublish()
    assert words(shown_block("publications", entry(link={"page": plan.pk}))) == ""
    html = shown_block("publications", entry(link={"page": plan.pk}, title="A plan to come"))
    assert words(html) == "A plan to come"
    assert html.a is None


@pytest.mark.parametrize("day", ["day", "moment", "partial"])
def test_any_kind_of_date_of_a_page_is_shown(day: str, plan: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    dates = {
        "day": datetime.date(2021, 12, 1),
        "moment": datetime.datetime(2021, 12, 1, tzinfo=datetime.UTC),
        "partial": PartialDate.parse("1 December 2021"),
    }
    monkeypatch.setattr(type(plan), "listing_date", dates[day])
    assert "1 December 2021" in words(shown_block("publications", entry(link={"page": plan.pk})))


def test_a_wrong_date_gets_a_message_beside_it(db: None) -> None:
    link = {"address": "https://www.gov.scot/"}
    value = body(("publications", entry(link=link, title="x")))
    value[0].value["publications"][0]["date"] = "Nov 20"
    assert "24 November 2020" in str(errors_of(value))


@pytest.fixture
def statements(db: None) -> models.Model:
    return ApproachStatements.objects.create(
        title="Approach",
        statements=[
            {"type": "statement", "value": {"text": "helping people into work", "principles": []}},
            {
                "type": "statement",
                "value": {"text": "holding to these", "principles": ["Dignity", "Respect"]},
            },
        ],
    )


def test_statements_are_a_list_with_their_principles_below(statements: ApproachStatements) -> None:
    html = shown_block("statements", statements.pk)
    assert words(html).startswith("We are: helping people into work")
    outer, inner = html.find_all("ul")
    assert [item.get_text() for item in inner.find_all("li")] == ["Dignity", "Respect"]
    assert len(outer.find_all("li", recursive=False)) == 2


def test_statements_not_published_or_deleted_are_not_shown(
    statements: ApproachStatements,
) -> None:
    value = body(("statements", statements.pk))
    statements.unpublish()
    assert words(shown(value)) == ""
    statements.delete()
    assert words(shown_block("statements", statements.pk)) == ""
