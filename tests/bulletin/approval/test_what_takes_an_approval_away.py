"""An approval is about words: any other words end it, saving the same ones does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from wagtail.models import Site

from bulletin.approval.approve import record
from bulletin.approval.current import approval_of, digest_of, newest_draft
from bulletin.models import Approval, BulletinSettings, EditionPage
from cms.accounts.models import User
from cms.pages.models import SiteSettings
from tests.bulletin import office
from tests.bulletin.office import sections, story

pytestmark = pytest.mark.django_db

CHANGES: dict[str, Callable[[], Any]] = {
    "title": lambda: "Another title",
    "slug": lambda: "2031-10-other",
    "seo_title": lambda: "For search engines",
    "search_description": lambda: "For search engines.",
    "edition_kind": lambda: "special",
    "origin": lambda: "elsewhere",
    "month": lambda: date(2031, 11, 1),
    "subject": lambda: "Another subject",
    "preheader": lambda: "Another preheader",
    "introduction": lambda: "<p>Welcome <b>back</b>.</p>",
    "related": lambda: [{"type": "link", "value": {"link": {"page": office.page_of_the_site().pk}}}],
}
ITEMS: dict[str, Callable[[], list[dict[str, Any]]]] = {
    "another heading": lambda: sections(story(), heading="Other news"),
    "another title": lambda: sections(story(title="Another story")),
    "another summary": lambda: sections(story(summary="Nothing came of it.")),
    "another address": lambda: sections(story(address="https://www.gov.scot/other/")),
    "link words": lambda: sections(story(link_words="Read it")),
    "a page": lambda: sections(story(page=office.page_of_the_site().pk)),
    "a picture": lambda: sections(story(picture=_picture())),
    "another kind of item": lambda: sections({**story(), "type": "publication"}),
    "one item more": lambda: sections(story(), story(title="A second one")),
    "no item": lambda: sections(),
    "a day": lambda: sections({"type": "event", "value": {"title": "A story", "day": "2031-10-03"}}),
    "a text": lambda: sections({"type": "free_text", "value": {"text": "<p>More next month.</p>"}}),
}


def _picture(**values: Any) -> dict[str, Any]:
    return {"image": office.picture().pk, "alt_text": "A bridge", "decorative": False, **values}


def approved(edition: EditionPage, by: User) -> Approval:
    return record(edition, edition.get_latest_revision(), by)


def saved(page: EditionPage, by: User, **fields: Any) -> None:
    """As `office.change`, with stream fields from their raw data."""
    for name, value in fields.items():
        if name in ("sections", "related"):
            fields[name] = json.dumps(value)
    office.change(page, by, **fields)


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_of_a_field_takes_the_approval_away(
    field: str, edition: EditionPage, editor: User, moderator: User
) -> None:
    approved(edition, moderator)
    assert approval_of(edition)
    saved(edition, editor, **{field: CHANGES[field]()})
    assert approval_of(edition) is None


@pytest.mark.parametrize("what", ITEMS)
def test_a_change_in_an_item_takes_the_approval_away(
    what: str, edition: EditionPage, editor: User, moderator: User
) -> None:
    saved(edition, editor, sections=sections(story()))
    approved(edition, moderator)
    assert approval_of(edition)
    saved(edition, editor, sections=ITEMS[what]())
    assert approval_of(edition) is None


@pytest.mark.parametrize(
    "change", [{"alt_text": "A river"}, {"decorative": True}], ids=["alternative text", "decorative"]
)
def test_a_change_in_a_picture_takes_the_approval_away(
    change: dict[str, Any], edition: EditionPage, editor: User, moderator: User
) -> None:
    value = _picture()
    saved(edition, editor, sections=sections(story(picture=value)))
    approved(edition, moderator)
    assert approval_of(edition)
    saved(edition, editor, sections=sections(story(picture=value | change)))
    assert approval_of(edition) is None


def test_another_file_under_the_same_number_takes_the_approval_away(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    picture = office.picture()
    value = {"image": picture.pk, "alt_text": "A bridge", "decorative": False}
    saved(edition, editor, sections=sections(story(picture=value)))
    approved(edition, moderator)
    assert approval_of(edition)
    picture.file = office.picture("Another one").file
    picture.save()
    assert approval_of(edition) is None


@pytest.mark.parametrize("field", ["title", "summary"])
def test_other_words_of_a_chosen_page_take_the_approval_away_where_they_are_taken_over(
    field: str, edition: EditionPage, editor: User, moderator: User
) -> None:
    page = office.page_of_the_site()
    saved(edition, editor, sections=sections(story(page=page.pk, title="", summary="")))
    approved(edition, moderator)
    assert approval_of(edition)
    setattr(page, field, "Quite another thing")
    page.save_revision().publish()
    assert approval_of(edition) is None


@pytest.mark.parametrize("field", ["title", "summary"])
def test_a_chosen_page_may_change_where_the_item_has_words_of_its_own(
    field: str, edition: EditionPage, editor: User, moderator: User
) -> None:
    saved(edition, editor, sections=sections(story(page=office.page_of_the_site().pk)))
    draft = newest_draft(edition)
    before = digest_of(draft)
    page = draft.sections[0].value["items"][0].value["page"]
    page = page.specific
    setattr(page, field, "Quite another thing")
    page.save_revision().publish()
    assert digest_of(newest_draft(edition)) == before


def test_a_save_without_a_change_keeps_the_approval(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    page = office.page_of_the_site()
    item = story(page=page.pk, picture=_picture(), summary="One line.\nAnother.")
    saved(edition, editor, sections=sections(item, {"type": "free_text", "value": {"text": "<p>Bye.</p>"}}))
    approval = approved(edition, moderator)
    office.change(edition, editor)
    saved(edition, editor, responsible=editor, show_in_menus=True)
    assert approval_of(edition) == approval


def test_what_a_browser_makes_of_the_same_words_keeps_the_approval(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    """Other line ends, keys of paragraphs and of items, and attributes in another order."""
    link = '<p>Read <a id="7" linktype="page">this</a>.</p>'
    saved(edition, editor, introduction=link, sections=sections(story(summary="One line.\nAnother.")))
    approval = approved(edition, moderator)
    keyed = '<p data-block-key="x1y2z">Read <a linktype="page" id="7">this</a>.</p>'
    item = {**story(summary="One line.\r\nAnother."), "id": "7a4c9d4e-3b0f-4f6e-9f0e-0f0f0f0f0f0f"}
    saved(edition, editor, introduction=keyed, sections=sections(item))
    assert approval_of(edition) == approval


def test_what_a_draft_remembers_for_itself_keeps_the_approval(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    saved(edition, editor, sections=sections(story(source="update:7", source_at="2031-09-01T10:00:00Z")))
    approval = approved(edition, moderator)
    saved(edition, editor, sections=sections(story()))
    assert approval_of(edition) == approval


def test_the_same_words_again_are_approved_again(edition: EditionPage, editor: User, moderator: User) -> None:
    approval = approved(edition, moderator)
    office.change(edition, editor, subject="Another subject")
    assert approval_of(edition) is None
    office.change(edition, editor, subject="New guidance and a new fund")
    assert approval_of(edition) == approval


def test_an_edition_that_nobody_approved_has_lost_nothing(edition: EditionPage) -> None:
    assert approval_of(edition) is None


ROUND_IT = {
    "sender_name": "Somebody else",
    "sender_address": "else@gov.example",
    "postal_address": "Elsewhere",
    "title": "Another site",
    "logo_alt": "Another logo",
    "footer_links": [],
}


@pytest.mark.parametrize("field", ROUND_IT)
def test_another_sender_head_or_foot_takes_the_approval_away(
    field: str, edition: EditionPage, moderator: User
) -> None:
    approved(edition, moderator)
    assert approval_of(edition)
    for kind in (BulletinSettings, SiteSettings):
        chosen = kind.for_site(Site.objects.get(is_default_site=True))
        if hasattr(chosen, field):
            setattr(chosen, field, ROUND_IT[field])
            chosen.save()
    assert approval_of(edition) is None


def test_other_settings_of_the_bulletin_keep_the_approval(edition: EditionPage, moderator: User) -> None:
    approval = approved(edition, moderator)
    chosen = BulletinSettings.for_site(Site.objects.get(is_default_site=True))
    chosen.needs_second_person = False
    chosen.save()
    assert approval_of(edition) == approval
