"""The one way in: what was typed, and the councils that fit."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from la_directory.councils import by_code, current_code
from la_directory.finder.answer import Answer, Match
from la_directory.finder.by_name import by_exact_name, by_name
from la_directory.finder.by_postcode import by_postcode
from la_directory.finder.elsewhere import ENGLAND, NORTHERN_IRELAND, WALES
from la_directory.finder.names import Index, hand_typed
from la_directory.finder.postcode_forms import Part, read

LONGEST = 100  # signs of what is typed
GSS_CODE = re.compile(r"[A-Z]\d{8}")
COUNTRIES = {"E": ENGLAND, "N": NORTHERN_IRELAND, "W": WALES}


def find_councils(text: str, of_pages: Index | None = None) -> Answer:
    """Councils for a postcode or a part of one, a code, a place or a name. At most three queries."""
    text = text[:LONGEST]
    if answer := _by_gss_code(text):
        return answer
    indexes = [hand_typed(), *([of_pages] if of_pages else [])]
    if exact := by_exact_name(text, indexes):
        return exact  # “D&G” is a council before it is the letters of postcodes
    typed = read(text)
    found = by_postcode(typed) if typed else None
    # “Flat B2, Airdrie” names no district of Birmingham.
    if found and (found.matches or not (isinstance(typed, Part) and typed.is_among_words)):
        return found
    return by_name(text, indexes)


def _by_gss_code(text: str) -> Answer | None:
    typed = "".join(text.split()).upper()
    if not GSS_CODE.fullmatch(typed):
        return None
    if code := current_code(typed):
        is_former = by_code()[typed].code != typed
        reason = (
            _("%(code)s was the code of this council until its area changed")
            if is_former
            else _("%(code)s is the code of this council")
        )
        return Answer((Match(code, reason % {"code": typed}),), is_certain=True)
    if country := COUNTRIES.get(typed[0]):
        return Answer(country=country)
    return Answer(note=_("%(code)s is not the code of a council in Scotland.") % {"code": typed})
