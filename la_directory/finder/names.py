"""Names as people type them, and what they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from la_directory.councils import COUNCILS, Council
from la_directory.finder.places import places
from la_directory.finder.places.gaelic import GAELIC
from la_directory.finder.places.old_areas import OLD_AREAS

# Words around a name that say nothing about which place is meant.
WORDS_AROUND = """alba and area around at authority burgh by city comhairle council county district from i in
    island islands isle isles live local my near next nr of region royal scotland the to village"""
PASSED_OVER = frozenset(WORDS_AROUND.split())
APOSTROPHES = re.compile("['’‘`´]")
WORD = re.compile("[a-z0-9]+")


class Kind(IntEnum):
    """What a name is to a council, in the order in which it counts."""

    NAME = 1
    OTHER_NAME = 2
    PLACE = 3
    OLD_AREA = 4
    REGION = 5


@dataclass(frozen=True)
class Entry:
    """A name that leads to a council."""

    name: str
    code: str
    kind: Kind

    @property
    def words(self) -> tuple[str, ...]:
        return words_of(self.name)


def words_of(text: str) -> tuple[str, ...]:
    """The words in small letters without accents; an ampersand counts as “and”, “Saint” as “St”."""
    text = APOSTROPHES.sub("", text.replace("&", " and ")).casefold()
    folded = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return tuple("st" if word == "saint" else word for word in WORD.findall(folded))


def key_of(words: Iterable[str]) -> str:
    """The same for “Newton Stewart” and “Newtonstewart”."""
    return "".join(words)


def telling(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that are passed over."""
    return tuple(word for word in words if word not in PASSED_OVER)


class Index:
    """Names by their key, as they stand and without the words that are passed over."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.as_written: dict[str, list[Entry]] = {}
        self.telling: dict[str, list[Entry]] = {}
        for entry in dict.fromkeys(entries):
            words = entry.words
            if words:
                self.as_written.setdefault(key_of(words), []).append(entry)
            if telling(words) and entry.kind is not Kind.REGION:
                self.telling.setdefault(key_of(telling(words)), []).append(entry)


def names_of(council: Council) -> Iterator[Entry]:
    for name in filter(None, (council.name, council.official_name, council.gaelic_name)):
        yield Entry(name, council.code, Kind.NAME)
    for name in council.other_names:
        yield Entry(name, council.code, Kind.OTHER_NAME)
    yield Entry(council.region, council.code, Kind.REGION)


def _hand_typed() -> Iterator[Entry]:
    for council in COUNCILS:
        yield from names_of(council)
    for name, code in places():
        yield Entry(name, code, Kind.PLACE)
    for code, names in GAELIC.items():
        yield from (Entry(" ".join(name.split()), code, Kind.PLACE) for name in names.split(","))
    for name, codes in OLD_AREAS.items():
        yield from (Entry(name, code, Kind.OLD_AREA) for code in codes)


@cache
def hand_typed() -> Index:
    """All names of the tables in the project."""
    return Index(_hand_typed())
