"""The Leads as a file for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from la_directory.exchange import csv_file
from la_directory.partnership_leads.leads import Lead


def make(leads: Iterable[Lead]) -> bytes:
    """UTF-8 with its mark, one row a Lead. A person stands in it only who agreed to that."""
    return csv_file.written(_column_names(), (tuple(_cells(lead)) for lead in leads))


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
