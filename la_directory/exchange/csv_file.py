"""The table as CSV: UTF-8 with its mark, which spreadsheet programs need; read in the forms they save."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from la_directory.exchange.columns import HEADINGS
from la_directory.exchange.formula_guard import guarded
from la_directory.exchange.problems import CannotRead
from la_directory.exchange.table import heading

# Without this mark spreadsheet programs read UTF-8 as something else.
BYTE_ORDER_MARK = "\ufeff"
DELIMITERS = ",;\t|"


def written(headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode()


def lines_of(file: bytes) -> Iterator[tuple[int, list[str]]]:
    """Rows with their numbers, from 1."""
    text = _decoded(file)
    first, _end, rest = text.partition("\n")
    if first.strip().lower().startswith("sep="):
        text = rest  # a note from one spreadsheet program to itself
    number = 0
    try:
        for number, line in enumerate(_reader(text, _delimiter(text)), start=1):
            yield number, line
    except csv.Error as error:
        told = _("Row %(number)d cannot be read: a quotation mark may stand alone, or a cell is too long.")
        raise CannotRead(told % {"number": number + 1}) from error


def _decoded(file: bytes) -> str:
    encoding = "utf-8-sig"
    if file.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"  # “Unicode text”
    try:
        text = file.decode(encoding)
    except UnicodeDecodeError as error:
        line = file.count(b"\n", 0, error.start) + 1
        told = _("Line %d is not in UTF-8. Save the file as “CSV UTF-8 (comma delimited)” and try again.")
        raise CannotRead(told % line) from error
    if "\x00" in text:
        raise CannotRead(_("This is neither a CSV file nor an Excel workbook (.xlsx)."))
    return text


def _delimiter(text: str) -> str:
    """What makes the most known headings of the first line; elsewhere than in Britain it is no comma."""

    def known(delimiter: str) -> int:
        try:
            first = next(_reader(text, delimiter), [])
        except csv.Error:
            return 0
        return len({heading(cell) for cell in first} & set(HEADINGS))

    return max(DELIMITERS, key=known)


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
