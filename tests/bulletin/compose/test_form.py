"""The editor's form of an edition: drafts always save, and the address follows month, kind and title."""

from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from bulletin.compose.one_line import one_line
from bulletin.models import BulletinPage, EditionPage
from cms.pages.whats_new import page_key
from tests.bulletin import office
from tests.bulletin.approval.editing import Editing
from tests.bulletin.compose.newsroom import draft_of
from tests.factories.news import UNTIL


@pytest.fixture
def edition(db: None) -> EditionPage:
    return office.edition()


@pytest.fixture
def ailsa(db: None) -> Editing:
    return Editing(office.editor())


def add(editing: Editing, archive: BulletinPage, **values: Any) -> HttpResponse:
    """What a browser sends of a new page with hardly anything in it."""
    url = reverse("wagtailadmin_pages:add", args=["bulletin", "editionpage", archive.pk])
    bound = editing.client.get(url).context["form"]
    empty = {"count": 0}
    comments = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}
    form = {"edition_kind": "monthly", "origin": "here", "sections": empty, "related": empty}
    form |= {"introduction": bound["introduction"].field.widget.format_value(""), "comments": comments}
    return editing.client.post(url, nested_form_data(form | values))


def as_sent(*items: dict[str, Any]) -> dict[str, Any]:
    """One section of these items, as the editor sends it."""
    inner = streamfield([(item["type"], item["value"]) for item in items])
    return streamfield([("section", {"heading": "News", "items": inner})])


def errors(response: HttpResponse) -> dict[str, list[str]]:
    return dict(response.context["form"].errors) if response.context else {}


def test_a_draft_needs_a_title_and_a_month_only(ailsa: Editing) -> None:
    archive = office.archive()
    assert add(ailsa, archive, title="April 2031", month="2031-04-17").status_code == 302
    page = EditionPage.objects.child_of(archive).get()
    assert (page.slug, page.month, page.live) == ("2031-04", date(2031, 4, 1), False)
    assert page.summary == "An edition of the bulletin."


@pytest.mark.parametrize("typed", ["2031-12-09", "9/12/2031", "09/12/2031"])
def test_a_date_may_be_typed_in_either_order(ailsa: Editing, edition: EditionPage, typed: str) -> None:
    event = {"type": "event", "value": {"title": "Open session", "day": typed}}
    ailsa.press("save", edition, month=typed, sections=as_sent(event))
    draft = draft_of(edition)
    assert draft.month == date(2031, 12, 1)
    assert draft.sections[0].value["items"][0].value["day"] == date(2031, 12, 9)


def test_what_is_no_date_is_refused_in_words(ailsa: Editing, edition: EditionPage) -> None:
    response = ailsa.press("save", edition, month="9 Dezember")
    assert errors(response) == {"month": ["Enter a valid date."]}
    script = static("pages/typed_dates.js")  # else the calendar makes it today before it is sent
    assert script in response.content.decode()


@pytest.mark.parametrize("missing", ["title", "month"])
def test_without_one_of_the_two_it_says_which(ailsa: Editing, missing: str) -> None:
    archive = office.archive()
    values = {"title": "April 2031", "month": "2031-04-17"} | {missing: ""}
    assert list(errors(add(ailsa, archive, **values))) == [missing]
    assert not EditionPage.objects.child_of(archive).exists()


def test_the_month_is_kept_as_its_first_day(edition: EditionPage, ailsa: Editing) -> None:
    ailsa.press("save", edition, month="2031-11-30")
    assert (draft_of(edition).month, draft_of(edition).slug) == (date(2031, 11, 1), "2031-11")
    assert EditionPage.objects.get(pk=edition.pk).slug == "2031-11"


def test_the_address_of_a_special_edition_has_its_title(edition: EditionPage, ailsa: Editing) -> None:
    ailsa.press("save", edition, edition_kind="special", title="Plans under review")
    assert draft_of(edition).slug == "2031-10-plans-under-review"
    ailsa.press("save", edition, edition_kind="special", title="Plans")
    assert draft_of(edition).slug == "2031-10-plans"


def test_a_second_edition_of_a_month_is_refused_with_what_to_do(edition: EditionPage, ailsa: Editing) -> None:
    second = office.edition(slug="2031-11", month=date(2031, 11, 1))
    response = ailsa.press("save", second, month="2031-10-05")
    words = "There is already an edition for October 2031: choose special edition or another month."
    assert errors(response) == {"month": [words]}
    assert draft_of(second).slug == "2031-11"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("A story", "2031-10-a-story-2"),
        ("🎉", "2031-10-special"),
        ("نشرة", "2031-10-special"),
        ("Email", "2031-10-email-edition"),
        ("Cothrom na Fèinne", "2031-10-cothrom-na-feinne"),
        ("w" * 200, "2031-10-" + "w" * 60),
    ],
)
def test_a_special_edition_always_finds_an_address(
    edition: EditionPage, ailsa: Editing, title: str, slug: str
) -> None:
    office.edition(slug="2031-10-a-story", edition_kind="special")
    assert ailsa.press("save", edition, edition_kind="special", title=title).status_code == 302
    assert draft_of(edition).slug == slug


