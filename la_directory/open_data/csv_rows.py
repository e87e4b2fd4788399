"""The public directory as rows: the table of the exchange without what is private."""

from __future__ import annotations

from collections.abc import Iterator

from la_directory.exchange import csv_file
from la_directory.exchange.columns import COLUMNS, CONTACT, COUNCIL, SERVICE, WHICH
from la_directory.exchange.export import row_of, stamp_cells
from la_directory.exchange.term_cells import Terms
from la_directory.models import ContactPage, LocalServicePage
from la_directory.models.place_on_council_page import CouncilRecord
from la_directory.open_data.gather import (
    PublicCouncil,
    PublicDirectory,
    public_person,
)

# A person who is left out must not look like one who is to be taken off: the import knows no `named_person`.
INSTEAD = {"person": "named_person"}
PRIVATE = {"person_in_open_data", "order"}
HEADINGS = (
    *WHICH,
    "former_codes",
    *(INSTEAD.get(column.name, column.name) for column in COLUMNS if column.name not in PRIVATE),
    "checked_on",
    "checked_by",
    "check_holds",
    "url",
)


def written(directory: PublicDirectory) -> bytes:
    return csv_file.written(
        HEADINGS, ([row.get(name, "") for name in HEADINGS] for row in rows_of(directory))
    )


def rows_of(directory: PublicDirectory) -> Iterator[dict[str, str | int]]:
    for council in directory.councils:
        page = council.page
        former = "; ".join(page.former_codes)
        yield row_of(COUNCIL, page, page, page.gss_code) | {"url": page.full_url, "former_codes": former}
        for record in council.records:
            yield _row(record, council) | stamp_cells(directory.stamp(record))


def _row(record: CouncilRecord, council: PublicCouncil) -> dict[str, str | int]:
    kind = CONTACT if isinstance(record, ContactPage) else SERVICE
    row = row_of(kind, record, council.page, council.page.gss_code) | {"url": record.full_url}
    if isinstance(record, ContactPage):
        row["named_person"] = public_person(record)
    if isinstance(record, LocalServicePage):
        row["products"] = Terms("products").shown(tuple(record.public_products))
    return row
