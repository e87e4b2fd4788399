"""Postcodes and their parts as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

DISTRICT = "[A-Z]{1,2}[0-9][0-9A-Z]?"
WHOLE = re.compile(rf"{DISTRICT}[0-9][A-Z]{{2}}")
OUTWARD = re.compile(DISTRICT)
# A sector, and what is typed of a postcode whose last letter is missing.
SECTOR = re.compile(rf"({DISTRICT})([0-9])[A-Z]?")
AREA = re.compile("[A-Z]{1,2}")
LONGEST = 8  # letters and digits of a postcode, with one to spare
WITHIN = re.compile(rf"\b({DISTRICT}) ?([0-9][A-Z]{{2}})\b")
PART_WITHIN = re.compile(rf"\b({DISTRICT})(?: ([0-9])[A-Z]?)?\b")
NOT_IN_POSTCODES = re.compile("[^A-Z0-9 ]+")
SLIPS = {"O": "O0", "0": "0O", "I": "I1", "1": "1I"}


@dataclass(frozen=True)
class Whole:
    """A postcode without a space; `readings` are what else it may be if O and 0 or I and 1 were mixed up."""

    typed: str
    readings: tuple[str, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The sector of each reading, then its district, then its area."""
        sectors = (f"{reading[:-3]} {reading[-3]}" for reading in self.readings)
        districts = [reading[:-3] for reading in self.readings]
        return (*sectors, *districts, *dict.fromkeys(map(area_of, districts)))


@dataclass(frozen=True)
class Part:
    """An area, district or sector; `readings` are what it may be, the likeliest first."""

    typed: str
    readings: tuple[str, ...]
    is_among_words: bool = False


def area_of(postcode: str) -> str:
    found = AREA.match(postcode)
    return found[0] if found else ""


def shown(postcode: str) -> str:
    return f"{postcode[:-3]} {postcode[-3:]}"


def read(text: str) -> Whole | Part | None:
    """The postcode or part that was typed, alone or among other words."""
    spaced = " ".join(NOT_IN_POSTCODES.sub(" ", text.upper()).split())
    typed = spaced.replace(" ", "")
    if len(typed) <= LONGEST:
        if whole := tuple(_readings(typed, WHOLE)):
            return Whole(typed, whole)
        if part := tuple(dict.fromkeys(_parts(spaced))):
            return Part(spaced, part)
    return _within(spaced)


def _within(spaced: str) -> Whole | Part | None:
    """The last one among other words: addresses end with their postcode."""
    if whole := WITHIN.findall(spaced):
        typed = "".join(whole[-1])
        return Whole(typed, (typed,))
    if parts := PART_WITHIN.findall(spaced):
        district, sector = parts[-1]
        readings = (f"{district} {sector}", district) if sector else (district,)
        return Part(readings[0], readings, is_among_words=True)
    return None


def _readings(typed: str, form: re.Pattern[str]) -> Iterator[str]:
    """What has the form, as it was typed first."""
    for signs in product(*(SLIPS.get(sign, sign) for sign in typed)):
        reading = "".join(signs)
        if form.fullmatch(reading):
            yield reading


def _parts(spaced: str) -> Iterator[str]:
    typed = spaced.replace(" ", "")
    if AREA.fullmatch(typed):
        yield typed
    districts = list(_readings(typed, OUTWARD))
    sectors = [f"{found[1]} {found[2]}" for found in map(SECTOR.fullmatch, _readings(typed, SECTOR)) if found]
    # “G1 1” is a sector of G1, “G11” a district.
    yield from (*sectors, *districts) if " " in spaced else (*districts, *sectors)
