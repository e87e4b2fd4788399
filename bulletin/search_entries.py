"""How search finds editions of the bulletin."""

from __future__ import annotations

from dataclasses import replace

from bulletin.models import EditionPage
from cms.pages.search_entries import SearchEntry, SearchKind, plain_entry


def edition(page: EditionPage) -> SearchEntry:
    return replace(plain_entry(page), kind=SearchKind.EDITION, names=page.subject, is_news=True)


MAKERS = {EditionPage: edition}
