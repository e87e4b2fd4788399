"""What an edition would be given: the news since the last cut-off, minus what was told already."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bulletin.blocks.sections import MOST_ITEMS
from bulletin.compose.carried import items_of, stored_items, told_since
from bulletin.models import BulletinPage, EditionPage
from cms.pages.whats_new import News, NewsKind, whats_new

FIRST_LOOKS_BACK = timedelta(days=31)


@dataclass(frozen=True)
class Proposal:
    """The news of (after, until]. `taken` fit into the edition, `left_out` do not; `again` are about records
    that the edition has an item of already."""

    after: datetime
    until: datetime
    taken: list[News]
    left_out: list[News]
    again: list[News]

    @property
    def news(self) -> list[News]:
        """All that could be added, in the order of the edition."""
        kinds = list(NewsKind)
        both = [*self.taken, *self.left_out]
        return sorted(both, key=lambda news: (kinds.index(news.kind), -news.moment.timestamp(), news.key))

    def only(self, keys: Collection[str]) -> Proposal:
        """What an editor has chosen; the rest is left out because they said so."""
        taken = [news for news in self.news if news.key in keys]
        return Proposal(self.after, self.until, taken, [], self.again)


def cut_off(archive: BulletinPage, until: datetime, without: EditionPage | None = None) -> datetime:
    """The latest moment at which a monthly edition looked; without any, a month ago."""
    looked = EditionPage.objects.child_of(archive).filter(
        edition_kind=EditionPage.Kind.MONTHLY, looked_until__isnull=False
    )
    if without is not None:
        looked = looked.exclude(pk=without.pk)
    latest = looked.order_by("-looked_until").values_list("looked_until", flat=True).first()
    return latest or until - FIRST_LOOKS_BACK


def propose(archive: BulletinPage, until: datetime) -> Proposal:
    """For a new edition."""
    after = cut_off(archive, until)
    return _proposal(after, until, whats_new(after, until, told_since(after)), MOST_ITEMS)


def propose_more(edition: EditionPage, until: datetime) -> Proposal:
    """For a draft that looks again. What was taken out of it came before it looked, so it stays out."""
    after = edition.looked_until or cut_off(edition.archive, until, without=edition)
    news = whats_new(after, until, told_since(after, without=edition))
    in_draft = dict(items_of(edition))
    room = MOST_ITEMS - sum(1 for _item in stored_items(edition.sections))
    fresh = [each for each in news if each.key not in in_draft]
    proposal = _proposal(after, until, fresh, max(room, 0))
    again = [each for each in news if each.key in in_draft and not _tells_of(in_draft[each.key], each)]
    return Proposal(after, until, proposal.taken, proposal.left_out, again)


def _tells_of(told_until: datetime | None, news: News) -> bool:
    return told_until is not None and told_until >= news.moment


def _proposal(after: datetime, until: datetime, news: list[News], room: int) -> Proposal:
    taken = {each.key for each in fairly(news, room)}
    return Proposal(
        after,
        until,
        [each for each in news if each.key in taken],
        [each for each in news if each.key not in taken],
        [],
    )


def fairly(news: list[News], room: int) -> list[News]:
    """As many as there is room for: the newest of each kind in turn, so that none crowds out the others."""
    waiting: dict[NewsKind, deque[News]] = {}
    for each in sorted(news, key=lambda each: each.moment, reverse=True):
        waiting.setdefault(each.kind, deque()).append(each)
    taken: list[News] = []
    while len(taken) < room and any(waiting.values()):
        for kind in NewsKind:
            if waiting.get(kind) and len(taken) < room:
                taken.append(waiting[kind].popleft())
    return taken
