"""Fields of added, removed and changed records as readers see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cms.partial_dates.value import PartialDate
from resources.handbook.comparison.differences import Comparison, FieldChange, Surroundings
from resources.handbook.comparison.kinds import Entry
from resources.handbook.comparison.labels import FIELDS
from resources.handbook.comparison.passages import LinkChange, PassageChange, compare_passages
from resources.handbook.comparison.values import in_words
from resources.handbook.comparison.words import Line, compare_lines, line_of
from resources.handbook.content import Link, Passage

# Single words within these say nothing, so they are shown before and after.
WHOLE_FIELDS = {"category", "status", "shows", "replaced_by", "note_mark", "url", "group"}
TITLES = {"name", "heading", "title"}
LINES_AROUND_A_CHANGE = 1
FEWEST_LEFT_OUT = 3


@dataclass(frozen=True)
class Stretch:
    """Lines that stand together: paragraphs, items of one list, or how many unchanged ones are left out."""

    lines: tuple[Line, ...] = ()
    is_list: bool = False
    left_out: int = 0


@dataclass(frozen=True)
class ShownField:
    """Either the values before and after, or a text with its changes marked and what else changed in it."""

    label: str
    is_whole: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    passage: PassageChange | None = None

    @property
    def is_marked(self) -> bool:
        """Whether words in it are marked as inserted or deleted."""
        return any(line.kind != "same" for stretch in self.stretches for line in stretch.lines)

    @property
    def links(self) -> tuple[LinkChange, ...]:
        return self.passage.links if self.passage else ()


def plain_fields(kind: str, entry: Entry, around: Surroundings) -> Iterator[ShownField]:
    """All that a record says, for one that was added or removed; its title stands above it."""
    values = entry.values
    for name, (label, _short) in FIELDS[kind].items():
        lines = in_words(name, values[name], around)
        # That a product is current goes without saying, and what replaced it is not said twice.
        is_said = (name, values[name]) == ("status", "current") or (
            name == "status_note" and values[name] == around.products.get(values["replaced_by"])
        )
        if lines and name not in TITLES and not is_said:
            yield ShownField(str(label), stretches=tuple(_together(line_of("same", line) for line in lines)))


def changed_fields(kind: str, changes: Sequence[FieldChange], comparison: Comparison) -> Iterator[ShownField]:
    """What changed, in the order of the page."""
    by_name = {change.name: change for change in changes}
    for name, (label, _short) in FIELDS[kind].items():
        if name in by_name:
            yield _changed_field(str(label), by_name[name], comparison)


def _changed_field(label: str, change: FieldChange, comparison: Comparison) -> ShownField:
    before = in_words(change.name, change.old, comparison.older)
    after = in_words(change.name, change.new, comparison.newer)
    either = change.old or change.new
    if change.name in WHOLE_FIELDS or isinstance(either, PartialDate | Link):
        return ShownField(label, is_whole=True, before=tuple(before), after=tuple(after))
    stretches: tuple[Stretch, ...] = ()
    if before != after:
        lines = compare_lines(before, after, by_words=not isinstance(either, tuple))
        stretches = tuple(_shortened(lines))
    if not isinstance(either, Passage):
        return ShownField(label, stretches=stretches)
    pictures = comparison.older.pictures, comparison.newer.pictures
    return ShownField(label, stretches=stretches, passage=compare_passages(change.old, change.new, *pictures))


def _shortened(lines: Sequence[Line]) -> Iterator[Stretch]:
    """The lines that changed and those beside them."""
    around = range(-LINES_AROUND_A_CHANGE, LINES_AROUND_A_CHANGE + 1)
    near = {place + step for place, line in enumerate(lines) if line.kind != "same" for step in around}
    for is_near, places in groupby(range(len(lines)), key=near.__contains__):
        stretch = [lines[place] for place in places]
        if is_near or len(stretch) < FEWEST_LEFT_OUT:
            yield from _together(stretch)
        else:
            yield Stretch(left_out=len(stretch))


def _together(lines: Iterable[Line]) -> Iterator[Stretch]:
    for is_list, group in groupby(lines, key=lambda line: line.is_item):
        yield Stretch(tuple(group), is_list)
