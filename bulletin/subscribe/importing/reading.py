"""Reading a CSV file in the forms in which programs save it, row by row, whatever its size."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO

from django.utils.translation import gettext as _

from bulletin.subscribe.importing.rows import COLUMNS, REQUIRED, BadRow, Row, row_from

LARGEST_FILE = 100 * 1024 * 1024
CHUNK = 1024 * 1024
DELIMITERS = ",;\t|"
# What is no table, by how it begins: Excel and other Office files, archives, PDF, pictures.
NOT_TABLES = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf")


class CannotRead(ValueError):
    """The file is refused as a whole; the message is one line."""


@dataclass(frozen=True)
class Problem:
    """A row that is refused, and why."""

    number: int
    words: str

    def __str__(self) -> str:
        return _("Row %(number)d, %(words)s") % {"number": self.number, "words": self.words}


def rows_of(file: BinaryIO) -> Iterator[Row | Problem]:
    """Every row that is not empty. Raises CannotRead where the rest of the file makes no sense."""
    file.seek(0)
    encoding = encoding_of(file)
    file.seek(0)
    text = TextIOWrapper(file, encoding=encoding, newline="")
    try:
        yield from _rows(text)
    finally:
        text.detach()


def encoding_of(file: BinaryIO) -> str:
    """UTF-8, UTF-16 with its mark, or else what Windows programs in Britain write."""
    start = file.read(4)
    if start.startswith(NOT_TABLES):
        raise CannotRead(_("this is not a CSV file; save the table as CSV"))
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    file.seek(0)
    size, has_nul, decoder = 0, False, codecs.getincrementaldecoder("utf-8")()
    encoding = "utf-8-sig"
    while chunk := file.read(CHUNK):
        size += len(chunk)
        has_nul = has_nul or b"\0" in chunk
        if size > LARGEST_FILE:
            raise CannotRead(_("this file is larger than 100 MB; import it in parts"))
        if encoding == "utf-8-sig":
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                encoding = "cp1252"
    if not size:
        raise CannotRead(_("this file is empty"))
    if has_nul:
        raise CannotRead(_("this is not a CSV file: there are zero bytes in it"))
    return encoding


def _rows(text: TextIOWrapper) -> Iterator[Row | Problem]:
    number = 1
    try:
        first = text.readline(10_000)
        if first.strip("\ufeff").lower().startswith("sep="):
            first = text.readline(10_000)  # after a note from one spreadsheet program to itself
        lines = csv.reader(text, delimiter=_delimiter(first), strict=True)
        names = _columns(next(csv.reader([first], delimiter=_delimiter(first)), []))
        for number, cells in enumerate(lines, start=2):
            if any(cell.strip() for cell in cells):
                yield _row(number, names, cells)
    except UnicodeError:
        raise CannotRead(_("this file is not in UTF-8; save it as “CSV UTF-8”")) from None
    except csv.Error:
        told = _("row %d cannot be read: a quotation mark may stand alone, or a cell is too long")
        raise CannotRead(told % (number + 1)) from None


def _row(number: int, names: list[str], cells: list[str]) -> Row | Problem:
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        return Problem(number, _("there are more cells than headings"))
    held = dict.fromkeys(COLUMNS, "") | dict(zip(names, cells, strict=False))
    try:
        return row_from(number, held)
    except BadRow as problem:
        return Problem(number, str(problem))


def _columns(headings: list[str]) -> list[str]:
    names = [heading.strip().strip("\ufeff").lower() for heading in headings]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        told = _("the first row has no heading %s; expected: email, name, consented_on, source")
        raise CannotRead(told % ", ".join(missing))
    twice = next((name for name in COLUMNS if names.count(name) > 1), None)
    if twice:
        raise CannotRead(_("the heading %s stands there twice") % twice)
    return names


def _delimiter(first: str) -> str:
    """What makes the most known headings of the first row."""

    def known(delimiter: str) -> int:
        try:
            cells = next(csv.reader([first], delimiter=delimiter), [])
        except csv.Error:
            return 0
        return len({cell.strip().strip("\ufeff").lower() for cell in cells} & set(COLUMNS))

    return max(DELIMITERS, key=known)
