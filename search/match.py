"""What every engine answers with."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Match(NamedTuple):
    """An entry that has what is asked for; the higher the score the better, by the measure of its engine."""

    pk: int
    page_id: int | None
    kind: str
    heading: str
    title: str
    council: str
    audiences: tuple[str, ...]
    day: date | None
    is_news: bool
    address: str
    score: float
