"""The Leads as the design system takes a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.design_system.tables import Cell
from la_directory.freshness.stamp import State
from la_directory.in_its_language import Words, checked_by, council_link, words_of
from la_directory.partnership_leads.leads import Lead
from la_directory.telephone import telephone_link


def headings() -> tuple[str, ...]:
    return (_("Council"), _("Region"), _("Partnerships Lead"), _("Telephone"), _("E-mail"), _("Checked"))


def rows(leads: Iterable[Lead]) -> list[list[Cell]]:
    return [
        [
            {"html": _link(lead.council.url, council_link(lead.council)), "is_heading": True},
            {"html": lead.region},
            {"html": _who(lead)},
            {"html": _telephone(lead)},
            {"html": _email(lead)},
            {"html": _checked(lead) if lead.contact else "–"},
        ]
        for lead in leads
    ]


def _who(lead: Lead) -> SafeString:
    if lead.contact is None:
        return _lines(_("No Partnerships Lead is named"))
    vacant = _strong(_("Post vacant")) if lead.contact.is_vacant else ""
    contact = lead.contact
    return _lines(words_of(contact.title, contact), lead.person, words_of(contact.subject, contact), vacant)


def _telephone(lead: Lead) -> SafeString:
    switchboard, own = lead.council.switchboard, lead.contact and lead.contact.telephone
    lines = []
    if switchboard and lead.needs_switchboard:
        lines.append(format_html("{} {}", _("Switchboard"), telephone_link(switchboard)))
    if own:
        lines.append(telephone_link(own))
    return _lines(*lines) or _lines(_("Not given"))


def _email(lead: Lead) -> SafeString:
    address = lead.contact.email if lead.contact else ""
    return _link(f"mailto:{address}", address) if address else _lines(_("Not given"))


def _checked(lead: Lead) -> SafeString:
    stamp = lead.stamp
    if stamp.checked_on is None:
        return _lines(_("Not checked yet"))
    name = checked_by(stamp.checked_for, lead.council) if stamp.checked_for else ""
    by = _("by %(name)s") % {"name": name} if name else ""
    warning = _strong(_("May have changed since")) if stamp.state() is State.STALE else ""
    return _lines(date_format(stamp.checked_on, "j E Y"), by, warning)


def _strong(words: str) -> SafeString:
    return format_html("<strong>{}</strong>", words)


def _link(url: str | None, words: Words) -> SafeString:
    return format_html('<a href="{}">{}</a>', url or "", words)


def _lines(*lines: Any) -> SafeString:
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines if line))
