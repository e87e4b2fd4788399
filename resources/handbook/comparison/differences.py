"""The difference of two handbooks: what was added, removed, changed and moved, kind by kind.

It holds everything that differs, so that `apply` makes the second from the first exactly. Some of it is no
news to a reader (when the file was made, the address of a page of this site): `news` leaves that out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from resources.handbook.comparison.kinds import (
    KINDS,
    OWN_FIELDS,
    UNSEEN_OWN_FIELDS,
    Entry,
    Key,
    Kind,
    taken_apart,
)
from resources.handbook.comparison.passages import Pictures, compare_passages
from resources.handbook.content import Handbook, Passage


@dataclass(frozen=True)
class FieldChange:
    name: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Changed:
    """A record that is in both. `fields` is all that differs, `news` what a reader is told of."""

    old: Entry
    new: Entry
    fields: tuple[FieldChange, ...]
    news: tuple[FieldChange, ...] = field(compare=False)


@dataclass(frozen=True)
class Changes:
    """What happened to the records of one kind.

    `order` is the new order of all keys, or None where it follows from the old one with the added at the end.
    `moved` are the fewest entries that must change places to get from one order to the other.
    """

    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    moved: tuple[Entry, ...] = ()
    order: tuple[Key, ...] | None = None

    @property
    def news(self) -> tuple[Changed, ...]:
        """The changed ones that a reader is told of."""
        return tuple(each for each in self.changed if each.news)

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.moved or self.news)


@dataclass(frozen=True)
class Surroundings:
    """What a handbook calls the things that fields name by id, and its pictures: name -> SHA-256."""

    categories: Mapping[Key, str]
    products: Mapping[str, str]
    pictures: Pictures

    @classmethod
    def of(cls, handbook: Handbook, parts: Mapping[str, Iterable[Entry]]) -> Surroundings:
        return cls(
            categories={entry.key: entry.title for entry in parts["categories"]},
            products={product.id: product.name for product in handbook.products},
            pictures={picture.name: picture.sha256 for picture in handbook.pictures},
        )


@dataclass(frozen=True)
class Comparison:
    """`itself` are all differing fields of the handbook's own, `news` those that a reader is told of."""

    itself: tuple[FieldChange, ...]
    news: tuple[FieldChange, ...]
    sections: Changes
    categories: Changes
    products: Changes
    milestones: Changes
    timeline_notes: Changes
    further_resources: Changes
    older: Surroundings = field(compare=False)
    newer: Surroundings = field(compare=False)

    @cached_property
    def is_empty(self) -> bool:
        """Whether a reader would see no difference."""
        return not self.news and all(self.of(kind.name).is_empty for kind in KINDS)

    def of(self, kind: str) -> Changes:
        return getattr(self, kind)


def compare(a: Handbook, b: Handbook) -> Comparison:
    """What was done to `a` to get `b`. Records are the same where their ids are."""
    old, new = taken_apart(a), taken_apart(b)
    older, newer = Surroundings.of(a, old), Surroundings.of(b, new)
    itself = _field_changes(
        {name: getattr(a, name) for name in OWN_FIELDS}, {name: getattr(b, name) for name in OWN_FIELDS}
    )
    return Comparison(
        itself=itself,
        news=_news(itself, UNSEEN_OWN_FIELDS, older, newer),
        older=older,
        newer=newer,
        **{kind.name: _changes(kind, old[kind.name], new[kind.name], older, newer) for kind in KINDS},
    )


def _changes(
    kind: Kind, old: Sequence[Entry], new: Sequence[Entry], older: Surroundings, newer: Surroundings
) -> Changes:
    before = {entry.key: entry for entry in old}
    after = {entry.key: entry for entry in new}
    added = tuple(entry for entry in new if entry.key not in before)
    changed = []
    for entry in new:
        if entry.key in before and entry != before[entry.key]:
            found = _field_changes(before[entry.key].values, entry.values)
            changed.append(Changed(before[entry.key], entry, found, _news(found, kind.unseen, older, newer)))
    order = tuple(after)
    expected = (*(key for key in before if key in after), *(entry.key for entry in added))
    return Changes(
        added=added,
        removed=tuple(entry for entry in old if entry.key not in after),
        changed=tuple(changed),
        moved=_moved(kind, before, after),
        order=None if order == expected else order,
    )


def _field_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name, old[name], new[name]) for name in old if old[name] != new[name])


def _news(
    changes: Iterable[FieldChange], unseen: frozenset[str], older: Surroundings, newer: Surroundings
) -> tuple[FieldChange, ...]:
    return tuple(each for each in changes if each.name not in unseen and _is_seen(each, older, newer))


def _is_seen(change: FieldChange, older: Surroundings, newer: Surroundings) -> bool:
    if isinstance(change.old, Passage):
        return bool(compare_passages(change.old, change.new, older.pictures, newer.pictures))
    if change.name == "audiences":
        # They are shown as names, and their order says nothing.
        return {each.name for each in change.old} != {each.name for each in change.new}
    if change.name == "status_note":
        # Where another product replaced it, its name is the note, and `replaced_by` says so already.
        return not {change.old, change.new} <= {"", *older.products.values(), *newer.products.values()}
    return True


def _moved(kind: Kind, before: Mapping[Key, Entry], after: Mapping[Key, Entry]) -> tuple[Entry, ...]:
    positions = {key: position for position, key in enumerate(before)}
    rows: dict[Hashable, list[Entry]] = {}
    for key, entry in after.items():
        if key in before and kind.place(before[key]) == kind.place(entry):
            rows.setdefault(kind.row(entry), []).append(entry)
    stayed: set[Key] = set()
    for row in rows.values():
        stayed |= {row[index].key for index in _longest_rise([positions[each.key] for each in row])}
    return tuple(entry for row in rows.values() for entry in row if entry.key not in stayed)


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The indexes of a longest row of rising numbers: those that need not move (patience sorting)."""
    ends: list[int] = []  # the smallest number that a rise of each length can end with
    indexes: list[int] = []
    earlier: list[int | None] = []  # the index that comes before each in its rise
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        indexes[length : length + 1] = [index]
        earlier.append(indexes[length - 1] if length else None)
    found: set[int] = set()
    last = indexes[-1] if indexes else None
    while last is not None:
        found.add(last)
        last = earlier[last]
    return found
