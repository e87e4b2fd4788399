"""Numbers of subscribers drawn as bars; the table beside the drawing says the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.dateformat import format as format_date

from bulletin.admin.subscribers.numbers import Month

HEIGHT = 160
WIDTH = 46  # of a bar with the gap beside it
BAR = 30
TOP = 20  # room for the number above the highest bar
FOOT = 22  # room for the month below


@dataclass(frozen=True)
class Bar:
    """Places in the drawing: of the bar, and of the words above and below it."""

    x: int
    y: int
    height: int
    middle: int
    number: int
    month: str


@dataclass(frozen=True)
class Chart:
    """A drawing in its own measures."""

    width: int
    height: int
    baseline: int
    bars: list[Bar]


def drawn(months: Sequence[Month]) -> Chart | None:
    """None where there is nothing to compare."""
    if len(months) < 2:
        return None
    highest = max(month.subscribed for month in months) or 1
    baseline = TOP + HEIGHT
    bars = []
    for place, month in enumerate(months):
        height = max(1, round(HEIGHT * max(month.subscribed, 0) / highest))
        x = place * WIDTH
        bars.append(
            Bar(
                x=x + (WIDTH - BAR) // 2,
                y=baseline - height,
                height=height,
                middle=x + WIDTH // 2,
                number=month.subscribed,
                month=format_date(month.first, "M y"),
            )
        )
    return Chart(len(bars) * WIDTH, baseline + FOOT, baseline, bars)
