"""What has come out or changed on the site in a span of time, gathered from every app that knows.

An app registers a provider; the bulletin asks all of them and knows none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wagtail.models import Page


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
    """One thing that came out, or changed with a public note, at a moment.

    `key` names the record, the same for each of its changes; `page` is where readers find it, None for a
    record without a page of its own; `note` is the public change note, "" for what is new.
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


def whats_new(after: datetime, until: datetime) -> list[News]:
    """All news of the span (after, until], each record once with its newest news; by kind, newest first.

    What is new in the span stays new, also where it has changed since within the span.
    """
    newest: dict[str, News] = {}
    for provider in _providers:
        for news in provider(after, until):
            known = newest.get(news.key)
            if known is None or (news.is_new, news.moment) > (known.is_new, known.moment):
                newest[news.key] = news
    kinds = list(NewsKind)
    return sorted(
        newest.values(), key=lambda news: (kinds.index(news.kind), -news.moment.timestamp(), news.key)
    )
