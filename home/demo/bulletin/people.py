"""The readers of the demo bulletin: all invented, and the same whenever the site is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.text import slugify

# Given names that many people have, with surnames that nobody has.
GIVEN = (
    "Ailsa", "Amir", "Beathag", "Callum", "Catrìona", "Chidi", "Daria", "Eilidh", "Ewan", "Farah", "Fergus", "Grace",
    "Hamish", "Iona", "Jamie", "Kirsty", "Lewis", "Mairi", "Mateusz", "Morven", "Niamh", "Olu", "Ross", "Shona", "Yusuf",
)  # fmt: skip
SURNAMES = (
    "Aldercairn", "Birkenlaw", "Brackenhaugh", "Burnsyke", "Corriewood", "Dalwhinny", "Elderslack", "Ferncleugh",
    "Gorsebrae", "Hazelrigg-Moss", "Inverlarch", "Kestrelfield", "Larkhope", "Mossgarth", "Nettleburn", "Oakshieling",
    "Peatlands", "Quernhill", "Rowanstane", "Skylawn", "Thistlegate", "Whinbrook", "Yarrowdene",
)  # fmt: skip
ORGANISATIONS = (
    "northglen-council", "lochside-college", "harbour-trust", "eastmuir-council", "stepping-stones", "highland-pathways",
    "clydeview-futures", "tayforth-employability", "solway-works", "firth-skills", "cuillin-house", "westburn-council",
    "glenfarrar-futures", "sidlaw-health", "isles-partnership", "midtown-jobcentre", "braeside-nhs",
)  # fmt: skip

OLD_LIST = "Import: bulletin-readers-2025.csv"
SIGN_UP_PAGES = (
    "/bulletin/subscribe/", "/", "/working-in-employability/", "/bulletin/", "/no-one-left-behind/updates/",
    "/bulletin/subscribe/", "/handbook/", "/bulletin/2026/06/",
)  # fmt: skip
# How many came in each month. Until April 2026 they came to the list that was taken over.
JOINED = {
    (2025, 1): 9, (2025, 2): 6, (2025, 3): 7, (2025, 4): 5, (2025, 5): 8, (2025, 6): 4, (2025, 7): 3, (2025, 8): 6,
    (2025, 9): 9, (2025, 10): 8, (2025, 11): 7, (2025, 12): 3, (2026, 1): 8, (2026, 2): 6, (2026, 3): 9, (2026, 4): 7,
    (2026, 5): 14, (2026, 6): 24, (2026, 7): 10, (2026, 8): 13, (2026, 9): 19, (2026, 10): 16, (2026, 11): 11,
}  # fmt: skip
FIRST_SIGN_UP = (2026, 5)

End = Literal["left", "unknown", "complained", "before its turn"]
# Who is no longer a reader: number -> the edition that was their last, and why. Their rows are gone.
GONE: dict[int, tuple[str, End]] = {
    4: ("2026-05", "unknown"),
    21: ("2026-05", "left"),
    38: ("2026-05", "unknown"),
    52: ("2026-06", "left"),
    66: ("2026-06", "left"),
    82: ("2026-07", "unknown"),
    97: ("2026-07", "left"),
    110: ("2026-08", "before its turn"),
    118: ("2026-08", "complained"),
    127: ("2026-09-your-say-on-local-plans", "left"),
    139: ("2026-09", "unknown"),
    150: ("2026-09", "left"),
}
# Days before the site is loaded, so that there are always some.
LEFT_LATELY = {11: 2, 47: 6, 73: 9, 102: 15, 134: 21, 161: 27}
WAITING = {202: 0, 203: 1, 204: 1, 205: 3, 206: 4, 207: 6, 208: 9, 209: 14, 210: 20}


@dataclass(frozen=True)
class Person:
    """`joined` is the day of consent; for those who wait it is counted back from the day of loading instead."""

    number: int
    joined: date

    @property
    def name(self) -> str:
        """One in six gave none."""
        return "" if self.number % 6 == 5 else " ".join(self._names)

    @property
    def _names(self) -> tuple[str, str]:
        return GIVEN[self.number * 7 % len(GIVEN)], SURNAMES[self.number * 5 % len(SURNAMES)]

    @property
    def email(self) -> str:
        given, surname = (slugify(name) for name in self._names)
        organisation = ORGANISATIONS[self.number * 3 % len(ORGANISATIONS)]
        return f"{given}.{surname}.{self.number + 1:03}@{organisation}.example"

    @property
    def is_from_old_list(self) -> bool:
        return (self.joined.year, self.joined.month) < FIRST_SIGN_UP

    @property
    def source(self) -> str:
        return OLD_LIST if self.is_from_old_list else SIGN_UP_PAGES[self.number % len(SIGN_UP_PAGES)]

    @property
    def wants_monthly(self) -> bool:
        return self.number % 41 != 40

    @property
    def wants_specials(self) -> bool:
        return self.number % 9 != 4 or not self.wants_monthly

    @property
    def language(self) -> str:
        return "gd" if self.number % 33 == 7 else "en"


def people() -> list[Person]:
    """In the order in which they came."""
    days = [
        date(year, month, 1 + (place * 23 + month) % (21 if (year, month) == (2026, 11) else 28))
        for (year, month), number in JOINED.items()
        for place in range(number)
    ]
    return [Person(number, day) for number, day in enumerate(sorted(days))]
