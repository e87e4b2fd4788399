"""A table as it stands in a file, with its columns found by their headings in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _

from la_directory.exchange.cells import tidy
from la_directory.exchange.columns import HEADINGS, TOLD
from la_directory.exchange.formula_guard import unguarded
from la_directory.exchange.problems import CannotRead, Problem

MOST_ROWS = 5_000
LONGEST_CELL = 5_000
OTHER_HEADINGS = {"translation_key": "id", "e_mail": "email", "phone": "telephone"}


class Flaw(str):
    """A cell that cannot be read; its words say why."""

    __slots__ = ()


@dataclass(frozen=True)
class Row:
    """Cells by the name of their column; `number` as spreadsheet programs number rows."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """`columns` are those that can be read; `notices` say what was passed over."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


def heading(text: str) -> str:
    """“Opening hours” and “opening-hours:” are the column opening_hours."""
    words = text.strip("\ufeff \t\r\n:*").casefold().replace("-", " ").replace("_", " ").split()
    name = "_".join(words)
    return OTHER_HEADINGS.get(name, name)


def table_from(lines: Iterable[tuple[int, Sequence[str]]], notices: Sequence[str] = ()) -> Table:
    """The first line that is not empty holds the headings. CannotRead where they are not understood."""
    filled = ((number, line) for number, line in lines if any(cell.strip() for cell in line))
    _number, first = next(filled, (0, ()))
    columns = [heading(unguarded(cell)) for cell in first]
    extra = _judged(columns)
    rows, problems = [], []
    for number, line in filled:
        if len(rows) == MOST_ROWS:
            raise CannotRead(_("The file has more than %d rows. Import it in parts.") % MOST_ROWS)
        row, found = _row(number, line, columns)
        rows.append(row)
        problems += found
    told = list(notices)
    if extra:
        told.append(_("Columns that are not known and were not read: %s.") % ", ".join(extra))
    names = tuple(name for name in columns if name in HEADINGS and name not in TOLD)
    return Table(names, tuple(rows), tuple(problems), tuple(told))


def _row(number: int, line: Sequence[str], columns: list[str]) -> tuple[Row, list[Problem]]:
    cells, problems = {}, []
    if any(cell.strip() for cell in line[len(columns) :]):
        told = _("it has more cells than there are headings. Is there a comma too many?")
        problems.append(Problem(number, "", told))
    for place, name in enumerate(columns):
        if name not in HEADINGS or name in TOLD:
            continue
        cell = line[place] if place < len(line) else ""
        if isinstance(cell, Flaw):
            problems.append(Problem(number, name, str(cell)))
            cell = ""
        elif len(cell) > LONGEST_CELL:
            told = _("the cell holds %(length)d characters, %(most)d at most are possible")
            problems.append(Problem(number, name, told % {"length": len(cell), "most": LONGEST_CELL}))
            cell = ""
        cells[name] = tidy(unguarded(cell))
    return Row(number, cells), problems


def _judged(columns: list[str]) -> list[str]:
    """The headings that nobody knows. One that is nearly known may be a slip, which would lose a column."""
    if not set(columns) & set(HEADINGS):
        raise CannotRead(
            _(
                "The first row has to name the columns, such as kind, gss_code, council, id, title. "
                "In a CSV file a comma, a semicolon or a tab stands between them."
            )
        )
    missing = [name for name in HEADINGS if name not in columns]
    for name in filter(None, columns):
        if name in HEADINGS and columns.count(name) > 1:
            raise CannotRead(_("The column “%s” is there twice.") % name)
        if name not in HEADINGS and (near := get_close_matches(name, missing, n=1, cutoff=0.8)):
            told = _("The column “%(name)s” is not known. Is “%(near)s” meant?")
            raise CannotRead(told % {"name": name, "near": near[0]})
    if "kind" not in columns or not {"gss_code", "council"} & set(columns):
        has = ", ".join(name for name in columns if name)
        raise CannotRead(
            _("The file needs the column kind, and gss_code or council. It has: %s.") % has[:300]
        )
    return [name for name in columns if name and name not in HEADINGS]
