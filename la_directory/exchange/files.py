"""The two formats of the table: read by what a file holds, not by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext as _

from cms.media.office_files import OLD_OFFICE_FILE
from la_directory.exchange import csv_file
from la_directory.exchange.problems import CannotRead
from la_directory.exchange.table import Table, table_from
from la_directory.exchange.workbook_parts import not_a_workbook

LARGEST_FILE = 5 * 1024 * 1024
NOT_TABLES = (b"%PDF", b"{\\rtf", b"<", b"\xef\xbb\xbf<", b"\x89PNG", b"\xff\xd8\xff")


def _workbook_of(headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    from la_directory.exchange import workbook  # openpyxl is large, and hardly any process needs it

    return workbook.written(headings, rows)


WRITERS: dict[str, Callable[[Sequence[str], Iterable[Sequence[str | int]]], bytes]] = {
    "csv": csv_file.written,
    "xlsx": _workbook_of,
}
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def read(file: bytes) -> Table:
    """CannotRead, with one line that says why, for what is no table of councils."""
    if len(file) > LARGEST_FILE:
        raise CannotRead(_("This file is larger than 5 MB. A directory takes far less; import it in parts."))
    if not file.strip():
        raise CannotRead(_("This file is empty."))
    if file.startswith(OLD_OFFICE_FILE):
        raise CannotRead(
            _("This is an old .xls file, or it has a password. Save it as .xlsx without a password.")
        )
    if file.startswith(NOT_TABLES):
        raise CannotRead(not_a_workbook())
    if file.startswith(b"PK"):
        from la_directory.exchange import workbook

        return table_from(*workbook.lines_of(file))
    return table_from(csv_file.lines_of(file))
