"""Files as programs save them are read; what is no table is refused in one line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from la_directory.exchange.files import LARGEST_FILE, read
from la_directory.exchange.problems import CannotRead
from tests.la_directory.exchange.tables import contact_row, table

ROW = contact_row(telephone="0141 496 0123", subject="Jobs, training; “help”")


def workbook(*rows: list[Any], change: Callable[[Workbook], object] | None = None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(file: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one part more, or with another one in its place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


SOUND = workbook(list(ROW), list(ROW.values()))


@pytest.mark.parametrize(
    "file",
    [
        table(ROW),
        b"\xef\xbb\xbf" + table(ROW),
        table(ROW, delimiter=";"),
        b"sep=;\r\n" + table(ROW, delimiter=";"),
        table(ROW, delimiter="\t").decode().encode("utf-16"),
        SOUND,
    ],
    ids=["plain", "mark", "semicolons", "sep", "unicode text", "workbook"],
)
def test_files_are_read_as_programs_save_them(file: bytes) -> None:
    found = read(file)
    assert found.problems == ()
    assert [(row.number, row.cells) for row in found.rows] == [(2, ROW)]


def test_columns_come_in_any_order_and_are_known_by_their_names() -> None:
    found = read(b"Opening-Hours:,TITLE,colour,GSS code,Kind,Translation key,\nx,y,red,S12000049,contact,,\n")
    assert set(found.columns) == {"opening_hours", "title", "gss_code", "kind", "id"}
    assert found.rows[0].cells["opening_hours"] == "x"
    assert found.notices == ("Columns that are not known and were not read: colour.",)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "empty"),
        (b"x" * (LARGEST_FILE + 1), "larger than 5 MB"),
        (table(ROW).decode().encode("cp1252", "replace"), "Line 2 is not in UTF-8"),
        (b"just words\nand more", "first row has to name the columns"),
        (b"kind:gss_code:title\n", "first row has to name the columns"),
        (b"kind,title\n", "needs the column kind, and gss_code or council"),
        (b"kind,council,telphone\n", "Is “telephone” meant"),
        (b"kind,council,title,Title\n", "there twice"),
        (b'kind,council\ncontact,"Glasgow', "Row 2 cannot be read"),
        (b"kind,council\n" + b"contact,Glasgow\n" * 5001, "more than 5000 rows"),
        (b"kind,council\ncontact," + b"x" * 200_000, "a cell is too long"),
        (b"%PDF-1.7", "not an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old .xls file"),
        (SOUND[:-200], "damaged"),
        (SOUND.replace(b"PK\x01\x02", b"PK\x09\x09", 1), "damaged"),
        (with_part(SOUND, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "damaged"),
        (with_part(SOUND, "xl/worksheets/sheet1.xml", b"<!DOCTYPE x [<!ENTITY y 'z'>]><x/>"), "builds none"),
        (with_part(SOUND, "xl/vbaProject.bin", b"x"), "macros"),
        (with_part(SOUND, "xl/media/x.bin", bytes(41 * 1024 * 1024)), "unpacks to far more"),
        (with_part(SOUND, "xl/worksheets/sheet1.xml", b"<c/>" * 900_000), "unpacks to far more"),
        (with_part(SOUND, "[Content_Types].xml", b"<Types/>"), "not an Excel workbook"),
        (workbook(["kind"], change=lambda book: book.active.merge_cells("A2:A5")), "merged: A2:A5"),
        (workbook(["kind"], change=lambda book: book.active.cell(90_000, 1, "x")), "too large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_is_no_table_is_refused_in_one_line(file: bytes, reason: str) -> None:
    with pytest.raises(CannotRead, match=reason) as refused:
        read(file)
    assert "\n" not in str(refused.value)


def test_cells_of_a_workbook_are_read_as_they_look() -> None:
    def typed(book: Workbook) -> None:
        book.active["D2"].number_format = "mmm-yy"
        book.create_sheet("Notes")

    head = ["kind", "council", "telephone", "starts", "vacant", "order", "subject", "person"]
    row = ["contact", "Glasgow", 1414960123.0, datetime(2026, 4, 1), True, 3, "=1+1", "x" * 6000]
    found = read(workbook(head, row, [None, " ", ""], change=typed))
    assert [str(problem) for problem in found.problems] == [
        "Row 2, subject: the cell holds a formula. Put its result there as a value.",
        "Row 2, person: the cell holds 6000 characters, 5000 at most are possible",
    ]
    cells = found.rows[0].cells
    assert (cells["telephone"], cells["starts"], cells["vacant"], cells["order"]) == (
        "1414960123",
        "April 2026",
        "yes",
        "3",
    )
    assert len(found.rows) == 1
    assert found.notices == ("Only the sheet “Sheet” was read, not: Notes.",)


def test_a_row_with_a_comma_too_many_is_named() -> None:
    found = read(b"kind,council,address\ncontact,Glasgow,1 High Street, Glasgow\n")
    assert [str(problem) for problem in found.problems] == [
        "Row 2: it has more cells than there are headings. Is there a comma too many?"
    ]
