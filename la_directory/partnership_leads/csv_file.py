"""The Leads as a file for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from cms.pages.spreadsheet_safety import harmless
from la_directory.partnership_leads.leads import Lead
from resources.handbook.files.csv_file import BYTE_ORDER_MARK


def make(leads: Iterable[Lead]) -> bytes:
    """UTF-8 with its mark, one row a Lead. A person stands in it only who agreed to that."""
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(_column_names())
    for lead in leads:
        writer.writerow([harmless(cell) for cell in _cells(lead)])
    return text.getvalue().encode()


def _column_names() -> tuple[str, ...]:
    return (
        _("Council"),
        _("Official name"),
        _("GSS code"),
        _("Region"),
        _("Role"),
        _("Person"),
        _("Telephone"),
        _("E-mail"),
        _("Post vacant"),
        _("Checked on"),
        _("Checked by"),
        _("Page of the council"),
    )


def _cells(lead: Lead) -> Iterator[str]:
    council, contact, stamp = lead.council, lead.contact, lead.stamp
    yield council.title
    yield council.official_name
    yield council.gss_code
    yield lead.region
    yield contact.title if contact else ""
    yield lead.person if contact and contact.person_in_open_data else ""
    yield str(contact.telephone) if contact else ""
    yield contact.email if contact else ""
    yield (_("yes") if contact.is_vacant else _("no")) if contact else ""
    yield stamp.checked_on.isoformat() if stamp.checked_on else ""
    yield stamp.checked_for
    yield council.full_url or ""
