"""Fields and items: each problem is shown, and is not where there is none."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from bulletin.compose.checklist import Problem, missing_of, problems_of
from bulletin.models import EditionPage, Sending
from tests.bulletin import office
from tests.bulletin.office import sections, story


def problems(*items: dict[str, Any], **fields: Any) -> list[Problem]:
    """Of an edition that is complete but for what is given."""
    if items:
        fields["sections"] = sections(*items)
    return problems_of(office.edition(**fields))


def blocking(*items: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    return [(each.where, each.words) for each in problems(*items, **fields) if each.is_blocking]


def advice(*items: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    return [(each.where, each.words) for each in problems(*items, **fields) if not each.is_blocking]


def test_a_complete_edition_has_no_problems(db: None) -> None:
    assert problems() == []


@pytest.mark.parametrize("name", ["subject", "preheader"])
def test_words_of_the_header_are_asked_for_and_have_a_length(db: None, name: str) -> None:
    label = name.capitalize()
    assert blocking(**{name: ""}) == [(label, "It is missing.")]
    office.EditionPage.objects.filter(slug="2031-10").delete()
    assert blocking(**{name: "a" * 70}) == advice(**{name: "a" * 70, "slug": "2031-11"}) == []
    (where, words), *rest = advice(**{name: "a" * 120, "slug": "2031-12"})
    assert (where, rest) == (label, [])
    assert words.startswith("It has 120 characters.")


@pytest.mark.parametrize("name", ["subject", "preheader"])
def test_what_is_longer_than_its_field_is_refused(db: None, name: str) -> None:
    edition = office.edition()
    setattr(edition, name, "a" * 151)
    (problem,) = problems_of(edition)
    assert problem.is_blocking
    assert problem.words == "It has 151 characters, and at most 150 are possible."


@pytest.mark.parametrize("introduction", ["", "<p></p>", "<p> </p>"])
def test_a_missing_introduction_is_only_said(db: None, introduction: str) -> None:
    assert advice(introduction=introduction) == [("Introduction", "It is missing. Two sentences are enough.")]


def test_an_edition_needs_items(db: None) -> None:
    assert blocking(sections=[]) == [("Sections", "There are no items yet.")]


def test_a_section_without_a_heading_or_items_is_seen(db: None) -> None:
    stored = [*sections(story(), heading=""), *sections(heading="Events")]
    edition = office.edition(sections=stored)
    found = {(each.where, each.words, each.is_blocking) for each in problems_of(edition)}
    assert found == {
        ("section 1", "Its heading is missing.", True),
        ("section “Events”", "It has no items, so readers do not see it.", False),
    }


def test_an_edition_holds_at_most_25_items(db: None) -> None:
    assert blocking(*[story()] * 25) == []
    EditionPage.objects.filter(slug="2031-10").delete()
    assert blocking(*[story()] * 26) == [("Sections", "An edition holds at most 25 items; this one has 26.")]


def test_an_item_needs_a_title(db: None) -> None:
    assert blocking(story(title="")) == [("section “News”, item 1", "It has no title.")]


def test_the_title_of_the_chosen_page_is_one(db: None) -> None:
    page = office.page_of_the_site("Guidance")
    assert blocking(story(title="", page=page.pk)) == []


@pytest.mark.parametrize(("text", "is_missing"), [("", True), ("<p> </p>", True), ("<p>Hello.</p>", False)])
def test_free_text_needs_words(db: None, text: str, is_missing: bool) -> None:
    items = [story(), {"type": "free_text", "value": {"text": text}}]
    assert blocking(*items) == [("section “News”, item 2", "It has no text.")] * is_missing


@pytest.mark.parametrize(
    ("words", "is_decorative", "is_missing"),
    [("", False, True), ("Two people at a desk", False, False), ("", True, False)],
)
def test_a_picture_needs_alternative_text(
    db: None, words: str, is_decorative: bool, is_missing: bool
) -> None:
    picture = {"image": office.picture().pk, "alt_text": words, "decorative": is_decorative}
    expected = (
        "section “News”, item 1: A story",
        "Say in words what the picture shows, or mark it as decorative.",
    )
    assert blocking(story(picture=picture)) == [expected] * is_missing


TODAY = timezone.localdate()
KINDS = [("event", "day"), ("funding", "deadline"), ("vacancy", "closes")]


@pytest.mark.parametrize(("kind", "name"), KINDS)
@pytest.mark.parametrize(("days", "has_passed"), [(-1, True), (0, False), (1, False)])
def test_a_date_that_has_passed_is_seen(db: None, kind: str, name: str, days: int, has_passed: bool) -> None:
    value = {"title": "Open day", name: f"{TODAY + timedelta(days=days)}"}
    found = blocking({"type": kind, "value": value})
    assert [where for where, _words in found] == ["section “News”, item 1: Open day"] * has_passed


def test_what_will_have_passed_on_the_day_of_sending_is_seen(db: None) -> None:
    event = {"type": "event", "value": {"title": "Open day", "day": f"{TODAY + timedelta(days=2)}"}}
    edition = office.edition(sections=sections(event))
    queued = Sending.objects.create(
        edition=edition,
        audience_kind="monthly",
        message=b"",
        send_at=timezone.now() + timedelta(days=2),
    )
    assert problems_of(edition) == []
    Sending.objects.filter(pk=queued.pk).update(send_at=timezone.now() + timedelta(days=3))
    assert len(problems_of(edition)) == 1


def test_an_edition_that_is_out_may_tell_of_the_past(db: None) -> None:
    event = {"type": "event", "value": {"title": "Open day", "day": "2020-01-01"}}
    edition = office.edition(sections=sections(event))
    assert len(problems_of(edition)) == 1
    edition.live = True
    assert problems_of(edition) == []


def test_what_blocks_comes_first_and_leads_to_its_place(db: None) -> None:
    edition = office.edition(introduction="", sections=sections(story(), story(title="") | {"id": "second"}))
    first, second = problems_of(edition)
    assert (first.is_blocking, second.is_blocking) == (True, False)
    assert first.anchor == "block-second-section"
    assert second.anchor == "panel-child-content-introduction-section"


def test_what_blocks_is_asked_for_by_field(db: None) -> None:
    edition = office.edition(subject="", introduction="", sections=sections(story(title=""), heading=""))
    assert missing_of(edition) == {
        "subject": "It is missing.",
        "sections": "section 1: Its heading is missing. section 1, item 1: It has no title.",
    }
    assert edition.missing() == missing_of(edition)


@pytest.mark.parametrize(
    "fields",
    [
        {"introduction": "<p>Hello.</p>"},
        {"sections": sections(story())},
        {"original_address": "https://www.gov.scot/bulletin/"},
    ],
)
def test_one_sent_elsewhere_needs_something_to_read(db: None, fields: dict[str, Any]) -> None:
    bare = {"origin": "elsewhere", "subject": "", "preheader": "", "introduction": "", "sections": []}
    assert blocking(**bare) == [
        ("The edition as a file", "Enter the text, choose the file, or say where it can be read.")
    ]
    EditionPage.objects.filter(slug="2031-10").delete()
    assert problems(**bare | fields) == []


def test_title_and_month_are_always_needed() -> None:
    edition = EditionPage(origin="elsewhere", original_address="https://www.gov.scot/")
    assert missing_of(edition) == {"title": "It is missing.", "month": "It is missing."}
    edition.title, edition.month = "May 2019", date(2019, 5, 1)
    assert missing_of(edition) == {}
