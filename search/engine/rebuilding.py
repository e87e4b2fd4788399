"""Filling the engine anew while readers ask, and comparing it with the entries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from time import sleep

from search.engine.absence import absence_noted
from search.engine.changes import AT_ONCE, Operation, carry_out, note_changes, operation_of, tell_changes
from search.engine.connection import Engine, engine
from search.engine.index import current_index, digests, indexes, make_index
from search.models import EngineAbsence, EngineChange, Entry

LAST_ASKERS = 2.0  # seconds, more than any of them waits
OLDEST = 0  # version


class NotTaken(Exception):
    """The engine has refused entries, so the index is not used."""


def rebuild(asked: Engine) -> int:
    """Makes an index, fills it, gives it the name that readers ask, and removes the others.

    What changes meanwhile is told to the old and the new one. Returns the number of entries.
    """
    from elasticsearch import ApiError, TransportError

    writing, name = asked.for_writing, make_index(asked)
    try:
        _fill(asked, name)
    except Exception:
        with suppress(ApiError, TransportError):
            writing.indices.delete(index=name, ignore_unavailable=True)
        raise
    number = writing.count(index=name)["count"]
    if name < (current_index(asked) or ""):  # another one was begun later and is whole already
        writing.indices.delete(index=name, ignore_unavailable=True)
    else:
        _take_over(asked, name)
    tell_changes(asked)
    return number


def _fill(asked: Engine, name: str) -> None:
    if refused := list(carry_out(asked, _operations(name))):
        raise NotTaken(f"{len(refused)} entries, the first with the key {refused[0]}")
    asked.for_writing.indices.refresh(index=name)


def _take_over(asked: Engine, name: str) -> None:
    older = [each for each in indexes(asked) if each < name]
    add = {"add": {"index": name, "alias": asked.alias}}
    remove = ({"remove": {"index": each, "alias": asked.alias, "must_exist": False}} for each in older)
    asked.for_writing.indices.update_aliases(actions=[add, *remove])
    if older:
        sleep(LAST_ASKERS)  # those who asked the old one get their answer
        asked.for_writing.indices.delete(index=older, ignore_unavailable=True)


def _operations(index: str) -> Iterator[Operation]:
    """Under a version that gives way to any change."""
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=AT_ONCE):
        yield operation_of(index, entry.pk, OLDEST, entry)


def compare(asked: Engine) -> int:
    """How many entries the engine had otherwise than they are; it is told of them."""
    tell_changes(asked)
    name = current_index(asked)
    if name is None:
        return rebuild(asked)
    asked.for_writing.indices.refresh(index=name)
    known = dict(digests(asked, name))
    entries = dict(Entry.objects.values_list("pk", "digest"))
    differ = [key for key in known.keys() | entries.keys() if known.get(key) != entries.get(key)]
    note_changes(differ)
    tell_changes(asked)
    return len(differ)


def bring_up_to_date() -> None:
    """Each minute: what waits; and where the numbers differ all the same, whatever differs."""
    asked = engine()
    if asked is None:
        EngineChange.objects.all().delete()
        EngineAbsence.objects.all().delete()
        return
    with absence_noted(), asked.asked():
        if current_index(asked) is None:
            rebuild(asked)
        elif tell_changes(asked) or _number(asked) != Entry.objects.count():
            asked.for_writing.indices.refresh(index=asked.alias)
            if _number(asked) != Entry.objects.count():
                compare(asked)


def _number(asked: Engine) -> int:
    return asked.for_writing.count(index=asked.alias)["count"]


def compare_all() -> None:
    """Each night. Where telling does not help, as after the restore of a database, a new index does."""
    asked = engine()
    if asked is None:
        return
    with absence_noted(), asked.asked():
        if compare(asked) and compare(asked):
            rebuild(asked)
