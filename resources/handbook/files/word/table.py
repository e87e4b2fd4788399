"""Tables: headings repeated on each page, rows that stay in one piece, and what the table is in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resources.handbook.files.word.looks import TABLE
from resources.handbook.files.word.ooxml import Element, element, paragraph, setting

Cell = list[Element]


def table(
    widths: Sequence[int],
    headings: Sequence[Element],
    caption: str,
    description: str,
    rows: Iterable[Element],
) -> Element:
    """Widths in twentieths of a point; headings and cells are paragraphs."""
    look = {
        "w:firstRow": 1,
        "w:lastRow": 0,
        "w:firstColumn": 1,
        "w:lastColumn": 0,
        "w:noHBand": 1,
        "w:noVBand": 1,
    }
    properties = element(
        "w:tblPr",
        None,
        setting("w:tblStyle", TABLE.replace(" ", "")),
        element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblLook", {"w:val": "06A0", **look}),
        setting("w:tblCaption", caption),
        setting("w:tblDescription", description),
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in widths))
    first = row(widths, [[heading] for heading in headings], repeated=True)
    return element("w:tbl", None, properties, grid, first, *rows)


def row(widths: Sequence[int], cells: Sequence[Cell], *, repeated: bool = False) -> Element:
    """One row that is never parted by the end of a page."""
    properties = element("w:trPr", None, element("w:cantSplit"))
    if repeated:
        properties.append(element("w:tblHeader"))
    made = [_cell(width, cell) for width, cell in zip(widths, cells, strict=True)]
    return element("w:tr", None, properties, *made)


def full_row(widths: Sequence[int], cell: Cell) -> Element:
    """One cell over all columns."""
    over = setting("w:gridSpan", len(widths))
    return element(
        "w:tr", None, element("w:trPr", None, element("w:cantSplit")), _cell(sum(widths), cell, over)
    )


def _cell(width: int, cell: Cell, *properties: Element) -> Element:
    size = element("w:tcW", {"w:w": width, "w:type": "dxa"})
    # A cell without a paragraph is no cell to Word.
    return element("w:tc", None, element("w:tcPr", None, size, *properties), *(cell or [paragraph("", [])]))
