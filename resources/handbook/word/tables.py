"""Tables of a document as grids: the column a cell stands in, and whether it goes on from above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from resources.handbook.word.elements import child, number, value
from resources.handbook.word.paragraphs import Paragraph, has_deleted_mark, read_paragraph
from resources.handbook.word.runs import AROUND, DELETED, INSERTED, Runs

MOST_COLUMNS = 63  # as in Word
MADE_STYLES = ("handbook made", "handbook status")


@dataclass(frozen=True)
class Cell:
    """`start` and `span` are in columns of the grid, from 0; `goes_on`: merged with the cell above."""

    start: int
    span: int = 1
    paragraphs: tuple[Paragraph, ...] = ()
    goes_on: bool = False

    @property
    def written(self) -> tuple[Paragraph, ...]:
        """The words a person wrote: neither empty nor made by the site. Records have no pictures in cells."""
        return tuple(
            one.without_pictures for one in self.paragraphs if one.text and one.style not in MADE_STYLES
        )

    @property
    def text(self) -> str:
        return " ".join(paragraph.without_notes.text for paragraph in self.written)

    @property
    def is_empty(self) -> bool:
        return not self.written


@dataclass(frozen=True)
class Row:
    """`number` counts from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        return all(cell.is_empty for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """`number` counts the tables of the document from 1."""

    number: int
    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        return " ".join(cell.text for row in self.rows for cell in row.cells if cell.text)


Block = Paragraph | Table


def unwrapped(container: Element, runs: Runs) -> Iterator[Element]:
    """What stands in a body, table, row or cell, out of content controls and tracked insertions."""
    for one in container:
        if one.tag == "w:sdt":
            if _is_contents(one):
                runs.changes["contents"] += sum(_has_words(paragraph) for paragraph in one.iter("w:p"))
                continue
            content = child(one, "w:sdtContent")
            if content is not None:
                yield from unwrapped(content, runs)
        elif one.tag in AROUND:
            yield from unwrapped(one, runs)
        elif one.tag in INSERTED:
            runs.changes[INSERTED[one.tag]] += 1
            yield from unwrapped(one, runs)
        elif one.tag in DELETED:
            runs.changes[DELETED[one.tag]] += 1
        elif one.tag == "mc:AlternateContent":
            for choice in list(one)[:1]:
                yield from unwrapped(choice, runs)
        else:
            yield one


def read_paragraphs(container: Element, runs: Runs) -> list[Paragraph]:
    """The paragraphs of a cell; those of a table in it are taken out of that table, and it is told."""
    paragraphs: list[Paragraph] = []
    waiting: Paragraph | None = None
    for one in unwrapped(container, runs):
        if one.tag == "w:p":
            paragraph = read_paragraph(one, runs)
            if waiting is not None:
                paragraph, waiting = waiting.continued_by(paragraph), None
            if has_deleted_mark(one):
                waiting = paragraph
            else:
                paragraphs.append(paragraph)
        elif one.tag == "w:tbl":
            inner = read_table(one, runs, 0)
            issue = _("A table inside a table was left out, its words were kept as paragraphs.")
            words = [item for row in inner.rows for cell in row.cells for item in cell.paragraphs]
            paragraphs.extend([Paragraph(issues=(issue,)), *words])
    return paragraphs + ([waiting] if waiting is not None else [])


def read_table(element: Element, runs: Runs, table_number: int) -> Table:
    rows: list[Row] = []
    for one in unwrapped(element, runs):
        if one.tag != "w:tr":
            continue
        properties = child(one, "w:trPr")
        if child(properties, "w:del") is not None:
            runs.changes["deleted"] += 1
            continue
        if child(properties, "w:ins") is not None:
            runs.changes["inserted"] += 1
        rows.append(Row(len(rows) + 1, tuple(_cells(one, properties, runs))))
    return Table(table_number, tuple(rows))


def _cells(row: Element, row_properties: Element | None, runs: Runs) -> Iterator[Cell]:
    start = min(MOST_COLUMNS, max(0, number(value(row_properties, "w:gridBefore") or "0")))
    for one in unwrapped(row, runs):
        if one.tag != "w:tc" or start >= MOST_COLUMNS:
            continue
        properties = child(one, "w:tcPr")
        span = min(MOST_COLUMNS, max(1, number(value(properties, "w:gridSpan") or "1", otherwise=1)))
        merge = child(properties, "w:vMerge")
        goes_on = merge is not None and merge.get("w:val", "continue") == "continue"
        paragraphs = read_paragraphs(one, runs)
        if child(properties, "w:cellDel") is not None:
            runs.changes["deleted"] += 1
            paragraphs = []
        yield Cell(start, span, tuple(paragraphs), goes_on)
        start += span


def _has_words(paragraph: Element) -> bool:
    return any(text.text for text in paragraph.iter("w:t"))


def _is_contents(control: Element) -> bool:
    gallery = value(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
    return gallery.casefold() == "table of contents"
