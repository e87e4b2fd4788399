"""What a timeline is made from: its list, its overview and its description."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Note:
    """A note and where the marks that point to it lead; `first` is the mark that its way back leads to."""

    id: str
    mark: str
    html: SafeString
    is_used: bool

    @property
    def first(self) -> str:
        return f"{self.id}-mark"


@dataclass(frozen=True)
class Entry:
    date: str
    title: str
    url: str
    text: SafeString
    is_product: bool
    mark: str
    note: Note | None
    is_first_mark: bool
    belongs_to: Any
    language: str
    leads_to: str


@dataclass(frozen=True)
class Year:
    label: str
    entries: tuple[Entry, ...]

    @property
    def products(self) -> int:
        return sum(entry.is_product for entry in self.entries)

    @property
    def milestones(self) -> int:
        return len(self.entries) - self.products

    @property
    def in_words(self) -> str:
        """Such as "2021: 1 milestone, 3 products."."""
        kinds = []
        if self.milestones:
            kinds.append(
                ngettext("%(n)s milestone", "%(n)s milestones", self.milestones) % {"n": self.milestones}
            )
        if self.products:
            kinds.append(ngettext("%(n)s product", "%(n)s products", self.products) % {"n": self.products})
        return _("%(year)s: %(counts)s.") % {"year": self.label, "counts": ", ".join(kinds)}


def collect(
    years: Iterable[Any], notes: Sequence[tuple[str, Any]], ids: Sequence[str]
) -> tuple[list[Year], list[Note]]:
    """The years that have entries, and the notes, each with the id it is to have."""
    raw = [(str(_value(year, "label")), list(_value(year, "entries") or ())) for year in years]
    used = {str(_value(entry, "note_mark") or "") for _label, entries in raw for entry in entries}
    found: dict[str, Note] = {}
    below = []
    for (mark, html), id_ in zip(notes, ids, strict=True):
        note = Note(id_, str(mark), format_html("{}", html), mark in used and mark not in found)
        found.setdefault(note.mark, note)
        below.append(note)
    pointed: set[str] = set()
    result = []
    for label, entries in raw:
        made = []
        for entry in entries:
            mark = str(_value(entry, "note_mark") or "")
            made.append(_entry(entry, label, mark, found.get(mark), mark not in pointed))
            pointed.add(mark)
        if made:
            result.append(Year(label, tuple(made)))
    return result, below


def _entry(entry: Any, label: str, mark: str, note: Note | None, is_first: bool) -> Entry:
    date = str(_value(entry, "date") or "")
    return Entry(
        "" if date == label else date,  # the heading has said it
        str(_value(entry, "title")),
        str(_value(entry, "url") or ""),
        format_html("{}", _value(entry, "text") or ""),
        bool(_value(entry, "is_product")),
        mark,
        note,
        is_first,
        _value(entry, "belongs_to") or None,
        str(_value(entry, "language") or ""),
        str(_value(entry, "leads_to") or ""),
    )


def _value(record: Any, name: str) -> Any:
    return record.get(name) if isinstance(record, Mapping) else getattr(record, name, None)
