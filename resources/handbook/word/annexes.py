"""Annex A, the timeline, and Annex B, the further resources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from resources.handbook.content import Link, Note
from resources.handbook.word.columns import RESOURCES, TIMELINE, Columns, Kind, tell_of_cells, tell_of_columns
from resources.handbook.word.dates import LONGEST_LINE, date_of, read_date
from resources.handbook.word.found import FoundMilestone, FoundResource, Place
from resources.handbook.word.paragraphs import Paragraph, tidy
from resources.handbook.word.passages import passage
from resources.handbook.word.remarks import Remarks, quoted
from resources.handbook.word.tables import Cell, Row, Table

NOTE_STYLE = "handbook note"
NOTE = re.compile(r"(\*{1,4}|[†‡§]|[¹²³⁴⁵⁶⁷⁸⁹])\s*(?=\S)")
OWN_NOTE = re.compile(r"([^\w\s]{1,4}|[¹²³⁴⁵⁶⁷⁸⁹]|\d{1,2}|[A-Za-z])[.)]?\s+(?=\S)")
RAISED_MARK = re.compile(r"[*†‡§]{1,4}|\d{1,2}")
MARK_AT_END = re.compile(r"\s*(\*{1,4}|[†‡§])$")
DATE_AND_TITLE = re.compile(r"\s*(?:[:–—\t]|\s-\s)\s*")


def filled_rows(
    kind: Kind, table: Table, columns: Columns | None, remarks: Remarks
) -> Iterator[tuple[Row, Columns, dict[str, Cell]]]:
    """Rows with something in them, with their cells by key; merged cells have what is above."""
    above: dict[str, Cell] = {}
    for row in table.rows:
        headings = kind.fits(row)
        if headings:
            if headings != columns:
                tell_of_columns(kind, headings, table, row, remarks)
            columns = headings
        elif columns:
            tell_of_cells(columns, table, row, remarks)
            if row.is_empty:
                continue
            cells: dict[str, Cell] = {}
            for key, _index, cell in columns.cells(row):
                if key:
                    cells.setdefault(key, above.get(key, cell) if cell.goes_on else cell)
            above = cells
            yield row, columns, cells
        elif not row.is_empty:
            words = " ".join(cell.text for cell in row.cells if cell.text)
            place = Place(table=table.number, row=row.number)
            remarks.error(place, _("This row above the headings was left out: %s.") % quoted(words))


def read_milestones(table: Table, columns: Columns, remarks: Remarks) -> Iterator[FoundMilestone]:
    for row, shown, cells in filled_rows(TIMELINE, table, columns, remarks):
        title_cell = cells.get("title")
        written = title_cell.written if title_cell else ()
        place = Place(table=table.number, row=row.number)
        if not written:
            remarks.error(place, _("The title of the milestone is missing, so the row was left out."))
            continue
        date_cell = cells.get("date")
        date, beside = read_date(
            date_cell.paragraphs if date_cell else (), shown.place(table, row, shown.column("date")), remarks
        )
        if beside:
            remarks.error(place, _("Besides the date it says %s, which was left out.") % quoted(beside))
        title, mark, link = _title(written[0], place, remarks)
        others = [link for key in ("more", "link") if key in cells for link in _links(cells[key])]
        if link is None and "link" in cells:
            link, others = (others[0] if others else None), others[1:]
        yield FoundMilestone(
            date=date,
            title=title,
            text=passage([*written[0].lines[1:], *written[1:]]),
            link=link,
            note_mark=mark,
            belongs_to=others[0] if others else None,
            place=place,
        )


def _links(cell: Cell) -> list[Link]:
    """The links of a cell; its words without an address where it has none."""
    links = [link for paragraph in cell.written for link in paragraph.links]
    return links or ([Link(cell.text, "")] if cell.text else [])


def _title(paragraph: Paragraph, place: Place, remarks: Remarks) -> tuple[str, str, Link | None]:
    """The first line: title, mark of a note (raised, or an asterisk), link."""
    first = paragraph.without_notes.lines[0]
    mark = ""
    pieces = list(first.pieces)
    if len(pieces) > 1 and pieces[-1].is_raised:
        mark = pieces.pop().text.strip()
    title = replace(first, pieces=tuple(tidy(pieces))).text
    if not mark and (match := MARK_AT_END.search(title)):
        mark, title = match[1], title[: match.start()]
    links = first.links
    for link in links[1:]:
        remarks.error(place, _("A second link was left out: %s.") % quoted(f"{link.title} {link.url}"))
    return title, mark, Link(title, links[0].url) if links else None


def milestone_in_words(paragraph: Paragraph, place: Place) -> FoundMilestone | None:
    """A line such as "December 2018: Agreement signed", in a timeline without a table."""
    words = paragraph.raw.strip()
    parting = DATE_AND_TITLE.search(words) if len(words) <= LONGEST_LINE else None
    date = date_of(words[: parting.start()]) if parting else None
    title = " ".join(words[parting.end() :].split()) if parting else ""
    if date is None or not title:
        return None
    mark = match[1] if (match := MARK_AT_END.search(title)) else ""
    title = MARK_AT_END.sub("", title)
    links = paragraph.links
    return FoundMilestone(
        date, title, link=Link(title, links[0].url) if links else None, note_mark=mark, place=place
    )


def note(paragraph: Paragraph) -> Note | None:
    """A note below the timeline: its mark stands before its words."""
    if paragraph.list_place.kind:
        return None
    first = paragraph.pieces[0] if len(paragraph.pieces) > 1 else None
    if first is not None and first.is_raised and RAISED_MARK.fullmatch(first.text.strip()):
        return Note(first.text.strip(), passage([paragraph.without_start(len(first.text))]))
    pattern = OWN_NOTE if paragraph.style == NOTE_STYLE else NOTE
    match = pattern.match(paragraph.text)
    if not match:
        return None
    return Note(match[1], passage([paragraph.without_start(len(match[0]))]))


def read_resources(table: Table, columns: Columns, remarks: Remarks) -> Iterator[FoundResource]:
    group = ""
    for row, shown, cells in filled_rows(RESOURCES, table, columns, remarks):
        place = Place(table=table.number, row=row.number)
        filled = [cell for cell in row.cells if not cell.is_empty]
        if len(filled) == 1 and (len(row.cells) == 1 or filled[0] is row.cells[0]) and not filled[0].goes_on:
            # A row of its own names the group of those below.
            group = filled[0].text
            continue
        if "group" in cells and cells["group"].text:
            group = cells["group"].text
        title_cell = cells.get("title")
        title = title_cell.text if title_cell else ""
        if not title:
            remarks.error(place, _("The title of the resource is missing, so the row was left out."))
            continue
        date_cell = cells.get("published")
        date_place = (
            shown.place(table, row, shown.column("published")) if "published" in shown.keys else place
        )
        published, beside = read_date(date_cell.paragraphs if date_cell else (), date_place, remarks)
        if beside:
            remarks.error(date_place, _("Besides the date it says %s, which was left out.") % quoted(beside))
        links = [link for key in ("title", "link") if key in cells for link in _links(cells[key]) if link.url]
        for link in links[1:]:
            remarks.error(place, _("A second link was left out: %s.") % quoted(f"{link.title} {link.url}"))
        if not links:
            remarks.notice(place, _("%s has no link.") % quoted(title))
        if not group:
            remarks.error(place, _("%s stands under no type of resource.") % quoted(title))
        yield FoundResource(group, published, title, links[0].url if links else "", place)
