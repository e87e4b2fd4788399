"""The rows of the table: every council, each followed by its contacts and its services."""

from __future__ import annotations

from collections.abc import Iterator

from la_directory.exchange.columns import COUNCIL, HEADINGS, columns_of
from la_directory.exchange.files import WRITERS
from la_directory.exchange.held import HeldDirectory
from la_directory.freshness.stamp import NEVER, Stamp, stamps_of
from la_directory.models import CouncilPage
from la_directory.models.place_on_council_page import CouncilRecord


def exported(held: HeldDirectory, file_format: str) -> bytes:
    """`file_format` is one of WRITERS."""
    rows = ([row.get(name, "") for name in HEADINGS] for row in rows_of(held))
    return WRITERS[file_format](HEADINGS, rows)


def rows_of(held: HeldDirectory) -> Iterator[dict[str, str | int]]:
    records = [record.page for council in held.councils for record in council if record.kind != COUNCIL]
    stamps = stamps_of(records)
    for council in held.councils:
        for record in council:
            yield {
                **row_of(record.kind, record.draft, council.itself.page, council.code),
                "state": record.state,
                **stamp_cells(stamps.get(record.page.translation_key, NEVER)),
            }


def row_of(
    kind: str, record: CouncilPage | CouncilRecord, council: CouncilPage, code: str
) -> dict[str, str | int]:
    """The cells of one record by the names of their columns."""
    row: dict[str, str | int] = {
        "kind": kind,
        "gss_code": code,
        "council": council.title,
        "id": str(record.translation_key),
    }
    for column in columns_of(kind):
        row[column.name] = column.cell.shown(column.cell.current(record, column.field(kind)))
    return row


def stamp_cells(stamp: Stamp) -> dict[str, str]:
    if stamp.checked_on is None:
        return {}
    return {
        "checked_on": stamp.checked_on.isoformat(),
        "checked_by": stamp.checked_for,
        "check_holds": "yes" if stamp.is_fresh else "no",
    }
