"""Compares a table with what the site holds, row by row and cell by cell."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from la_directory.exchange.columns import BY_NAME, COUNCIL, KIND_NAMES, KINDS, Column
from la_directory.exchange.held import Held, HeldCouncil, HeldDirectory
from la_directory.exchange.matching import Matching, Unmatched
from la_directory.exchange.names import plain
from la_directory.exchange.plan import Change, Entry, Plan
from la_directory.exchange.problems import NotReadable, Problem
from la_directory.exchange.rights import objection
from la_directory.exchange.table import Row, Table


def plan(table: Table, held: HeldDirectory, user: AbstractUser | None = None) -> Plan:
    """Nothing is written. Without a user, as in a command, no rights are asked for."""
    return _Planning(table, held, user).run()


class _Planning:
    """One comparison of a table with the site: goes through the rows and gathers what is wrong with them."""

    def __init__(self, table: Table, held: HeldDirectory, user: AbstractUser | None) -> None:
        self.table, self.held, self.user = table, held, user
        self.matching = Matching(held)
        self.columns = [BY_NAME[name] for name in table.columns if name in BY_NAME]
        self.problems = list(table.problems)
        self.flawed = {(problem.row, problem.column) for problem in table.problems}
        self.notices = list(table.notices)
        self.seen: dict[tuple, int] = {}

    def run(self) -> Plan:
        entries: dict[int, Entry] = {}
        # Rows that name their record come first, so that a row without an id takes none of those.
        for row in sorted(self.table.rows, key=lambda row: not row.cells.get("id")):
            try:
                if entry := self._entry(row):
                    entries[row.number] = entry
            except Unmatched as unmatched:
                if (row.number, unmatched.problem.column) not in self.flawed:
                    self.problems.append(unmatched.problem)
        planned = tuple(entries[number] for number in sorted(entries))
        self._tell_of_those_not_in_the_file(planned)
        problems = sorted(self.problems, key=lambda problem: problem.row)
        return Plan(self.held, planned, tuple(problems), tuple(self.notices))

    def _entry(self, row: Row) -> Entry | None:
        kind = self.matching.kind(row)
        council = self.matching.council(row)
        record = self.matching.record(row, kind, council)
        if record is None:
            record = self._same_already(row, kind, council)
        title = row.cells.get("title") or (record.draft.title if record else "")
        changes = tuple(self._changes(row, kind, record))
        self._ask_for_title(row, kind, record)
        if record is None:
            self._look_for_double(row, kind, council)
        entry = Entry(row.number, kind, council, record, title, changes, self._lacks(kind, record, changes))
        if (record is None or changes) and (told := objection(entry, self.user)):
            self.problems.append(Problem(row.number, told[0], told[1]))
        return entry

    def _changes(self, row: Row, kind: str, record: Held | None) -> Iterator[Change]:
        for column in self.columns:
            text = row.cells[column.name]
            if kind not in column.fields:
                if text:
                    told = _("a %(kind)s has none. It belongs in a row for a %(other)s.")
                    kinds = {"kind": KIND_NAMES[kind], "other": KIND_NAMES[next(iter(column.fields))]}
                    self._problem(row, column, told % kinds)
                continue
            try:
                if change := self._change(column, text, kind, record):
                    yield change
            except NotReadable as problem:
                self._problem(row, column, str(problem))

    def _change(self, column: Column, text: str, kind: str, record: Held | None) -> Change | None:
        cell, field = column.cell, column.field(kind)
        if not text and (record is None or not field.blank):
            return None  # as the model has it, or as it is: some values cannot be empty
        old = cell.current(record.draft if record else KINDS[kind](), field)
        shown = str(cell.shown(old))
        if record and text == shown:
            return None  # also where what is there could not be read
        new = cell.read(text, field, self.held.known)
        if record and new == old:
            return None
        return Change(column, shown if record else "", str(cell.shown(new)), new)

    def _same_already(self, row: Row, kind: str, council: HeldCouncil) -> Held | None:
        """A record that says all that the row says: importing a file again adds nothing again."""
        for record in council.of_kind(kind):
            if plain(record.draft.title) != plain(row.cells.get("title", "")):
                continue
            if not self.matching.is_taken(record) and self._says_the_same(row, kind, record):
                self.matching.take(record, row)
                return record
        return None

    def _says_the_same(self, row: Row, kind: str, record: Held) -> bool:
        columns = [column for column in self.columns if kind in column.fields]
        try:
            return not any(self._change(column, row.cells[column.name], kind, record) for column in columns)
        except NotReadable:
            return False

    def _ask_for_title(self, row: Row, kind: str, record: Held | None) -> None:
        if record is None and not row.cells.get("title"):
            self._problem(row, BY_NAME["title"], _("a %s needs a title") % KIND_NAMES[kind])

    def _look_for_double(self, row: Row, kind: str, council: HeldCouncil) -> None:
        """Two teams may share a name; it may also be a row whose id was lost."""
        content = (kind, council.code, *(row.cells[column.name] for column in self.columns))
        first = self.seen.setdefault(content, row.number)
        if first != row.number:
            self.problems.append(Problem(row.number, "", _("it says the same as row %d") % first))
        title = plain(row.cells.get("title", ""))
        if any(plain(record.draft.title) == title for record in council.of_kind(kind)):
            told = _(
                "Row %(row)d adds a second %(kind)s “%(title)s” of %(council)s. "
                "To change the one that is there, give its id."
            )
            values = {"row": row.number, "title": row.cells["title"], "council": council.name}
            self.notices.append(told % {**values, "kind": KIND_NAMES[kind]})

    def _lacks(self, kind: str, record: Held | None, changes: tuple[Change, ...]) -> tuple[str, ...]:
        """What readers would miss, as the editor would ask for it before it goes out."""
        if record is not None and not changes:
            return ()
        would_be = copy.copy(record.draft) if record else KINDS[kind]()
        for change in changes:
            field = change.column.field(kind)
            if not field.many_to_many:
                change.column.cell.put(would_be, field, change.value)
        return tuple(str(words) for words in would_be.missing().values())

    def _problem(self, row: Row, column: Column, message: str) -> None:
        if (row.number, column.name) not in self.flawed:
            self.problems.append(Problem(row.number, column.name, message))

    def _tell_of_those_not_in_the_file(self, entries: tuple[Entry, ...]) -> None:
        named = {entry.record.key for entry in entries if entry.record}
        councils = {entry.council.code: entry.council for entry in entries}.values()
        left = [
            record
            for council in councils
            for record in council
            if record.kind != COUNCIL and record.key not in named
        ]
        if left:
            told = ngettext(
                "%d contact or service of these councils is not in the file and stays as it is.",
                "%d contacts and services of these councils are not in the file and stay as they are.",
                len(left),
            )
            self.notices.append(told % len(left))
