"""Making entries from pages: what readers can open is found, and nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from cms.pages.privacy import ReadablePageQuerySet
from cms.pages.search_entries import SearchEntry, search_entry_of
from search.models import Entry
from search.vocabulary import count_words
from search.words import stems

AT_ONCE = 100
LONGEST_TEXT = 400_000  # characters of one page that are searched
MOST_OF_TRAIL = 500  # characters


class Changes(NamedTuple):
    """How many entries were made or written anew, and how many went."""

    written: int
    removed: int


def refresh(page: Page) -> Changes:
    return _fill(Page.objects.filter(pk=page.pk))


def refresh_below(page: Page) -> Changes:
    """The page and all below it: their addresses, their trail, and what they take from pages above."""
    return _fill(Page.objects.filter(path__startswith=page.path))


def refresh_all() -> Changes:
    """With the words of all entries counted anew."""
    changes = _fill(Page.objects.all())
    count_words()
    return changes


def readable() -> ReadablePageQuerySet:
    return ReadablePageQuerySet(Page).live().public().filter(depth__gt=1)


def _fill(pages: QuerySet[Page]) -> Changes:
    """Compares the entries of these pages with what they should be, and writes what differs."""
    keys = list(readable().filter(pk__in=pages.values("pk")).order_by("path").values_list("pk", flat=True))
    written, kept = 0, []
    for start in range(0, len(keys), AT_ONCE):
        some = Page.objects.filter(pk__in=keys[start : start + AT_ONCE]).order_by("path").specific()
        made = list(_made(list(some)))
        written += _write(made)
        kept += [entry.page_id for entry in made]
    stale = Entry.objects.filter(page__in=pages.values("pk")).exclude(page__in=kept)
    removed = stale.count()
    stale.delete()
    return Changes(written, removed)


def _made(pages: list[Page]) -> Iterator[Entry]:
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    above = {path for page in pages for path in _paths_above(page)}
    titles = dict(Page.objects.filter(path__in=above).values_list("path", "title"))
    for page in pages:
        language = languages[page.locale_id]
        with translation.override(language):
            address, words = page.get_url(), search_entry_of(page)
            if address and words:
                trail = " › ".join(titles[path] for path in _paths_above(page) if path in titles)
                yield _entry(page, words, address, trail, language)


def _paths_above(page: Page) -> list[str]:
    """Without the root of all pages and the home page, above which nothing is."""
    return [page.path[:length] for length in range(3 * page.steplen, len(page.path), page.steplen)]


def _entry(page: Page, words: SearchEntry, address: str, trail: str, language: str) -> Entry:
    text = words.text[:LONGEST_TEXT]
    entry = Entry(
        page_id=page.pk,
        language=language,
        kind=words.kind,
        heading=words.title,
        names=words.names,
        summary=words.summary,
        text=text,
        address=address,
        trail=trail[:MOST_OF_TRAIL],
        council=words.council,
        audiences=list(words.audiences),
        day=words.date.first_day if words.date else None,
        date=str(words.date or ""),
        is_news=words.is_news,
        title=" ".join(stems(f"{words.title}\n{words.names}")),
        body=" ".join(stems(f"{words.summary}\n{text}\n{words.date or ''}\n{words.kind.label}")),
    )
    values = [
        getattr(entry, field.attname) for field in Entry._meta.fields if field.name not in ("id", "digest")
    ]
    entry.digest = hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()
    return entry


def _write(made: list[Entry]) -> int:
    """Only what has changed, with Wagtail's index of it."""
    known = dict(
        Entry.objects.filter(page__in=[each.page_id for each in made]).values_list("page_id", "digest")
    )
    changed = [each for each in made if known.get(each.page_id) != each.digest]
    if not changed:
        return 0
    names = [field.name for field in Entry._meta.fields if field.name not in ("id", "page")]
    with transaction.atomic():
        Entry.objects.bulk_create(changed, update_conflicts=True, unique_fields=["page"], update_fields=names)
        rows = list(Entry.objects.filter(page__in=[each.page_id for each in changed]))
        get_search_backend().get_index_for_model(Entry).add_items(Entry, rows)
    return len(changed)
