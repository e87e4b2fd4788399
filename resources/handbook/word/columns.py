"""Which column of a table holds what, told by the words of its headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from resources.handbook.files.wording import milestone_headings, product_headings, resource_headings
from resources.handbook.word.found import Place
from resources.handbook.word.remarks import Remarks, quoted
from resources.handbook.word.tables import Cell, Row, Table

LONGEST_HEADING = 60


@dataclass(frozen=True)
class Kind:
    """A kind of table: words that tell the headings of its columns, tried in this order.

    `headings` are those our own files have in a language, for the columns `own`.
    """

    patterns: dict[str, str]
    own: tuple[str, ...]
    headings: Callable[[str], tuple[str, ...]]
    needed: frozenset[str]
    enough: int

    def fits(self, row: Row) -> Columns | None:
        """The columns, where the row is a row of headings of this kind."""
        columns = Columns.read(self, row)
        known = {key for key in columns.keys if key}
        return columns if len(known) >= self.enough and self.needed <= known else None

    def key(self, heading: str, taken: Collection[str]) -> str:
        """The column that a heading speaks of; "" for none."""
        words = heading.casefold()
        # A heading is short; a sentence in a cell may hold any word.
        if not words or len(words) > LONGEST_HEADING:
            return ""
        if (own := _own_columns(self.headings, self.own).get(words)) and own not in taken:
            return own
        words = words.rstrip("?: ")
        found = (
            key for key, pattern in self.patterns.items() if key not in taken and re.search(pattern, words)
        )
        return next(found, "")

    @property
    def expected(self) -> dict[str, str]:
        """Headings in the language of whoever reads the message."""
        return dict(zip(self.own, self.headings(get_language() or settings.LANGUAGE_CODE), strict=True))


@cache
def _own_columns(headings: Callable[[str], tuple[str, ...]], own: tuple[str, ...]) -> dict[str, str]:
    """Columns by the headings that our files have in any language of the site."""
    return {
        heading.casefold(): key
        for language, _name in settings.LANGUAGES
        for key, heading in zip(own, headings(language), strict=True)
    }


# Patterns are in this order, for "How and when can it be used?" also has the words of others.
PRODUCTS = Kind(
    patterns={
        "rhythm": r"how often|rhythm|frequency",
        "usage": r"\bhow\b|\busage\b|when.*\bused?\b",
        "used_by": r"who.*\bus(e|es|ed)\b|used by|audience|who.* for\b|^users?$",
        "made_by": r"who.*\b(made|makes?|develop\w*|created|wrote|produced)\b|(made|developed) by|author",
        "category": r"categor|^(type|group)\b",
        "published": r"publish|\bdate\b|\bwhen\b",
        "name": r"call|\bname\b|\btitle\b|^products?$|^resources?$",
        "what": r"what.*\b(do|does|for|is it)\b|purpose|descri|about|summary",
        "links": r"\blinks?\b|address|where",
    },
    own=("name", "published", "what", "made_by", "used_by", "usage"),
    headings=product_headings,
    needed=frozenset({"name"}),
    enough=3,
)
TIMELINE = Kind(
    patterns={
        "more": r"\bmore\b|belongs|part of|related",
        "date": r"\bdate\b|\bwhen\b|\byear\b|\bmonth\b",
        "title": r"mile ?stone|event|what happened|\btitle\b|\bwhat\b",
        "link": r"\blinks?\b",
    },
    own=("date", "title", "more"),
    headings=milestone_headings,
    needed=frozenset({"date", "title"}),
    enough=2,
)
RESOURCES = Kind(
    patterns={
        "group": r"\btype\b|\bgroup\b|categor|\bkind\b",
        "published": r"\bdate\b|publish|\bwhen\b|\byear\b",
        "title": r"publication|resource|\btitle\b|\bname\b|document",
        "link": r"\blinks?\b",
    },
    own=("group", "published", "title"),
    headings=resource_headings,
    needed=frozenset({"title"}),
    enough=2,
)


@dataclass(frozen=True)
class Columns:
    """The columns of a table by the places of their headings; a key is "" where the heading is unknown."""

    keys: tuple[str, ...]
    headings: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def read(cls, kind: Kind, row: Row) -> Columns:
        keys: list[str] = []
        for cell in row.cells:
            keys.append(kind.key(cell.text, keys))
        return cls(
            tuple(keys), tuple(cell.text for cell in row.cells), tuple(cell.start for cell in row.cells)
        )

    def cells(self, row: Row) -> Iterator[tuple[str, int, Cell]]:
        """Key, place (from 0) and cell; by count where there are as many cells as headings, else by grid."""
        for index, cell in enumerate(row.cells):
            if len(row.cells) != len(self.keys):
                covered = [
                    at for at, start in enumerate(self.starts) if cell.start <= start < cell.start + cell.span
                ]
                if not covered:
                    covered = [at for at, start in enumerate(self.starts) if start <= cell.start][-1:] or [0]
                index = covered[0]
            yield self.keys[index], index, cell

    def place(self, table: Table, row: Row, index: int) -> Place:
        return Place(table=table.number, row=row.number, column=index + 1, heading=self.headings[index])

    def column(self, key: str) -> int:
        return self.keys.index(key)


def tell_of_columns(kind: Kind, columns: Columns, table: Table, row: Row, remarks: Remarks) -> None:
    """Says which headings are unknown and which columns are missing."""
    for index, key in enumerate(columns.keys):
        if not key and columns.headings[index]:
            words = _("The column %s is not known and was left out.") % quoted(columns.headings[index])
            remarks.error(columns.place(table, row, index), words)
    for key, heading in kind.expected.items():
        if key not in columns.keys and key != "more":
            place = Place(table=table.number, row=row.number)
            words = _("There is no column such as %s.") % quoted(heading)
            remarks.error(place, words)


def expected_headings(kind: Kind) -> str:
    """The headings of a kind of table, for a message."""
    return ", ".join(quoted(heading) for heading in kind.expected.values())


def tell_of_cells(columns: Columns, table: Table, row: Row, remarks: Remarks) -> None:
    """Passes on what was noticed while the cells of a row were read."""
    for _key, index, cell in columns.cells(row):
        for paragraph in cell.paragraphs:
            remarks.notices(columns.place(table, row, index), paragraph.issues)
