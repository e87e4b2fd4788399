"""The engine follows the entries: what has changed is noted with it, and told to the engine by a task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db import transaction
from django_tasks import task

from search.engine.absence import absence_noted
from search.engine.connection import Engine, engine
from search.engine.index import document_of, indexes
from search.models import EngineChange, Entry

AT_ONCE = 100  # changes
MOST_BYTES = 10_000_000  # of one request
NEWER_IS_THERE, ALREADY_GONE = 409, 404

Operation = dict[str, Any]


def note_changes(keys: Iterable[int]) -> None:
    """In the transaction that writes or removes the entries, and after it has done so."""
    if not settings.ELASTICSEARCH:
        return
    EngineChange.objects.bulk_create([EngineChange(entry_key=key) for key in keys])
    transaction.on_commit(tell_the_engine.enqueue, robust=True)


@task()
def tell_the_engine() -> int:
    """How many changes it was told. What it cannot be told now waits for the clock."""
    asked, told = engine(), 0
    if asked and EngineChange.objects.exists():
        with absence_noted(), asked.asked():
            told = tell_changes(asked)
    return told


def tell_changes(asked: Engine) -> int:
    """All that wait, in their order."""
    return sum(_tell(asked, some) for some in _waiting())


def _waiting() -> Iterator[list[EngineChange]]:
    last = 0
    while some := list(EngineChange.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield some
        last = some[-1].pk


def _tell(asked: Engine, some: list[EngineChange]) -> int:
    """Every index hears of it, also one that is just being made; the names are read after the changes."""
    names = indexes(asked)
    if not names:
        return 0
    versions = {change.entry_key: change.pk for change in some}
    entries = Entry.objects.in_bulk(list(versions))
    wanted = (
        operation_of(name, key, version, entries.get(key))
        for key, version in versions.items()
        for name in names
    )
    refused = set(carry_out(asked, wanted))
    done = [change.pk for change in some if change.entry_key not in refused]
    EngineChange.objects.filter(pk__in=done).delete()
    return len(done)


def operation_of(index: str, key: int, version: int, entry: Entry | None) -> Operation:
    operation = {"_index": index, "_id": str(key), "version": version, "version_type": "external_gte"}
    if entry is None:
        return {**operation, "_op_type": "delete"}
    return {**operation, "_op_type": "index", "_source": document_of(entry)}


def carry_out(asked: Engine, wanted: Iterable[Operation]) -> Iterator[int]:
    """The keys of entries that the engine has not taken. Nothing happens until they are read."""
    from elasticsearch.helpers import streaming_bulk

    results = streaming_bulk(
        asked.for_writing,
        wanted,
        chunk_size=AT_ONCE,
        max_chunk_bytes=MOST_BYTES,
        raise_on_error=False,
        raise_on_exception=True,
    )
    for is_done, result in results:
        (operation, answer), *_none = result.items()
        is_fine = answer["status"] == NEWER_IS_THERE or (
            operation == "delete" and answer["status"] == ALREADY_GONE
        )
        if not is_done and not is_fine:
            yield int(answer["_id"])