def test_the_address_of_an_edition_that_is_out_stays(edition: EditionPage) -> None:
    edition.get_latest_revision().publish()
    boyd = Editing(office.moderator())
    edition.refresh_from_db()
    response = boyd.press("save", edition, month="2032-01-01", title="Another title")
    assert response.status_code == 302
    assert draft_of(edition).slug == "2031-10"


@pytest.mark.parametrize("name", ["subject", "preheader"])
def test_words_that_are_too_long_are_refused_with_a_message(
    edition: EditionPage, ailsa: Editing, name: str
) -> None:
    response = ailsa.press("save", edition, **{name: "a" * 151})
    (message,) = errors(response)[name]
    assert "150 characters" in message


@pytest.mark.parametrize("name", ["subject", "preheader"])
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Hello\r\nBcc: everybody@example.org", "Hello Bcc: everybody@example.org"),
        ("Tab\tand\x0bothers\x1f", "Tab and others"),
        ("Line\u2028separator", "Line separator"),
        ("\u202eterces\u202c", "terces"),
        ("Cothrom na Fèinne, à Ìle 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "Cothrom na Fèinne, à Ìle 🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
        ("👩🏽‍🍳 نشرة أخبار العمل", "👩🏽‍🍳 نشرة أخبار العمل"),
    ],
)
def test_what_goes_into_a_header_is_one_line(
    edition: EditionPage, ailsa: Editing, name: str, typed: str, kept: str
) -> None:
    assert ailsa.press("save", edition, **{name: typed}).status_code == 302
    assert getattr(draft_of(edition), name) == kept == one_line(typed)


def test_a_null_byte_is_refused(edition: EditionPage, ailsa: Editing) -> None:
    assert "subject" in errors(ailsa.press("save", edition, subject="Hel\x00lo"))


def test_what_code_puts_into_a_header_is_one_line_too(edition: EditionPage) -> None:
    edition.subject = "Hello\nBcc: everybody@example.org"
    edition.full_clean()
    assert edition.subject == "Hello Bcc: everybody@example.org"


def test_the_preheader_is_the_summary_of_the_page(edition: EditionPage, ailsa: Editing) -> None:
    ailsa.press("save", edition, preheader="Three funds and a report")
    assert draft_of(edition).summary == "Three funds and a report"


def test_a_draft_full_of_problems_saves(edition: EditionPage, ailsa: Editing) -> None:
    bad = office.story(title="", address="half-typed", link_words="here")
    office.change(edition, None, sections=office.sections(*[bad] * 30), subject="")
    assert ailsa.press("save", edition, preheader="").status_code == 302
    assert len(draft_of(edition).sections[0].value["items"]) == 30


def test_submitting_asks_for_what_is_missing(edition: EditionPage, ailsa: Editing) -> None:
    response = ailsa.press("submit", edition, subject="")
    assert errors(response)["subject"] == ["It is missing."]
    assert ailsa.press("submit", edition).status_code == 302


def test_what_a_chosen_page_says_is_taken_over_when_the_draft_is_saved(
    edition: EditionPage, ailsa: Editing
) -> None:
    page = office.page_of_the_site("Guidance")
    office.change(edition, None, sections=office.sections({"type": "story", "value": {"page": page.pk}}))
    assert ailsa.press("save", edition).status_code == 302
    value = draft_of(edition).sections[0].value["items"][0].value
    assert (value["title"], value["summary"]) == ("Guidance", "About Guidance.")
    assert value["source"] == page_key(page)


def test_the_moment_of_the_last_look_survives_saving(edition: EditionPage, ailsa: Editing) -> None:
    office.change(edition, None, looked_until=UNTIL)
    ailsa.press("save", edition, subject="Other words")
    assert draft_of(edition).looked_until == UNTIL


def test_a_copy_has_not_looked_at_anything(edition: EditionPage) -> None:
    EditionPage.objects.filter(pk=edition.pk).update(looked_until=UNTIL)
    copy = EditionPage.objects.get(pk=edition.pk).copy(update_attrs={"slug": "2031-10-copy"})
    assert copy.looked_until is None
