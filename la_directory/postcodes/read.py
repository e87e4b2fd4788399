"""Reads the council of each postcode from files of any known kind, and judges each row."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from la_directory.councils import current_code
from la_directory.finder.areas import AREAS
from la_directory.finder.postcode_forms import area_of
from la_directory.postcodes.columns import (
    EXPECTED,
    GSS_CODE,
    POSTCODE,
    Columns,
    from_names,
    from_position,
    plain,
)
from la_directory.postcodes.refusal import CannotImport, quoted
from la_directory.postcodes.sources import Budget, Source, sources_of

COUNCIL = "S12"  # what the codes of Scotland's councils begin with
EVERY = 5_000  # rows between two words about progress

Progress = Callable[[float], None]
code_now = lru_cache(maxsize=None)(current_code)


@dataclass
class Findings:
    """What the files say: the current code of the council by postcode (capitals, no space), and counts."""

    kind: str = ""
    councils: dict[str, str] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)  # postcodes of Scottish areas that lie outside Scotland
    terminated: int = 0
    elsewhere: int = 0
    without_council: int = 0
    former_codes: Counter[str] = field(default_factory=Counter)
    split: int = 0
    passed_over: list[str] = field(default_factory=list)  # names of files with other columns


def read(path: Path, progress: Progress = lambda share: None) -> Findings:
    """Everything is read and judged before anything is written. Raises CannotImport at the first fault."""
    findings = Findings()
    with sources_of(path) as sources:
        total = sum(source.size for source in sources) or 1
        budget, done = Budget(), 0
        for source in sources:
            reader = _FileReader(source, findings, is_alone=not path.is_dir() and len(sources) == 1)
            with source.opened() as (stream, counted):
                for _rows in reader.read(budget.lines(stream, source.name)):
                    progress((done + counted.tell()) / total)
            done += source.size
            progress(done / total)
    if not findings.councils:
        raise CannotImport(f"no postcode of a council in Scotland was found; expected {EXPECTED}", path.name)
    return findings


class _FileReader:
    """One file, whose rows go into the findings."""

    def __init__(self, source: Source, findings: Findings, is_alone: bool) -> None:
        self.name = source.name
        self.findings = findings
        self.is_alone = is_alone

    def read(self, lines: Iterator[str]) -> Iterator[int]:
        """Yields the number of rows now and then."""
        self.rows = csv.reader(lines, strict=True)
        try:
            yield from self._read()
        except csv.Error as problem:
            raise CannotImport(f"this is no CSV ({problem})", self.name, self.rows.line_num) from problem

    def _read(self) -> Iterator[int]:
        first = next((row for row in self.rows if any(row)), None)
        if first is None:
            return
        columns = from_names(first)
        if columns is None:
            columns = from_position(first)
            if columns is None:
                return self._pass_over()
            self._refuse_another_kind(columns)
            self._take(first, columns)
        self._refuse_another_kind(columns)
        for number, row in enumerate(self.rows):
            # Code-Point Open names its columns in two rows, short and long.
            if any(row) and not (number == 0 and from_names(row)):
                self._take(row, columns)
            if number % EVERY == 0:
                yield number

    def _pass_over(self) -> None:
        if self.is_alone:
            raise CannotImport(f"unknown columns; expected {EXPECTED}", self.name, self.rows.line_num)
        self.findings.passed_over.append(self.name)

    def _refuse_another_kind(self, columns: Columns) -> None:
        kind = self.findings.kind = self.findings.kind or columns.kind.name
        if kind != columns.kind.name:
            raise CannotImport(f"this is {columns.kind.name}, the files before are {kind}", self.name)

    def _refuse(self, message: str, columns: Columns, place: int) -> CannotImport:
        return CannotImport(message, self.name, self.rows.line_num, columns.name(place))

    def _take(self, row: list[str], columns: Columns) -> None:
        findings = self.findings
        if len(row) < columns.most:
            words = f"too few columns: {len(row)}, expected at least {columns.most}"
            raise CannotImport(words, self.name, self.rows.line_num)
        code = row[columns.code].strip().upper()
        is_over = columns.ended is not None and row[columns.ended].strip() != ""
        if not code.startswith(COUNCIL):
            if code and not GSS_CODE.fullmatch(code):
                raise self._refuse(f"{quoted(code)} is no GSS code", columns, columns.code)
            self._count_elsewhere(plain(row[columns.postcode]), code, is_over)
            return
        if is_over:
            findings.terminated += 1
            return
        council = code_now(code)
        if council is None:
            words = f"{quoted(code)} is neither a current nor a former code of a council in Scotland"
            raise self._refuse(words, columns, columns.code)
        if council != code:
            findings.former_codes[code] += 1
        self._keep(row, columns, council)

    def _count_elsewhere(self, postcode: str, code: str, is_over: bool) -> None:
        if not code and not is_over:
            self.findings.without_council += 1
        elif code:
            self.findings.elsewhere += 1
            if not is_over and area_of(postcode) in AREAS and POSTCODE.fullmatch(postcode):
                self.findings.beside.add(postcode)
        else:
            self.findings.terminated += 1

    def _keep(self, row: list[str], columns: Columns, council: str) -> None:
        postcode = plain(row[columns.postcode])
        is_part = columns.kind.has_split_postcodes and POSTCODE.fullmatch(postcode[:-1]) is not None
        if is_part:
            postcode = postcode[:-1]
        elif not POSTCODE.fullmatch(postcode):
            cell = row[columns.postcode].strip()
            raise self._refuse(
                f"{quoted(cell)} is no postcode; expected one such as G33 1AB", columns, columns.postcode
            )
        before = self.findings.councils.setdefault(postcode, council)
        if before != council:
            if not is_part:
                words = f"{postcode} is in {council} here and in {before} before"
                raise self._refuse(words, columns, columns.code)
            self.findings.split += 1  # the first part has most of the addresses
