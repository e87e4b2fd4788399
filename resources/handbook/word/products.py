"""The products table: rows of products under rows that name their category."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from resources.handbook.content import Link
from resources.handbook.word.audiences import proposed_audiences
from resources.handbook.word.columns import PRODUCTS, Columns, tell_of_cells, tell_of_columns
from resources.handbook.word.dates import RHYTHM, read_date
from resources.handbook.word.found import FoundProduct, Place
from resources.handbook.word.paragraphs import Paragraph
from resources.handbook.word.passages import passage
from resources.handbook.word.remarks import Remarks, quoted
from resources.handbook.word.tables import Cell, Row, Table

LONGEST_CATEGORY = 100
CATEGORY_WORDS = re.compile(r"\b(products|resources)$", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?]+[.!?]?")
BETWEEN_LINKS = " ,;|/()[]–—-"


@dataclass
class _Draft:
    """A product while its rows are read; cells merged downwards may add to it."""

    category: str
    row: Row
    columns: Columns
    cells: dict[str, list[Paragraph]] = field(default_factory=dict)


class ProductReader:
    """Reads one or several tables of products; the category goes on from table to table until a new one."""

    def __init__(self, remarks: Remarks, keeps_capitals: bool = False) -> None:
        self._remarks = remarks
        self._keeps_capitals = keeps_capitals
        self._categories: dict[str, str] = {}
        self._names: set[str] = set()
        self._current = ""
        self.products: list[FoundProduct] = []

    def read(self, table: Table, columns: Columns | None, caption: str = "") -> None:
        """`columns` are those of a table before, where this one goes on without headings; `caption` may name
        the category where no row does."""
        category = self._category(caption) if caption else self._current
        drafts: list[_Draft] = []
        for row in table.rows:
            if row.is_empty:
                if columns:
                    tell_of_cells(columns, table, row, self._remarks)
                continue
            headings = PRODUCTS.fits(row)
            if headings:
                if headings != columns:
                    tell_of_columns(PRODUCTS, headings, table, row, self._remarks)
                columns = headings
            elif (name := _category_name(row)) is not None:
                category = self._category(name) if name else category
                for paragraph in row.cells[0].paragraphs:
                    self._remarks.notices(
                        Place(table=table.number, row=row.number, column=1), paragraph.issues
                    )
            elif columns is None:
                place = Place(table=table.number, row=row.number)
                words = " ".join(cell.text for cell in row.cells if cell.text)
                self._remarks.error(place, _("This row above the headings was left out: %s.") % quoted(words))
            else:
                tell_of_cells(columns, table, row, self._remarks)
                self._tell_of_wide_cells(columns, table, row)
                _add_row(drafts, category, row, columns)
        self._current = category
        for draft in drafts:
            self._finish(table, draft)

    def _tell_of_wide_cells(self, columns: Columns, table: Table, row: Row) -> None:
        if len(row.cells) == len(columns.keys):
            return
        for _key, index, cell in columns.cells(row):
            if cell.span > 1 and not cell.is_empty:
                words = _("This cell spans several columns; it was read as this one's.")
                self._remarks.error(columns.place(table, row, index), words)

    def _category(self, name: str) -> str:
        """As it was first written; capitals throughout are a matter of looks, except in our own files."""
        if name.isupper() and not self._keeps_capitals:
            name = name.capitalize()
        return self._categories.setdefault(name.casefold(), name)

    def _finish(self, table: Table, draft: _Draft) -> None:
        columns, row, remarks = draft.columns, draft.row, self._remarks

        def place(key: str) -> Place:
            if key not in columns.keys:
                return Place(table=table.number, row=row.number)
            return columns.place(table, row, columns.column(key))

        name, links, left_out = _name_and_links(draft.cells.get("name", []))
        if not name:
            remarks.error(place("name"), _("The name of the product is missing, so the row was left out."))
            return
        if name.casefold() in self._names:
            words = _("%s is in the table twice; this row was left out.") % quoted(name)
            remarks.error(place("name"), words)
            return
        self._names.add(name.casefold())
        for words in left_out:
            remarks.error(
                place("name"), _("%s is neither the name nor a link, so it was left out.") % quoted(words)
            )
        published, rhythm = read_date(draft.cells.get("published", []), place("published"), remarks)
        own_rhythm = " ".join(one.text for one in draft.cells.get("rhythm", []))
        category = draft.category
        if "category" in columns.keys:
            words = " ".join(one.text for one in draft.cells.get("category", []))
            category = self._category(words) if words else category
        if not category:
            remarks.error(place("name"), _("%s stands under no category.") % quoted(name))
        for paragraph in draft.cells.get("links", []):
            links.extend(paragraph.links)
        texts = {key: passage(draft.cells.get(key, [])) for key in ("what", "made_by", "used_by", "usage")}
        if not (own_rhythm or rhythm):
            self._tell_of_rhythm(texts["made_by"].text, place("made_by"))
        self.products.append(
            FoundProduct(
                name=name,
                category=category,
                published=published,
                rhythm=own_rhythm or rhythm,
                links=tuple(links),
                proposed_audiences=proposed_audiences(texts["used_by"].text),
                place=Place(table=table.number, row=row.number),
                **texts,
            )
        )

    def _tell_of_rhythm(self, words: str, place: Place) -> None:
        for sentence in SENTENCE.findall(words):
            if RHYTHM.match(sentence.strip()) and len(sentence) < LONGEST_CATEGORY:
                told = _("%s says how often it is updated, which has a field of its own.")
                self._remarks.notice(place, told % quoted(sentence.strip()))


def names_category(row: Row) -> bool:
    return bool(_category_name(row))


def _category_name(row: Row) -> str | None:
    """The category a row names; "" for the caption of the table; None for any other row."""
    filled = [cell for cell in row.cells if not cell.is_empty]
    if len(filled) != 1 or filled[0].goes_on or len(filled[0].text) > LONGEST_CATEGORY:
        return None
    cell = filled[0]
    if not cell.text or any(paragraph.links for paragraph in cell.written):
        return None
    if cell.text.casefold().endswith("table"):
        return ""
    stands_out = all(paragraph.is_bold or paragraph.is_italic for paragraph in cell.written)
    is_whole_row = len(row.cells) == 1 or cell.span > 1
    is_first = cell is row.cells[0] or is_whole_row
    if is_whole_row or (is_first and (stands_out or cell.text.isupper() or CATEGORY_WORDS.search(cell.text))):
        return cell.text
    return None


def _add_row(drafts: list[_Draft], category: str, row: Row, columns: Columns) -> None:
    """A new product, or more of the one above where the cell of the name is merged with it."""
    cells: dict[str, Cell] = {}
    for key, _index, cell in columns.cells(row):
        if key:
            cells.setdefault(key, cell)
    above = drafts[-1] if drafts else None
    if above and "name" in cells and cells["name"].goes_on:
        for key, cell in cells.items():
            above.cells.setdefault(key, []).extend(_written(key, cell))
        return
    draft = _Draft(category, row, columns)
    for key, cell in cells.items():
        shared = above.cells.get(key, []) if above and cell.goes_on else _written(key, cell)
        draft.cells[key] = list(shared)
    drafts.append(draft)


def _written(key: str, cell: Cell) -> list[Paragraph]:
    # An empty first paragraph says that there is no date, only a rhythm.
    return list(cell.paragraphs) if key == "published" else list(cell.written)


def _name_and_links(paragraphs: Sequence[Paragraph]) -> tuple[str, list[Link], list[str]]:
    """The name is the first line, the links all of the cell; the third are words that are neither."""
    lines = [line for paragraph in paragraphs for line in paragraph.without_notes.lines if line.text]
    if not lines:
        return "", [], []
    links = [link for line in lines for link in line.links if link.title]
    name, left_out = lines[0].text, []
    if len(lines[0].links) > 1:
        # "Service Standards | Summary | Easy read": the name ends where the second link begins.
        first, second = lines[0].links[:2]
        end = name.find(second.title, name.find(first.title) + len(first.title))
        name = name[:end].strip(BETWEEN_LINKS) or name
    for line in lines[1:]:
        words = line.text
        for link in line.links:
            words = words.replace(link.title, "", 1)
        if words.strip(BETWEEN_LINKS):
            left_out.append(line.text)
    return name, links, left_out
