"""An edition holds at most 25 items."""

from datetime import timedelta

import pytest
from wagtail.models import PageLogEntry

from bulletin.blocks.sections import MOST_ITEMS
from bulletin.compose.new_edition import LOOKED
from bulletin.compose.proposal import fairly, propose
from bulletin.models import BulletinPage
from cms.pages.whats_new import News, NewsKind
from tests.bulletin.compose.newsroom import begin, look, titles, update
from tests.factories.news import AFTER, BETWEEN, UNTIL


def some(kind: NewsKind, number: int) -> list[News]:
    """The first is the newest."""
    return [
        News(f"{kind}:{count}", kind, BETWEEN - timedelta(hours=count), f"{kind} {count}", "")
        for count in range(number)
    ]


def test_the_newest_of_each_kind_come_before_older_ones_of_a_kind_with_many() -> None:
    news = some(NewsKind.PRODUCT, 30) + some(NewsKind.UPDATE, 3) + some(NewsKind.CASE_STUDY, 1)
    taken = fairly(news, MOST_ITEMS)
    kinds = [each.kind for each in taken]
    assert len(taken) == 25
    assert (kinds.count(NewsKind.UPDATE), kinds.count(NewsKind.CASE_STUDY)) == (3, 1)
    assert {each.key for each in taken if each.kind is NewsKind.PRODUCT} == {
        f"product:{count}" for count in range(21)
    }


@pytest.mark.parametrize("room", [0, 1, 4, 5])
def test_never_more_than_there_is_room_for(room: int) -> None:
    assert len(fairly(some(NewsKind.UPDATE, 2) + some(NewsKind.COUNCIL, 2), room)) == min(room, 4)


def test_what_does_not_fit_is_named_in_the_history(archive: BulletinPage) -> None:
    for number in range(27):
        update(f"Update {number:02}", AFTER + timedelta(hours=number + 1))
    proposal = propose(archive, UNTIL)
    assert (len(proposal.taken), [news.title for news in proposal.left_out]) == (
        25,
        ["Update 01", "Update 00"],
    )
    edition = begin(archive)
    assert len(titles(edition)) == 25
    data = PageLogEntry.objects.get(page=edition.pk, action=LOOKED).data
    assert (data["added"], data["left_out"]) == (25, ["Update 01", "Update 00"])


def test_looking_again_adds_only_as_many_as_there_is_room_for(archive: BulletinPage) -> None:
    for number in range(24):
        update(f"Update {number:02}", AFTER + timedelta(hours=number + 1))
    edition = begin(archive)
    later = UNTIL + timedelta(days=1)
    update("Fits", later), update("Does not", later - timedelta(hours=1))
    assert look(edition, later) == 1
    assert titles(edition)[-1] == "Fits"
    assert look(edition, later) == 0
