"""What an import would do: the plan, and what an editor chose of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import Any

from resources.handbook.content import Passage
from resources.handbook.importing.held import Held, HeldHandbook
from resources.handbook.word.found import FoundHandbook, Place, Remark

NO_PLACE = Place()


@dataclass(frozen=True)
class FieldChange:
    """The words of a field on the site and in the file."""

    name: str
    label: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Entry:
    """One thing of the file beside the same on the site; `likely` is what it may be under a new name."""

    kind: str
    title: str
    found: Any
    held: Held | None = None
    fields: tuple[FieldChange, ...] = ()
    likely: Held | None = None
    likely_fields: tuple[FieldChange, ...] = ()
    place: Place = NO_PLACE

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.title}:{self.place}"

    @property
    def is_new(self) -> bool:
        return self.held is None

    @property
    def is_changed(self) -> bool:
        return self.held is not None and bool(self.fields)

    @property
    def waits(self) -> bool:
        """It is on the site in these words, but only as a draft."""
        return self.held is not None and not self.fields and self.held.waits

    def as_renamed(self) -> Entry:
        return replace(self, held=self.likely, fields=self.likely_fields, likely=None, likely_fields=())


@dataclass(frozen=True)
class Removal:
    """On the site, and not in the file."""

    kind: str
    held: Held

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.held.key}"

    @property
    def title(self) -> str:
        return self.held.title


@dataclass(frozen=True)
class Part:
    """The things of one kind, in the order of the file, and those that are not in it."""

    kind: str
    entries: tuple[Entry, ...] = ()
    removals: tuple[Removal, ...] = ()

    @property
    def added(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.is_new)

    @property
    def changed(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.is_changed)

    @property
    def renames(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.is_new and entry.likely)

    @property
    def unchanged(self) -> int:
        return sum(not entry.is_new and not entry.fields for entry in self.entries)

    def with_renames(self, keys: frozenset[str]) -> Part:
        entries = tuple(
            each.as_renamed() if each.likely and each.key in keys else each for each in self.entries
        )
        kept = {id(each.held) for each in entries}
        removals = tuple(removal for removal in self.removals if id(removal.held) not in kept)
        return replace(self, entries=entries, removals=removals)


@dataclass(frozen=True)
class Plan:
    """Everything that an import would do. `refusals` are why it can do nothing at all."""

    found: FoundHandbook
    held: HeldHandbook
    own: tuple[FieldChange, ...] = ()  # fields of the handbook's own page
    sections: Part = field(default_factory=lambda: Part("section"))
    notes: Part = field(default_factory=lambda: Part("note"))
    products: Part = field(default_factory=lambda: Part("product"))
    milestones: Part = field(default_factory=lambda: Part("milestone"))
    resources: Part = field(default_factory=lambda: Part("resource"))
    new_categories: tuple[str, ...] = ()
    new_groups: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    refusals: tuple[Remark, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.sections, self.products, self.milestones, self.notes, self.resources)

    @property
    def renames(self) -> tuple[Entry, ...]:
        return tuple(entry for part in self.parts for entry in part.renames)

    @property
    def removals(self) -> tuple[Removal, ...]:
        return tuple(removal for part in self.parts for removal in part.removals)

    @property
    def audiences(self) -> dict[str, tuple[str, ...]]:
        """Proposed for new products, by the key of their entries."""
        return {
            entry.key: entry.found.proposed_audiences
            for entry in self.products.added
            if entry.found.proposed_audiences
        }

    @property
    def changes_nothing(self) -> bool:
        return not self.own and not any(part.added or part.changed for part in self.parts)

    def with_renames(self, keys: frozenset[str]) -> Plan:
        """As an editor's word on likely renames makes it."""
        names = ("sections", "products", "milestones", "notes", "resources")
        return replace(self, **{name: getattr(self, name).with_renames(keys) for name in names})

    @cached_property
    def digest(self) -> str:
        """The same for plans that would do the same."""
        return sha256("\n".join(self._lines()).encode()).hexdigest()[:32]

    def _lines(self) -> Iterator[str]:
        yield from map(_line, self.own)
        for part in self.parts:
            for entry in part.entries:
                yield f"{entry.key} {entry.held and entry.held.key} {entry.likely and entry.likely.key}"
                yield from map(_line, (*entry.fields, *entry.likely_fields))
            for removal in part.removals:
                yield f"{removal.key} {removal.held.is_live}"
        yield repr((self.new_categories, self.new_groups, self.audiences))
        yield from (str(remark) for remark in (*self.remarks, *self.refusals))


def _line(change: FieldChange) -> str:
    values = (value.html if isinstance(value, Passage) else repr(value) for value in (change.old, change.new))
    return "\t".join((change.name, *values))


@dataclass(frozen=True)
class Choices:
    """An editor's word, by the keys of entries and removals. The command has only the first."""

    renames: frozenset[str] = frozenset()
    removals: frozenset[str] = frozenset()
    audiences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
