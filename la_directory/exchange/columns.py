"""The columns of the table: what a heading means, in which rows it is used, and what is written there."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from la_directory.exchange.cells import (
    Choice,
    Date,
    Lines,
    Number,
    OpeningHours,
    Telephone,
    Text,
    Website,
    YesNo,
)
from la_directory.exchange.term_cells import Term, Terms
from la_directory.models import ContactPage, CouncilPage, ForWhom, LocalServicePage

COUNCIL, CONTACT, SERVICE = "council", "contact", "service"
KINDS: dict[str, type[models.Model]] = {
    COUNCIL: CouncilPage,
    CONTACT: ContactPage,
    SERVICE: LocalServicePage,
}
# For people; the words of a file are those above.
KIND_NAMES = {COUNCIL: _("council"), CONTACT: _("contact"), SERVICE: _("service")}


@dataclass(frozen=True)
class Column:
    """`fields` says by kind of row which field of the record it stands for."""

    name: str
    cell: Text
    fields: dict[str, str]
    about: str

    def field(self, kind: str) -> models.Field:
        return KINDS[kind]._meta.get_field(self.fields[kind])


# What says of which record a row speaks.
WHICH = {
    "kind": "council, contact or service: what the row is about.",
    "gss_code": "The council by its code, such as S12000049. Former codes are understood.",
    "council": "The council by its name. Either gss_code or council is enough.",
    "id": "Which record it is, as the export wrote it. Empty: the row adds a new contact or service.",
}
# What only the export writes; in a file that is imported it is not looked at.
TOLD = {
    "state": "live; draft: never public or taken off; live, newer draft: the row shows the draft.",
    "checked_on": "When what is live was last found to be right.",
    "checked_by": "Who said so.",
    "check_holds": "yes or no: whether that was less than the agreed time ago.",
}


def _of(kind: str, name: str, cell: Text, about: str, field: str = "") -> Column:
    return Column(name, cell, {kind: field or name}, about)


COLUMNS = (
    Column(
        "title",
        Text(),
        {COUNCIL: "title", CONTACT: "title", SERVICE: "title"},
        "Short name of the council; team or role; name of the service.",
    ),
    _of(COUNCIL, "official_name", Text(), "Such as Glasgow City Council. Only SG changes it."),
    _of(COUNCIL, "gaelic_name", Text(), "In Gaelic."),
    _of(COUNCIL, "other_names", Lines(), "Other names and spellings, with ; between them."),
    _of(COUNCIL, "website", Website(), "Such as https://www.fife.gov.uk/"),
    _of(COUNCIL, "switchboard", Telephone(), "Telephone number of the council as a whole."),
    _of(COUNCIL, "region", Term("regions"), "A region by its name."),
    _of(COUNCIL, "places", Lines(), "Main towns and places, with ; between them."),
    _of(COUNCIL, "partnership_name", Text(), "Name of the local employability partnership."),
    _of(COUNCIL, "partnership_site", Website(), "Website of the partnership."),
    _of(COUNCIL, "plan_from", Number(), "First year of the delivery plan."),
    _of(COUNCIL, "plan_until", Number(), "Last year of the delivery plan."),
    _of(
        CONTACT,
        "for_whom",
        Choice(ForWhom),
        "People looking for help; Employers; Partners; Partnerships Lead.",
    ),
    _of(CONTACT, "subject", Text(), "What to contact them about, in a few words."),
    _of(CONTACT, "person", Text(), "Name of a person who agrees to be named on the website."),
    _of(CONTACT, "person_in_open_data", YesNo(), "yes or no: whether open data names the person, too."),
    _of(CONTACT, "telephone", Telephone(), "Such as 0141 496 0123. A nought that was lost is put back."),
    _of(CONTACT, "textphone", Telephone(), "Only if the team has one of its own."),
    _of(CONTACT, "email", Text(), "An e-mail address."),
    _of(CONTACT, "address", Text(), "Postal address; lines are kept."),
    _of(
        CONTACT,
        "opening_hours",
        OpeningHours(),
        "Such as Mon-Fri 09:00-17:00; Sat 10:00-12:00. A break at noon: Mon-Fri 09:00-12:00, 13:00-17:00.",
    ),
    _of(CONTACT, "hours_note", Text(), "Such as Closed on public holidays."),
    _of(CONTACT, "languages", Text(), "Besides English, such as Gaelic, BSL."),
    _of(CONTACT, "vacant", YesNo(), "yes or no: whether nobody holds the post at present.", "is_vacant"),
    _of(SERVICE, "service_kind", Term("service_kinds"), "A kind of service by its name.", "kind"),
    _of(SERVICE, "summary", Text(), "What it does, in one or two sentences."),
    _of(SERVICE, "client_groups", Terms("client_groups"), "Client groups by name, with ; between them."),
    _of(SERVICE, "area", Text(), "Where it is offered, if not in the whole council area."),
    _of(SERVICE, "how_to_get_in", Text(), "Such as Call us or ask your work coach."),
    _of(SERVICE, "provider", Text(), "Who runs it, if not the council."),
    _of(SERVICE, "cost", Text(), "Such as Free."),
    _of(SERVICE, "starts", Date(), "Such as April 2026, 1 April 2026, Spring 2026 or 2026.", "starts_on"),
    _of(SERVICE, "ends", Date(), "As precisely as it is known, too.", "ends_on"),
    _of(SERVICE, "accessibility", Text(), "Such as step-free access, hearing loop, BSL."),
    _of(SERVICE, "link", Website(), "Where readers find more."),
    _of(SERVICE, "products", Terms("products"), "Handbook products by name or id, with ; between them."),
    Column(
        "order",
        Number(),
        {CONTACT: "sort_order", SERVICE: "sort_order"},
        "A number. Lower ones stand first on the page.",
    ),
)
BY_NAME = {column.name: column for column in COLUMNS}
HEADINGS = (*WHICH, *BY_NAME, *TOLD)


def columns_of(kind: str) -> list[Column]:
    return [column for column in COLUMNS if kind in column.fields]


def explained() -> list[tuple[str, str, str]]:
    """Every heading, the kinds of rows it is used in, and what is written there."""
    every = ", ".join(KINDS)
    return [
        *((name, every, about) for name, about in WHICH.items()),
        *((column.name, ", ".join(column.fields), column.about) for column in COLUMNS),
        *((name, every, f"{about} Not read by the import.") for name, about in TOLD.items()),
    ]
