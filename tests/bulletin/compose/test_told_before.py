"""What another edition carried does not come again, until it changes."""

from datetime import date, timedelta
from typing import Any

import pytest

from bulletin.models import BulletinPage, EditionPage, Sending
from cms.pages.whats_new import page_key
from tests.bulletin import office
from tests.bulletin.compose import newsroom
from tests.bulletin.compose.newsroom import begin, titles, update
from tests.factories.news import AFTER, BETWEEN, SECOND, UNTIL, changed

SENT = BETWEEN + timedelta(days=1)


def special(*items: dict[str, Any], live: bool = True) -> EditionPage:
    page = office.edition(
        title="Special", slug="2031-04-special", edition_kind="special", sections=office.sections(*items)
    )
    EditionPage.objects.filter(pk=page.pk).update(
        live=live, first_published_at=SENT if live else None, latest_revision_created_at=SENT
    )
    return page


def told(page: Any, moment: Any = BETWEEN) -> dict[str, Any]:
    """An item made from news of a page."""
    return newsroom.story_of(page, source=page_key(page), source_at=moment.isoformat())


def test_what_a_special_edition_carried_is_not_in_the_monthly_one(archive: BulletinPage) -> None:
    special(told(update("Told")))
    update("Untold")
    assert titles(begin(archive)) == ["Untold"]


def test_a_later_change_is(archive: BulletinPage) -> None:
    page = update("Told")
    special(told(page))
    changed(page, BETWEEN + SECOND, "A new date.")
    draft = begin(archive).get_latest_revision_as_object()
    assert draft.sections[0].value["items"][0].value["summary"] == "A new date."


def test_a_change_of_the_moment_that_was_told_is_not(archive: BulletinPage) -> None:
    page = update("Told", AFTER)
    special(told(page))
    changed(page, BETWEEN)
    assert titles(begin(archive)) == []


def test_a_page_that_was_chosen_by_hand_counts_as_told_when_the_edition_went_out(
    archive: BulletinPage,
) -> None:
    page = update("By hand")
    special(newsroom.story_of(page))
    assert titles(begin(archive)) == []
    EditionPage.objects.filter(live=False).child_of(archive).delete()
    changed(page, SENT + SECOND)
    assert titles(begin(archive)) == ["By hand"]


def test_a_special_edition_does_not_move_the_cut_off(archive: BulletinPage) -> None:
    special(office.story())
    EditionPage.objects.filter(edition_kind="special").update(looked_until=SENT)
    update("Before the special edition", AFTER + SECOND)
    assert titles(begin(archive)) == ["Before the special edition"]


def test_a_draft_has_told_nobody(archive: BulletinPage) -> None:
    special(told(update("Still to tell")), live=False)
    assert titles(begin(archive)) == ["Still to tell"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [("queued", []), ("paused", []), ("sent", []), ("cancelled", ["Queued"])],
)
def test_a_queued_edition_is_about_to_tell(archive: BulletinPage, state: str, expected: list[str]) -> None:
    page = special(told(update("Queued")), live=False)
    Sending.objects.create(edition=page, audience_kind="special", message=b"", state=state)
    assert titles(begin(archive)) == expected


def test_items_without_a_page_or_with_a_garbled_moment_are_no_obstacle(archive: BulletinPage) -> None:
    page = update("News")
    special(
        {"type": "free_text", "value": {"text": "<p>Hello</p>"}},
        office.story(source=page_key(page), source_at="yesterday"),
        office.story(title="Of no page"),
    )
    assert titles(begin(archive)) == []


def test_what_the_last_edition_told_after_it_looked_is_not_told_again(archive: BulletinPage) -> None:
    """Chosen by hand between its last look and its sending."""
    page = update("Early", AFTER + SECOND)
    last = EditionPage.objects.child_of(archive).get(month=date(2031, 3, 1))
    newsroom.save(last, sections=office.sections(told(page, AFTER + SECOND)))
    EditionPage.objects.filter(pk=last.pk).update(latest_revision_created_at=AFTER + 2 * SECOND, live=True)
    assert titles(begin(archive, UNTIL)) == []
