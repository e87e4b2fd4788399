"""Which record of the site a row of the file is about."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext as _

from la_directory.councils import current_code
from la_directory.exchange.columns import COUNCIL, KIND_NAMES, KINDS
from la_directory.exchange.held import Held, HeldCouncil, HeldDirectory
from la_directory.exchange.names import as_key, plain
from la_directory.exchange.problems import Problem
from la_directory.exchange.table import Row


class Unmatched(Exception):
    """The row is about nothing that is known; `problem` says what was expected."""

    def __init__(self, row: Row, column: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(row.number, column, message)


class Matching:
    """Knows what earlier rows were about, so that none is named twice."""

    def __init__(self, held: HeldDirectory) -> None:
        self._by_code = {council.code: council for council in held.councils}
        self._by_name: dict[str, list[HeldCouncil]] = defaultdict(list)
        self._by_other_name: dict[str, list[HeldCouncil]] = defaultdict(list)
        for council in held.councils:
            for known in council.own_names:
                self._by_name[known].append(council)
            for known in council.other_names:
                self._by_other_name[known].append(council)
        self._owner = {record.key: (record, council) for council in held.councils for record in council}
        self._rows: dict[str, int] = {}

    def kind(self, row: Row) -> str:
        kind = plain(row.cells["kind"])
        if kind not in KINDS:
            told = _("“%s” is none of: council, contact, service") % row.cells["kind"]
            raise Unmatched(row, "kind", told if kind else _("say council, contact or service"))
        return kind

    def council(self, row: Row) -> HeldCouncil:
        code, name = row.cells.get("gss_code", ""), row.cells.get("council", "")
        if not code and not name:
            raise Unmatched(row, "gss_code", _("say which council it is, by its code or its name"))
        named = self._named(name)
        if code:
            council = self._by_code.get(current_code(code) or "")
            if council is None:
                told = _("No council with a page here has the code “%s”")
                raise Unmatched(row, "gss_code", told % code)
            if name and council not in named:
                told = _("“%(name)s” is not the council with the code %(code)s, which is %(council)s")
                values = {"name": name, "code": code, "council": council.name}
                raise Unmatched(row, "council", told % values)
            return council
        if not named:
            raise Unmatched(row, "council", _("No council with a page here is called “%s”") % name)
        if len(named) > 1:
            told = _("“%(name)s” may be any of: %(councils)s. Give the gss_code.")
            councils = "; ".join(council.name for council in named)
            raise Unmatched(row, "council", told % {"name": name, "councils": councils})
        return named[0]

    def _named(self, name: str) -> list[HeldCouncil]:
        """Those that are called so. Another name of one never stands in for the own name of another."""
        return self._by_name.get(plain(name)) or self._by_other_name.get(plain(name), [])

    def record(self, row: Row, kind: str, council: HeldCouncil) -> Held | None:
        """None for a row that names no record, which may be a new one."""
        given = row.cells.get("id", "")
        key = str(as_key(given) or "")
        if given and key not in self._owner:
            told = _("there is no record with the id “%s”. Leave it empty to add one.")
            raise Unmatched(row, "id", told % given)
        if kind == COUNCIL:
            record, owner = council.itself, council
            if given and record.key != key:
                raise Unmatched(row, "id", _("this is not the id of %s") % council.name)
        elif not given:
            return None
        else:
            record, owner = self._owner[key]
        if owner is not council:
            told = _("this is a record of %(owner)s, not of %(council)s. A record cannot be moved.")
            raise Unmatched(row, "id", told % {"owner": owner.name, "council": council.name})
        if record.kind != kind:
            told = _("this is a %(is)s, not a %(said)s")
            raise Unmatched(row, "id", told % {"is": KIND_NAMES[record.kind], "said": KIND_NAMES[kind]})
        self.take(record, row)
        return record

    def take(self, record: Held, row: Row) -> None:
        first = self._rows.setdefault(record.key, row.number)
        if first != row.number:
            column = "gss_code" if record.kind == COUNCIL else "id"
            raise Unmatched(row, column, _("row %d is about the same record") % first)

    def is_taken(self, record: Held) -> bool:
        return record.key in self._rows
