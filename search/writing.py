"""Writing entries, with the index in which they are looked for."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

from cms.pages.search_entries import SearchEntry
from search.engine.changes import note_changes
from search.models import Entry
from search.words import stems

LONGEST_TEXT = 400_000  # characters that are searched
MOST_OF_TRAIL = 500  # characters
ORIGINS = ("page", "document")


class Changes(NamedTuple):
    """How many entries were made or written anew, and how many went."""

    written: int
    removed: int


def entry_of(words: SearchEntry, address: str, trail: str, language: str, **origin: int) -> Entry:
    """Not yet written. `origin` is `page_id` or `document_id`."""
    text = words.text[:LONGEST_TEXT]
    names = "\n".join(filter(None, [words.names, _words_of(address)]))
    entry = Entry(
        **origin,
        language=language,
        kind=words.kind,
        heading=words.title,
        names=names,
        summary=words.summary,
        text=text,
        address=address,
        trail=trail_of(trail),
        file=words.file,
        council=words.council,
        audiences=list(words.audiences),
        day=words.date.first_day if words.date else None,
        date=str(words.date or ""),
        is_news=words.is_news,
        boost=words.boost,
        title=" ".join(stems(f"{words.title}\n{names}")),
        body=" ".join(stems(f"{words.summary}\n{text}\n{words.date or ''}\n{words.kind.label}")),
    )
    fields = [field for field in Entry._meta.fields if field.name not in ("id", "digest")]
    values = [getattr(entry, field.attname) for field in fields]
    entry.digest = hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()
    return entry


def trail_of(titles: str) -> str:
    return titles[:MOST_OF_TRAIL]


def _words_of(address: str) -> str:
    """Those of its last piece, by which many know a page. The place of a part has none."""
    path, _hash, part = address.partition("#")
    return "" if part else path.strip("/").rpartition("/")[2].replace("-", " ")


def write(made: list[Entry], origin: str) -> int:
    """Only what has changed. `origin` is the field, "page" or "document", by which they are told apart."""
    key = Entry._meta.get_field(origin).attname
    same = Entry.objects.filter(**{f"{origin}__in": [getattr(each, key) for each in made]})
    known = dict(same.values_list(key, "digest"))
    changed = [each for each in made if known.get(getattr(each, key)) != each.digest]
    if not changed:
        return 0
    names = [field.name for field in Entry._meta.fields if field.name not in ("id", *ORIGINS)]
    with transaction.atomic():
        Entry.objects.bulk_create(changed, update_conflicts=True, unique_fields=[origin], update_fields=names)
        rows = list(Entry.objects.filter(**{f"{origin}__in": [getattr(each, key) for each in changed]}))
        get_search_backend().get_index_for_model(Entry).add_items(Entry, rows)
        note_changes(each.pk for each in rows)
    return len(changed)


def remove(stale: QuerySet[Entry]) -> int:
    number = stale.count()
    stale.delete()
    return number
