"""What has come out or changed on the site in a span of time, gathered from every app that knows.

An app registers a provider; the bulletin asks all of them and knows none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from cms.pages.models import ChangeNote


class NewsKind(StrEnum):
    """What a piece of news is about. The order is the one in which an edition shows them."""

    UPDATE = "update"
    PUBLICATION = "publication"
    PRODUCT = "product"
    MILESTONE = "milestone"
    COUNCIL = "council"
    CASE_STUDY = "case_study"


@dataclass(frozen=True)
class News:
    """One thing that came out, or changed with a public note; `moment` is when it last did so in the span.

    `key` names the record, the same for each of its changes; `page` is where readers find it, None for a
    record that stands on no page; `note` is the public change note, "" for what is new.
    """

    key: str
    kind: NewsKind
    moment: datetime
    title: str
    summary: str
    page: Page | None = None
    note: str = ""

    @property
    def is_new(self) -> bool:
        return not self.note


# Gives the news after the first moment, up to and with the second.
Provider = Callable[[datetime, datetime], Iterable[News]]
_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    if provider not in _providers:
        _providers.append(provider)
    return provider


def whats_new(after: datetime, until: datetime, told: Mapping[str, datetime] | None = None) -> list[News]:
    """All news of the span (after, until], each record once; by kind, newest first.

    What is new in the span stays new, also where it has changed since within the span. `told` says of some
    keys up to which moment their news is known already.
    """
    told = told or {}
    found: dict[str, News] = {}
    for provider in _providers:
        for news in provider(after, until):
            if news.key in told and news.moment <= told[news.key]:
                continue
            known = found.get(news.key)
            found[news.key] = _one_of(known, news) if known else news
    kinds = list(NewsKind)
    return sorted(found.values(), key=lambda news: (kinds.index(news.kind), _newest_first(news), news.key))


def _one_of(first: News, second: News) -> News:
    """What is new before what has changed, then the newer; it tells of the newer moment."""
    chosen = max(first, second, key=lambda news: (news.is_new, news.moment))
    return replace(chosen, moment=max(first.moment, second.moment))


def _newest_first(news: News) -> float:
    return -news.moment.timestamp()


def page_key(page: Page | int) -> str:
    """The key of news of a page."""
    return f"page:{page if isinstance(page, int) else page.pk}"


def news_of_pages(
    kind: NewsKind,
    pages: PageQuerySet,
    after: datetime,
    until: datetime,
    *,
    chapters: PageQuerySet | None = None,
) -> Iterator[News]:
    """First publications of the pages that readers may see, and public notes on them, in a few queries.

    `chapters` stand one level below these pages, and a note on one of them counts for the page above it.
    """
    notes: dict[str, list[tuple[datetime, str]]] = {}
    for note in _notes_on(pages, after, until):
        notes.setdefault(note.page.path, []).append((note.published_at, note.text))
    for note in _notes_on(chapters, after, until) if chapters is not None else ():
        above = note.page.path[: -Page.steplen]
        notes.setdefault(above, []).append((note.published_at, f"{note.page.title}: {note.text}"))
    first_published = Q(first_published_at__gt=after, first_published_at__lte=until)
    for page in _readable(pages).filter(first_published | Q(path__in=list(notes))):
        facts: dict[str, Any] = {"key": page_key(page), "kind": kind, "title": page.title, "page": page}
        if page.first_published_at and after < page.first_published_at <= until:
            yield News(moment=page.first_published_at, summary=page.description, **facts)
        for moment, words in notes.get(page.path, []):
            yield News(moment=moment, summary=words, note=words, **facts)


def _notes_on(pages: PageQuerySet, after: datetime, until: datetime) -> Iterable[ChangeNote]:
    from cms.pages.models import ChangeNote

    notes = ChangeNote.objects.public().filter(published_at__gt=after, published_at__lte=until)
    return notes.filter(page__in=_readable(pages).values("pk")).select_related("page")


def _readable(pages: PageQuerySet) -> PageQuerySet:
    """Live, for everybody, in the language of the bulletin, and no copy of another page."""
    return pages.live().public().filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
