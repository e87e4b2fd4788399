"""A comparison as readers see it: what its page and its summary are made from."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from resources.handbook.comparison.differences import Changes, Comparison
from resources.handbook.comparison.fields import ShownField, changed_fields, plain_fields
from resources.handbook.comparison.kinds import KINDS, Entry, Kind
from resources.handbook.comparison.labels import COUNTED, DONE, ITSELF, PART_TITLES

MANY_RECORDS = 8
TOO_MANY_RECORDS = 60


@dataclass(frozen=True)
class ShownRecord:
    """`done` is "added", "removed" or "changed"; the handbook itself has no text."""

    text: str
    anchor: str
    done: str
    fields: tuple[ShownField, ...]


@dataclass(frozen=True)
class Part:
    """What happened to the records of one kind: `counts` in a few words, `moved` by their titles."""

    text: str
    anchor: str
    counts: str
    records: tuple[ShownRecord, ...]
    moved: tuple[str, ...] = ()
    children: tuple[ShownRecord, ...] = ()


@dataclass(frozen=True)
class ShownComparison:
    parts: tuple[Part, ...]

    @property
    def is_empty(self) -> bool:
        return not self.parts

    @property
    def has_marks(self) -> bool:
        """Whether words are marked, which the page then explains."""
        fields = [field for part in self.parts for record in part.records for field in record.fields]
        return any(field.is_marked for field in fields)

    @property
    def is_long(self) -> bool:
        """Whether a list of contents helps."""
        return sum(len(part.records) for part in self.parts) >= MANY_RECORDS


def for_readers(comparison: Comparison) -> ShownComparison:
    """Only the parts in which a reader would see a difference."""
    parts = [_part(comparison, kind) for kind in KINDS if not comparison.of(kind.name).is_empty]
    if comparison.news:
        fields = tuple(changed_fields(ITSELF, comparison.news, comparison))
        anchor = _anchor(ITSELF)
        counts = counted(ITSELF, changed=len(comparison.news))
        record = ShownRecord("", f"{anchor}-1", "changed", fields)
        parts.append(Part(str(PART_TITLES[ITSELF]), anchor, counts, (record,)))
    return ShownComparison(tuple(parts))


def counted(kind: str, **numbers: int) -> str:
    """Such as "2 products added, 1 removed"."""
    said: list[str] = []
    for done, number in numbers.items():
        if number:
            things = COUNTED[kind] % {"number": number}
            first, following = DONE[done]
            said.append((following if said else first) % {"things": things, "number": number})
    return ", ".join(said)


def title_of(kind: Kind, entry: Entry) -> str:
    """What a heading calls a record."""
    if kind.name == "timeline_notes":
        return _("Note %(mark)s") % {"mark": entry.title}
    return entry.title or _("Without a title")


def counts_of(kind: Kind, changes: Changes) -> str:
    """What happened to the records of a kind, in numbers."""
    return counted(
        kind.name,
        added=len(changes.added),
        removed=len(changes.removed),
        changed=len(changes.news),
        moved=len(changes.moved),
    )


def _anchor(kind: str) -> str:
    return f"changes-{kind.replace('_', '-')}"


def _part(comparison: Comparison, kind: Kind) -> Part:
    changes, anchor = comparison.of(kind.name), _anchor(kind.name)
    found = [
        *(("added", each, plain_fields(kind.name, each, comparison.newer)) for each in changes.added),
        *(("removed", each, plain_fields(kind.name, each, comparison.older)) for each in changes.removed),
        *(("changed", each.new, changed_fields(kind.name, each.news, comparison)) for each in changes.news),
    ]
    records = tuple(
        ShownRecord(title_of(kind, entry), f"{anchor}-{number}", done, tuple(fields))
        for number, (done, entry, fields) in enumerate(found, start=1)
    )
    return Part(
        text=str(PART_TITLES[kind.name]),
        anchor=anchor,
        counts=counts_of(kind, changes),
        records=records,
        moved=tuple(title_of(kind, each) for each in changes.moved),
        children=records if len(records) <= TOO_MANY_RECORDS else (),
    )
