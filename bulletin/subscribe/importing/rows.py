"""One row of a list: what it has to say, and what is wrong with it in one line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletin.models import Subscriber
from cms.mail.addresses import LONGEST, keyed, normalised
from cms.pages.feedback.masking import masked
from cms.pages.spreadsheet_safety import harmless

COLUMNS = ("email", "name", "consented_on", "source", "monthly", "specials", "language")
REQUIRED = ("email", "consented_on", "source")
LONGEST_NAME = 120
Language = Subscriber.Language
LONGEST_SOURCE = 160
EARLIEST = date(1995, 1, 1)
_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII),
)


class BadRow(ValueError):
    """The row is refused; the message names the column and what was expected."""


@dataclass(frozen=True)
class Row:
    """A person who has agreed. `number` as spreadsheet programs number rows, headings included."""

    number: int
    email: str
    address_key: str
    name: str
    consented_on: date
    source: str
    wants_monthly: bool = True
    wants_specials: bool = True
    language: str = Language.ENGLISH


def row_from(number: int, cells: dict[str, str]) -> Row:
    """Raises BadRow for the first thing that is wrong."""
    email = _email(cells["email"])
    return Row(
        number=number,
        email=email,
        address_key=keyed("address", email),
        name=_text("name", cells.get("name", ""), LONGEST_NAME),
        consented_on=_consented_on(cells["consented_on"]),
        source=_source(cells["source"]),
        wants_monthly=_wish("monthly", cells.get("monthly", "")),
        wants_specials=_wish("specials", cells.get("specials", "")),
        language=_language(cells.get("language", "")),
    )


def _email(cell: str) -> str:
    if not cell.strip():
        raise BadRow(_("email: an address is missing"))
    try:
        return normalised(_without_mark(cell.strip())[: 2 * LONGEST])
    except ValidationError:
        raise BadRow(_("email: this is no e-mail address that the site can write to")) from None


def _consented_on(cell: str) -> date:
    text = cell.strip()
    if not text:
        raise BadRow(_("consented_on: the day of the consent is missing"))
    found = next(filter(None, (form.fullmatch(text) for form in _DATES)), None)
    try:
        day = date(**{name: int(part) for name, part in found.groupdict().items()}) if found else None
    except ValueError:
        day = None
    if day is None:
        raise BadRow(_("consented_on: a date such as 2026-10-31 or 31/10/2026 was expected"))
    if day > timezone.localdate():
        raise BadRow(_("consented_on: this day has not come yet"))
    if day < EARLIEST:
        raise BadRow(_("consented_on: this day is too long ago to be right"))
    return day


def _source(cell: str) -> str:
    text = _text("source", cell, LONGEST_SOURCE)
    if not text:
        raise BadRow(_("source: where the consent was given is missing"))
    return masked(text)[:LONGEST_SOURCE]


def _wish(column: str, cell: str) -> bool:
    """Whoever has chosen nothing gets all."""
    word = cell.strip().lower()
    if word not in ("", "yes", "no"):
        raise BadRow(_("%s: yes or no was expected") % column)
    return word != "no"


def _language(cell: str) -> str:
    code = cell.strip().lower() or Language.ENGLISH
    if code not in Language.values:
        raise BadRow(_("language: en or gd was expected"))
    return code


def _without_mark(text: str) -> str:
    """Without the apostrophe that an export puts before what looks like a formula."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) != text[1:] else text


def _text(column: str, cell: str, longest: int) -> str:
    """On one line. Marks of direction and emoji are text; control codes are not."""
    text = _without_mark(" ".join(cell.split()))
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise BadRow(_("%s: there are characters in it that are no text") % column)
    if len(text) > longest:
        told = _("%(column)s: %(number)d characters at most were expected")
        raise BadRow(told % {"column": column, "number": longest})
    return text
