"""Tables as people would write them, and what importing one would do."""

from __future__ import annotations

import csv
import io
from typing import Any

from la_directory.exchange.apply import apply
from la_directory.exchange.files import read
from la_directory.exchange.held import held_directory
from la_directory.exchange.plan import Plan
from la_directory.exchange.planning import plan
from la_directory.models import DirectoryPage
from tests.factories.councils import GLASGOW


def contact_row(**cells: Any) -> dict[str, Any]:
    return {"kind": "contact", "gss_code": GLASGOW, "title": "Employability team", **cells}


def service_row(**cells: Any) -> dict[str, Any]:
    return {"kind": "service", "gss_code": GLASGOW, "title": "First steps", **cells}


def table(*rows: dict[str, Any], delimiter: str = ",") -> bytes:
    """A CSV file; its columns are all that any of the rows has."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def planned(directory: DirectoryPage, *rows: dict[str, Any], user: Any = None) -> Plan:
    return plan(read(table(*rows)), held_directory(directory), user)


def imported(directory: DirectoryPage, *rows: dict[str, Any]) -> Plan:
    made = planned(directory, *rows)
    apply(made)
    return made


def told(plan: Plan) -> list[str]:
    return [str(problem) for problem in plan.problems]
