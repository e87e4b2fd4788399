"""A draft that looks again: what came later, at the end of fitting sections."""

from datetime import timedelta

import pytest

from bulletin.compose.new_edition import CannotLook
from bulletin.compose.proposal import propose_more
from bulletin.models import BulletinPage, EditionPage, Sending
from cms.pages.whats_new import page_key
from tests.bulletin import office
from tests.bulletin.compose import newsroom
from tests.bulletin.compose.newsroom import begin, look, remove, titles, update
from tests.factories.news import AFTER, SECOND, UNTIL, changed

LATER = UNTIL + timedelta(days=3)


def test_it_adds_what_came_since_and_moves_the_cut_off(archive: BulletinPage) -> None:
    update("First")
    edition = begin(archive)
    update("At the cut-off", UNTIL)
    update("Just after", UNTIL + SECOND)
    update("At the end", LATER)
    update("Too late", LATER + SECOND)
    assert look(edition, LATER) == 2
    assert titles(edition) == ["First", "At the end", "Just after"]
    assert EditionPage.objects.get(pk=edition.pk).looked_until == LATER
    assert newsroom.draft_of(edition).looked_until == LATER


def test_what_an_editor_removed_does_not_come_back(archive: BulletinPage) -> None:
    update("Kept"), update("Removed")
    edition = begin(archive)
    remove(edition, "Removed")
    assert look(edition, LATER) == 0
    assert titles(edition) == ["Kept"]


def test_what_was_removed_comes_when_it_changes_later(archive: BulletinPage) -> None:
    page = update("Removed")
    edition = begin(archive)
    remove(edition, "Removed")
    changed(page, UNTIL + SECOND, "Now in two languages.")
    assert look(edition, LATER) == 1


def test_words_that_an_editor_wrote_stay(archive: BulletinPage) -> None:
    update("News")
    edition = begin(archive)
    newsroom.save(newsroom.draft_of(edition), subject="A subject of ours")
    update("More", LATER)
    look(edition, LATER)
    assert newsroom.draft_of(edition).subject == "A subject of ours"


def test_a_record_of_the_draft_gets_no_second_item_but_is_named(archive: BulletinPage) -> None:
    page = update("News")
    edition = begin(archive)
    changed(page, UNTIL + SECOND)
    proposal = propose_more(newsroom.draft_of(edition), LATER)
    assert (proposal.news, [news.key for news in proposal.again]) == ([], [page_key(page)])
    assert look(edition, LATER) == 0


def test_a_page_that_was_chosen_by_hand_gets_no_second_item(archive: BulletinPage) -> None:
    edition = begin(archive)
    page = update("By hand", UNTIL + SECOND)
    newsroom.save(newsroom.draft_of(edition), sections=office.sections(newsroom.story_of(page)))
    assert look(edition, LATER) == 0


def test_items_go_where_items_of_their_kind_stand(archive: BulletinPage) -> None:
    edition = begin(archive)
    own = [*office.sections(office.story(title="Ours"), heading="What we have done"), *office.sections()]
    newsroom.save(newsroom.draft_of(edition), sections=[own[0]])
    update("Later", LATER)
    look(edition, LATER)
    draft = newsroom.draft_of(edition)
    assert [section.value["heading"] for section in draft.sections] == ["What we have done"]
    assert titles(edition) == ["Ours", "Later"]


def test_the_usual_heading_comes_before_items_of_the_kind(archive: BulletinPage) -> None:
    edition = begin(archive)
    sections = [*office.sections(), *office.sections(office.story(title="Ours"), heading="Elsewhere")]
    newsroom.save(newsroom.draft_of(edition), sections=sections)
    update("Later", LATER)
    look(edition, LATER)
    assert titles(edition) == ["Later", "Ours"]


def test_a_form_that_was_open_for_long_does_not_move_the_cut_off_back(archive: BulletinPage) -> None:
    edition = begin(archive)
    look(edition, LATER)
    look(edition, UNTIL + SECOND)
    assert EditionPage.objects.get(pk=edition.pk).looked_until == LATER


def test_a_draft_begun_by_hand_looks_since_the_last_one(archive: BulletinPage) -> None:
    edition = office.edition()
    update("Before", AFTER)
    update("Since", AFTER + SECOND)
    assert look(edition, UNTIL) == 1
    assert titles(edition) == ["A story", "Since"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"edition_kind": "special"}, "Only a monthly edition"),
        ({"origin": "elsewhere"}, "Only a monthly edition"),
        ({"live": True}, "This edition is out"),
    ],
)
def test_what_takes_no_more_news_says_why(archive: BulletinPage, fields: dict, words: str) -> None:
    edition = begin(archive)
    EditionPage.objects.filter(pk=edition.pk).update(**fields)
    update("Later", LATER)
    with pytest.raises(CannotLook, match=words):
        look(edition, LATER)


def test_a_queued_edition_takes_no_more_news(archive: BulletinPage) -> None:
    edition = begin(archive)
    sending = Sending.objects.create(edition=edition, audience_kind="monthly", message=b"")
    with pytest.raises(CannotLook, match="queued"):
        look(edition, LATER)
    Sending.objects.filter(pk=sending.pk).update(state=Sending.State.CANCELLED)
    assert look(edition, LATER) == 0


def test_an_older_draft_brings_its_older_cut_off_back(archive: BulletinPage) -> None:
    """Items and cut-off are of one version, so nothing is lost by going back."""
    edition = begin(archive)
    first = edition.latest_revision
    update("Later", UNTIL + SECOND)
    look(edition, LATER)
    old = first.as_object()
    assert old.looked_until == UNTIL
    newsroom.save(old)
    assert look(edition, LATER) == 1
