"""The table as an Excel workbook: one sheet with all rows, and one that explains the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from la_directory.exchange.columns import explained
from la_directory.exchange.date_cells import as_text
from la_directory.exchange.formula_guard import guarded
from la_directory.exchange.problems import CannotRead
from la_directory.exchange.table import MOST_ROWS, Flaw
from la_directory.exchange.workbook_parts import damaged, refuse_hostile

SHEET, EXPLANATION = "Councils", "Columns"
MOST_COLUMNS = 200
# For a column as for a cell: whatever is typed there stays as it is typed, telephone numbers and dates too.
AS_TYPED = "@"
AT_THE_TOP = Alignment(vertical="top")
WIDTHS = {"kind": 9, "gss_code": 11, "id": 10, "order": 7, "state": 9, "title": 32, "summary": 50}
WIDTH = 22


def written(headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append(headings)
    for row in rows:
        sheet.append([_filled(cell) for cell in row])
    for place, name in enumerate(headings, start=1):
        shape = sheet.column_dimensions[get_column_letter(place)]
        shape.width, shape.number_format = WIDTHS.get(name, WIDTH), AS_TYPED
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = AT_THE_TOP
            if isinstance(cell.value, str):
                cell.data_type, cell.number_format = "s", AS_TYPED
    _dress(sheet)
    sheet.freeze_panes = "F2"
    sheet.auto_filter.ref = sheet.dimensions
    _explain(book.create_sheet(EXPLANATION))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _filled(cell: str | int) -> str | int | None:
    if cell == "":
        return None  # an empty cell takes no place in the file
    return guarded(cell) if isinstance(cell, str) else cell


def _explain(sheet: Worksheet) -> None:
    sheet.append(["column", "rows", "what is written there"])
    for line in explained():
        sheet.append(line)
    for letter, width in (("A", 22), ("B", 26), ("C", 90)):
        sheet.column_dimensions[letter].width = width
    _dress(sheet)


def _dress(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def lines_of(file: bytes) -> tuple[Iterator[tuple[int, list[str]]], list[str]]:
    """Rows with their numbers, and what was passed over. CannotRead for what is no sound workbook."""
    refuse_hostile(file)
    try:
        book = load_workbook(BytesIO(file), keep_links=False)
        sheet = _sheet(book)
    except CannotRead:
        raise
    except Exception as error:  # openpyxl raises whatever the damage leads to
        raise CannotRead(damaged()) from error
    if merged := sorted(str(each) for each in sheet.merged_cells.ranges):
        told = _("Cells are merged: %s. Unmerge them, write into each what it should say, and try again.")
        raise CannotRead(told % ", ".join(merged[:5]))
    if sheet.max_row > MOST_ROWS * 2 or sheet.max_column > MOST_COLUMNS:
        told = _("The sheet “%s” is too large. Delete empty rows and columns behind the table.")
        raise CannotRead(told % sheet.title)
    others = [each.title for each in book.worksheets if each is not sheet and each.title != EXPLANATION]
    passed = _("Only the sheet “%(sheet)s” was read, not: %(others)s.")
    notices = [passed % {"sheet": sheet.title, "others": ", ".join(others)}] if others else []
    return _lines(sheet), notices


def _sheet(book: Workbook) -> Worksheet:
    named = [sheet for sheet in book.worksheets if sheet.title.strip().casefold() == SHEET.casefold()]
    usable = named or [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not usable:
        raise CannotRead(_("This workbook has no sheet with a table."))
    return usable[0]


def _lines(sheet: Worksheet) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield number, [_text(cell.value, cell.data_type, cell.number_format) for cell in cells]


def _text(value: Any, data_type: str, number_format: str) -> str:
    if value is None:
        return ""
    if data_type == "f":
        return Flaw(_("the cell holds a formula. Put its result there as a value."))
    if data_type == "e":
        return Flaw(_("the cell holds an error of the spreadsheet program: %s") % value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):  # also with a time of day
        return as_text(value, number_format)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        # Without an exponent: a long telephone number is a float, too.
        return f"{value:.0f}" if value.is_integer() else repr(value)
    return str(value)
