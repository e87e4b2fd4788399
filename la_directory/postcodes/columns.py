"""Which kind of file it is, by its columns.

Names are compared in small letters and without signs between them. Makers rename columns from year to year
(oslaua, laua, lad25cd; CouncilArea2019Code), so some are patterns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}")
GSS_CODE = re.compile(r"[A-Z][0-9]{8}")
NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
OS_COLUMNS = 10  # postcode, quality, eastings, northings, country, two of the NHS, county, district, ward
OS_CODE = 8


@dataclass(frozen=True)
class Kind:
    """What is known of one maker's files; `ended` holds the date on which a postcode went out of use."""

    name: str
    postcode: re.Pattern[str]
    code: re.Pattern[str]
    ended: re.Pattern[str] | None = None
    has_split_postcodes: bool = False  # a letter behind the postcode tells its parts apart


OS = Kind(
    "OS Code-Point Open", re.compile(r"pc|postcode"), re.compile(r"dc|admindistrict(code)?|admindistrictcd")
)
NRS = Kind(
    "NRS Scottish Postcode Directory",
    re.compile(r"postcode|pc"),
    re.compile(r"(councilarea|councilarea\d{4}|ca|ca\d{4}|ca\d{2})(code|cd)?"),
    re.compile(r"dateofdeletion|deletiondate|datedeleted"),
    has_split_postcodes=True,
)
ONS = Kind(
    "ONS Postcode Directory",
    re.compile(r"pcds|pcd|pcd2|pcd[78]|postcode"),
    re.compile(r"oslaua|laua|lad\d{2}cd|ladcd"),
    re.compile(r"doterm|dateofterm(ination)?"),
)
PLAIN = Kind(
    "CSV of postcodes and codes",
    re.compile(r"postcode|pcds?|pc"),
    re.compile(
        r"(council|councilarea|councilarea\d{4}|gss|councilgss|area|la|localauthority|district)?(code|cd)"
        r"|gss|council|oslaua|laua|lad\d{2}cd|ladcd"
    ),
)
KINDS = (NRS, ONS, OS, PLAIN)
EXPECTED = (
    "columns of OS Code-Point Open, of the NRS Scottish Postcode Directory (Postcode, DateOfDeletion, "
    "CouncilArea2019Code), of the ONSPD (pcds, doterm, oslaua), or two columns postcode and code"
)


@dataclass(frozen=True)
class Columns:
    """Where in a row things stand, counted from 0."""

    kind: Kind
    postcode: int
    code: int
    ended: int | None
    names: Sequence[str] = ()

    @property
    def most(self) -> int:
        return max(self.postcode, self.code, self.ended or 0) + 1

    def name(self, place: int) -> str:
        """As people find it: by its name, or by its number from 1."""
        return self.names[place].strip() if self.names else str(place + 1)


def from_names(row: Sequence[str]) -> Columns | None:
    """The columns that a row of names tells; None where it is no such row."""
    names = [NOT_IN_NAMES.sub("", cell.lower()) for cell in row]
    for kind in KINDS:
        postcode, code = _place(names, kind.postcode), _place(names, kind.code)
        ended = _place(names, kind.ended) if kind.ended else None
        if postcode is None or code is None or (kind.ended and ended is None):
            continue
        return Columns(kind, postcode, code, ended, row)
    return None


def _place(names: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((place for place, name in enumerate(names) if pattern.fullmatch(name)), None)


def from_position(row: Sequence[str]) -> Columns | None:
    """The columns of a file without names, by what stands in its first row."""
    if not row or not POSTCODE.fullmatch(plain(row[0])):
        return None
    if len(row) == OS_COLUMNS and all(cell.strip().isdigit() for cell in row[1:4]):
        return Columns(OS, 0, OS_CODE, None)
    if len(row) == 2 and GSS_CODE.fullmatch(row[1].strip().upper()):
        return Columns(PLAIN, 0, 1, None)
    return None


def plain(postcode: str) -> str:
    """In capitals and without spaces."""
    return "".join(postcode.split()).upper()
