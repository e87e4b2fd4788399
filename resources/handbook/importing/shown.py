"""A plan as an editor sees it before it is carried out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from resources.handbook.comparison.passages import LinkChange, compare_passages
from resources.handbook.comparison.words import Line, compare_lines
from resources.handbook.content import Link, Passage
from resources.handbook.importing.changes import Entry, FieldChange, Part, Plan
from resources.handbook.importing.fields import LABELS
from resources.handbook.importing.summary import KINDS

# Of a new record these say enough to recognise it; its page shows the rest.
OF_NEW = (
    "category",
    "group",
    "date",
    "published",
    "what",
    "made_by",
    "used_by",
    "usage",
    "text",
    "links",
    "url",
)


@dataclass(frozen=True)
class ShownField:
    """The words before and after with their differences marked, and links that lead elsewhere."""

    label: str
    lines: tuple[Line, ...]
    links: tuple[LinkChange, ...] = ()
    is_of_form: bool = False


@dataclass(frozen=True)
class ShownEntry:
    key: str
    title: str
    place: str
    fields: tuple[ShownField, ...]
    old_title: str = ""
    number: int = 0  # of a new product, by which its ticks are told
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownPart:
    label: str
    part: Part
    added: tuple[ShownEntry, ...]
    changed: tuple[ShownEntry, ...]
    renames: tuple[ShownEntry, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.renames or self.part.removals)


@dataclass(frozen=True)
class ShownPlan:
    plan: Plan
    own: tuple[ShownField, ...]
    parts: tuple[ShownPart, ...]


def for_editors(plan: Plan) -> ShownPlan:
    return ShownPlan(plan, tuple(_changes(plan.own)), tuple(_part(part, plan) for part in plan.parts))


def _part(part: Part, plan: Plan) -> ShownPart:
    added = tuple(
        ShownEntry(
            key=entry.key,
            title=entry.title,
            place=str(entry.place),
            fields=tuple(_words(entry)),
            old_title=entry.likely.title if entry.likely else "",
            number=number,
            audiences=plan.audiences.get(entry.key, ()) if part.kind == "product" else (),
        )
        for number, entry in enumerate(part.added, start=1)
    )
    changed = tuple(_changed(entry, entry.fields, entry.title) for entry in part.changed)
    renames = tuple(
        _changed(entry, entry.likely_fields, entry.likely.title if entry.likely else "")
        for entry in part.renames
    )
    return ShownPart(str(KINDS[part.kind]), part, added, changed, renames)


def _changed(entry: Entry, fields: Iterable[FieldChange], old_title: str) -> ShownEntry:
    return ShownEntry(entry.key, entry.title, str(entry.place), tuple(_changes(fields)), old_title)


def _changes(fields: Iterable[FieldChange]) -> Iterator[ShownField]:
    for change in fields:
        old, new = _text(change.old), _text(change.new)
        lines = tuple(compare_lines(old, new)) if old != new else ()
        if isinstance(change.old, Passage) and isinstance(change.new, Passage):
            passage = compare_passages(change.old, change.new, {}, {})
            yield ShownField(change.label, lines, passage.links, is_of_form=not lines and not passage.links)
        else:
            yield ShownField(change.label, lines, is_of_form=not lines)


def _words(entry: Entry) -> Iterator[ShownField]:
    for name in OF_NEW:
        value = getattr(entry.found, name, None)
        if value:
            label = str(LABELS["link" if name == "url" else name])
            lines = _text(value)
            yield ShownField(label, tuple(compare_lines(lines, lines)))


def _text(value: Any) -> list[str]:
    """In lines, as words are compared."""
    if not value:
        return []
    if isinstance(value, Passage):
        return value.text.split("\n")
    if isinstance(value, Link):
        return [" ".join(words for words in (value.title, value.url) if words)]
    if isinstance(value, tuple):
        return [line for each in value for line in _text(each)]
    return [str(value)]
