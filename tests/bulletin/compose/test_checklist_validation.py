"""What validation of the whole draft would refuse stands in the checklist, too."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from bulletin.approval.approve import CannotApprove, approve
from bulletin.compose.checklist import problems_of
from bulletin.models import EditionPage
from cms.pages.completeness import problems as problems_of_validation
from tests.bulletin import office
from tests.bulletin.approval.editing import Editing
from tests.bulletin.office import sections, story

GOV = "https://www.gov.scot/"
WHERE = "Choose where the link leads: a page, a document, an address or an e-mail address."


def link(**target: str) -> list[dict[str, Any]]:
    return [{"type": "link", "id": "one", "value": {"title": "Plans", "link": target}}]


def found(edition: EditionPage) -> list[tuple[str, str]]:
    return [(each.where, each.words) for each in problems_of(edition) if each.is_blocking]


@pytest.mark.parametrize("origin", ["here", "elsewhere"])
def test_an_empty_related_link_is_named_once(db: None, origin: str) -> None:
    edition = office.edition(related=link(), origin=origin)
    assert found(edition) == [("Related pages, item 1", WHERE)]
    assert problems_of(edition)[0].anchor == "block-one-section"
    assert found(office.edition(related=link(address=GOV), origin=origin, slug="2031-11")) == []


def test_a_link_that_leads_to_two_places_is_named_once(db: None) -> None:
    edition = office.edition(related=link(address=GOV, email="us@gov.scot"))
    (_where, words) = found(edition)[0]
    assert words.startswith("A link leads to one place.") and len(found(edition)) == 1


def test_words_of_a_field_within_say_which_one(db: None) -> None:
    edition = office.edition(sections=sections(story(link_words="a" * 61), heading="News" * 30))
    assert [words[:10] for _where, words in found(edition)] == ["“Heading”:", "“Link word"]


def test_what_the_checklist_says_itself_is_not_said_again(db: None) -> None:
    items = [story(title="", address="half-typed"), {"type": "free_text", "value": {"text": ""}}]
    edition = office.edition(sections=sections(*items, heading=""), subject="")
    assert sorted(where for where, _words in found(edition)) == [
        "Subject",
        "section 1",
        "section 1, item 1",
        "section 1, item 1",
        "section 1, item 2",
    ]


def test_nothing_is_complete_here_that_approval_refuses(db: None) -> None:
    for number, fields in enumerate(
        [{}, {"related": link()}, {"summary": "a" * 301, "preheader": ""}, {"search_description": "a"}]
    ):
        edition = office.edition(slug=f"2031-1{number}", **fields)
        assert bool(found(edition)) == bool(problems_of_validation(edition.get_latest_revision_as_object()))


def test_looking_changes_nothing_in_the_draft(db: None) -> None:
    edition = office.edition()
    edition.subject, edition.month = "Two\nlines", date(2031, 10, 7)
    problems_of(edition)
    assert (edition.subject, edition.month) == ("Two\nlines", date(2031, 10, 7))


def test_it_is_neither_all_well_nor_submitted_nor_approved_meanwhile(demo_site: None) -> None:
    ailsa, boyd = Editing(office.editor()), office.moderator()
    edition = office.edition(ailsa.user, related=link())
    page = BeautifulSoup(ailsa.open(edition).content, "html.parser")
    panel = page.find(id="panel-child-content-checklist-section").get_text()
    assert "Related pages, item 1" in panel and "All is well" not in panel
    with pytest.raises(CannotApprove) as refusal:
        approve(edition, boyd)
    assert refusal.value.reasons == [f"Related pages, item 1: {WHERE}"]


def test_dates_are_judged_by_the_day_that_is_asked_about(db: None) -> None:
    today = timezone.localdate()
    event = {"type": "event", "value": {"title": "Open day", "day": f"{today + timedelta(days=2)}"}}
    edition = office.edition(sections=sections(event))
    judged = [len(problems_of(edition, day=today + timedelta(days=days))) for days in (0, 2, 3)]
    assert judged == [0, 0, 1]
