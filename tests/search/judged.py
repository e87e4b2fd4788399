"""The judged list: questions as readers ask them, and the pages of the demo site that answer them.

Judged from the texts of the pages alone, without regard to what any engine finds. `gain` is 3 for the
page that one wants, 2 for a good one and 1 for a helpful one; a page that is not named is worth nothing.
A contact or a service has its place on the page of its council, and that page alone is worth a little
less, or as much where the reader loses nothing by it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

LIST = Path(__file__).with_name("judged_questions.csv")


@dataclass(frozen=True)
class Judged:
    """A question in the words of a reader; `gains` is place (path of a page, with its #part) -> 1, 2 or 3."""

    question: str
    language: str
    gains: dict[str, int] = field(default_factory=dict)


def questions() -> list[Judged]:
    """All questions in the order of the list. A place that is judged twice for one question is refused."""
    found: dict[tuple[str, str], Judged] = {}
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            question, language, place = row["question"], row["language"], row["place"]
            judged = found.setdefault((question, language), Judged(question, language))
            if place in judged.gains:
                raise ValueError(f"{place} is judged twice for: {question}")
            judged.gains[place] = int(row["gain"])
    return list(found.values())
