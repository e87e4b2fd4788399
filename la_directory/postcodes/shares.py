"""Counts postcodes by council for each area, district and sector."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from la_directory.finder.postcode_forms import area_of
from la_directory.postcodes.read import Findings

OUTSIDE = ""


def parts_of(postcode: str) -> tuple[str, str, str]:
    """Area, district and sector of a postcode without a space: G, G33 and G33 1."""
    district = postcode[:-3]
    return area_of(postcode), district, f"{district} {postcode[-3]}"


def count(findings: Findings) -> Iterator[tuple[str, str, int]]:
    """Part, council and number. Postcodes outside Scotland count in parts that also have some inside."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for postcode, council in findings.councils.items():
        for part in parts_of(postcode):
            counts[part][council] += 1
    for postcode in findings.beside:
        for part in parts_of(postcode):
            if part in counts:
                counts[part][OUTSIDE] += 1
    for part, by_council in counts.items():
        for council, number in by_council.items():
            yield part, council, number
