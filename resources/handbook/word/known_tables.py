"""Tables told apart by their headings: products, milestones, further resources."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from resources.handbook.word.annexes import read_milestones, read_resources
from resources.handbook.word.columns import PRODUCTS, RESOURCES, TIMELINE, Columns, Kind, expected_headings
from resources.handbook.word.found import FoundMilestone, FoundProduct, FoundResource, Place
from resources.handbook.word.outline import Part
from resources.handbook.word.paragraphs import Paragraph
from resources.handbook.word.products import LONGEST_CATEGORY, ProductReader, names_category
from resources.handbook.word.remarks import Remarks, quoted
from resources.handbook.word.tables import MADE_STYLES, Table

OWN_CAPTION = "handbook caption"
CAPTION_STYLES = {"caption", OWN_CAPTION}
MADE_BY_SITE = {*MADE_STYLES, OWN_CAPTION}
CAPTION = re.compile(r"\btable$", re.IGNORECASE)
NO_CATEGORY = re.compile(r"\btable$|\bcontinued\b|^$", re.IGNORECASE)
TABLE_NUMBER = re.compile(r"table\s+\d+\s*[.:–—-]?\s*", re.IGNORECASE)
DEEPEST_HEADINGS = 6  # a table may begin with rows for its title


class KnownTables:
    """Reads tables in the order of the document; one without headings may go on with the one before."""

    def __init__(self, remarks: Remarks, is_ours: bool) -> None:
        self._remarks = remarks
        self._products = ProductReader(remarks, keeps_capitals=is_ours)
        self.milestones: list[FoundMilestone] = []
        self.resources: list[FoundResource] = []
        self._last: tuple[Kind, Columns, Part] | None = None

    @property
    def products(self) -> list[FoundProduct]:
        return self._products.products

    def read(self, table: Table, part: Part, before: Paragraph | None) -> bool:
        """True where the paragraph before the table is its caption."""
        place = Place(table=table.number)
        found = _headings(table, part)
        goes_on = False
        if found is None and self._last is not None:
            kind, columns, last_part = self._last
            widths = {len(row.cells) for row in table.rows}
            goes_on = last_part is part and len(columns.keys) in widths
            if goes_on:
                found = kind, columns
                self._remarks.notice(
                    place, _("It has no headings and was read as going on with the table before.")
                )
        if found is None:
            if table.text:
                words = _(
                    "This table was not understood and was left out: %(words)s. "
                    "A known one has the headings %(headings)s."
                )
                says = {"words": quoted(table.text), "headings": expected_headings(_kind_expected(part))}
                self._remarks.error(place, words % says)
            self._tell_of_paragraphs(table)
            return False
        kind, columns = found
        self._last = (kind, columns, part)
        if kind is PRODUCTS:
            return self._read_products(table, columns if goes_on else None, before)
        if kind is TIMELINE:
            self.milestones.extend(read_milestones(table, columns, self._remarks))
        else:
            self.resources.extend(read_resources(table, columns, self._remarks))
        return False

    def _read_products(self, table: Table, columns: Columns | None, before: Paragraph | None) -> bool:
        """A caption names the category where no row of the table does."""
        is_caption = _is_caption(before)
        category = ""
        if before is not None and not any(names_category(row) for row in table.rows):
            stands_out = before.heading_level > 1 or before.is_bold or before.is_italic
            words = TABLE_NUMBER.sub("", before.text, count=1)
            is_name = (
                stands_out and not words.endswith((".", ":", ",", ";")) and len(words) <= LONGEST_CATEGORY
            )
            if (is_name or is_caption) and not NO_CATEGORY.search(words):
                category, is_caption = words, True
                told = _("%s before the table was read as the category of its products.")
                self._remarks.notice(Place(table=table.number), told % quoted(words))
        if is_caption and not category and before is not None and before.style not in MADE_BY_SITE:
            words = _("The caption %s was left out; the site writes its own.") % quoted(before.text)
            self._remarks.notice(Place(table=table.number), words)
        self._products.read(table, columns, category)
        return is_caption

    def _tell_of_paragraphs(self, table: Table) -> None:
        """What stood in cells of a table that was left out."""
        for row in table.rows:
            for index, cell in enumerate(row.cells):
                for paragraph in cell.paragraphs:
                    place = Place(table=table.number, row=row.number, column=index + 1)
                    self._remarks.notices(place, paragraph.issues)


def _headings(table: Table, part: Part) -> tuple[Kind, Columns] | None:
    """The kind of a table with its first row of headings; the annex says which of two is likelier."""
    kinds = [PRODUCTS, RESOURCES, TIMELINE] if part.letter == "B" else [PRODUCTS, TIMELINE, RESOURCES]
    for row in table.rows[:DEEPEST_HEADINGS]:
        for kind in kinds:
            if columns := kind.fits(row):
                return kind, columns
    return None


def _kind_expected(part: Part) -> Kind:
    return {"A": TIMELINE, "B": RESOURCES}.get(part.letter, PRODUCTS)


def _is_caption(paragraph: Paragraph | None) -> bool:
    if paragraph is None:
        return False
    is_short = len(paragraph.text) <= LONGEST_CATEGORY and not paragraph.list_place.kind
    return paragraph.style in CAPTION_STYLES or (is_short and bool(CAPTION.search(paragraph.text)))
