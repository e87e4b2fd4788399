"""The index in the engine: what a document holds, and which indexes there are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.utils.crypto import get_random_string

from search.engine.connection import WRITERS_WAIT, Engine
from search.models import Entry

# Stems are cut by search.words already, so the engine only has to see where one ends. It refreshes each
# second also where nobody has asked for a while: the next one to ask would wait for it.
SETTINGS = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "refresh_interval": "1s",
    "gc_deletes": "2h",  # so long it knows that an entry is gone: longer than any filling of an index
    "analysis": {"analyzer": {"default": {"type": "whitespace"}}},
}
_SHOWN = {"type": "keyword", "index": False, "doc_values": False}
MAPPINGS = {
    "dynamic": "strict",
    # Titles are given back with a match, bodies never.
    "_source": {"excludes": ["body"]},
    "properties": {
        "title": {"type": "text"},
        "body": {"type": "text"},
        "language": {"type": "keyword"},
        "digest": {"type": "keyword"},
        "page_id": {"type": "long", "index": False, "doc_values": False},
        "kind": _SHOWN,
        "heading": _SHOWN,
        "council": _SHOWN,
        "audiences": _SHOWN,
        "day": _SHOWN,
        "is_news": {"type": "boolean", "index": False, "doc_values": False},
        "address": _SHOWN,
    },
}


def document_of(entry: Entry) -> dict[str, Any]:
    """Its key in the engine is that of the entry."""
    return {
        "title": entry.title,
        "body": entry.body,
        "language": entry.language,
        "digest": entry.digest,
        "page_id": entry.page_id,
        "kind": entry.kind,
        "heading": entry.heading,
        "council": entry.council,
        "audiences": entry.audiences,
        "day": entry.day.isoformat() if entry.day else None,
        "is_news": entry.is_news,
        "address": entry.address,
    }


def indexes(engine: Engine) -> list[str]:
    """All there are, with those that are just being made; the oldest first."""
    return sorted(engine.for_looking.indices.get(index=f"{engine.alias}-*", features="aliases").body)


def current_index(engine: Engine) -> str | None:
    """The one that readers ask."""
    found = engine.for_looking.indices.get(index=f"{engine.alias}-*", features="aliases").body
    return max((name for name, each in found.items() if engine.alias in each["aliases"]), default=None)


def make_index(engine: Engine) -> str:
    """An empty one that nobody asks yet; its name tells when it was made."""
    moment = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
    name = f"{engine.alias}-{moment}-{get_random_string(6, 'abcdefghijklmnopqrstuvwxyz')}"
    engine.for_writing.indices.create(index=name, settings=SETTINGS, mappings=MAPPINGS)
    return name


def digests(engine: Engine, index: str) -> Iterator[tuple[int, str]]:
    """Key and digest of each entry as the engine has it."""
    from elasticsearch.helpers import scan

    wanted = {"query": {"_source": ["digest"], "size": 2000}, "request_timeout": WRITERS_WAIT}
    for hit in scan(engine.client, index=index, **wanted):
        yield int(hit["_id"]), hit["_source"]["digest"]
