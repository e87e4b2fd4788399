"""What importing a table would do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from la_directory.exchange.columns import KIND_NAMES, KINDS, Column
from la_directory.exchange.held import Held, HeldCouncil, HeldDirectory
from la_directory.exchange.problems import Problem


class CannotImport(Exception):
    """Nothing was imported; the message is one line that says why."""


@dataclass(frozen=True)
class Change:
    """One value that differs, with what stands there now and what would."""

    column: Column
    old: str
    new: str
    value: Any

    @property
    def name(self) -> str:
        return self.column.name


@dataclass(frozen=True)
class Entry:
    """One row of the file and the record it is about; a row without a record adds one."""

    row: int
    kind: str
    council: HeldCouncil
    record: Held | None
    title: str
    changes: tuple[Change, ...]
    lacks: tuple[str, ...] = ()  # what readers would miss

    @property
    def kind_name(self) -> str:
        return str(KIND_NAMES[self.kind])

    @property
    def is_new(self) -> bool:
        return self.record is None

    @property
    def is_changed(self) -> bool:
        return not self.is_new and bool(self.changes)


@dataclass(frozen=True)
class Plan:
    """`problems` stand in the way of all of it; `notices` only of understanding it."""

    held: HeldDirectory
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]

    @property
    def added(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_new]

    @property
    def changed(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_changed]

    @property
    def written(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_new or entry.is_changed]

    @property
    def counts(self) -> Iterator[tuple[str, int, int, int]]:
        """Kind, added, changed and unchanged, for each kind that the file has."""
        for kind in KINDS:
            entries = [entry for entry in self.entries if entry.kind == kind]
            added = sum(entry.is_new for entry in entries)
            changed = sum(entry.is_changed for entry in entries)
            if entries:
                yield kind, added, changed, len(entries) - added - changed

    @cached_property
    def digest(self) -> str:
        """The same for two plans that would do the same; what was shown is known by it."""
        told = [
            [
                entry.row,
                entry.kind,
                entry.council.code,
                entry.record.key if entry.record else "",
                [(change.name, change.old, change.new) for change in entry.changes],
            ]
            for entry in self.written
        ]
        problems = [str(problem) for problem in self.problems]
        return hashlib.sha256(json.dumps([told, problems, self.notices]).encode()).hexdigest()
