"""The overview of a timeline: years along a line, above each year a mark for every entry."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.design_system.lettering import LINE_HEIGHT, text_width
from cms.design_system.text_lines import Line, placed, shortened
from cms.design_system.timeline.records import Year

WIDTH = 1080.0
YEAR = 96.0  # few years take no more room than this each
SIDE = 20.0  # a label is in the middle of its year, however narrow that is
LABEL_SIZE = 16.0
YEAR_ROOM = text_width("2000", LABEL_SIZE)
WORDS_ROOM = 116.0
WORDS_LINES = 3  # "Latest statistics" is no year and may need more than one
DOT = 7.0  # half as wide
STEP = 21.0  # from dot to dot
MOST_DOTS = 8
LONGEST_GAPLESS = 40  # in a longer time years without an entry get no place of their own
LEGEND_GAP = 16.0


@dataclass(frozen=True)
class Dot:
    """Its middle; a product's is a square drawn from its corner."""

    x: float
    y: float
    is_product: bool

    @property
    def left(self) -> float:
        return round(self.x - DOT, 1)

    @property
    def top(self) -> float:
        return round(self.y - DOT, 1)


@dataclass(frozen=True)
class Tick:
    """A place on the line. Its label is left out where there would be no room; `count` is "" for none."""

    x: float
    label: tuple[Line, ...]
    count: str
    count_y: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Key:
    """A line of the legend: the dot it explains, or none, and its words."""

    dot: Dot | None
    words: Line


@dataclass(frozen=True)
class Overview:
    width: float
    height: float
    line: float
    last_year: float
    ticks: tuple[Tick, ...]
    legend: tuple[Key, ...]
    description: str

    @property
    def axis(self) -> str:
        """The line below the years, as an SVG path."""
        return f"M{SIDE:g} {self.line:g}H{self.last_year:g}" if self.last_year else ""


def draw_overview(years: Sequence[Year]) -> Overview | None:
    """Years at even distances, also those in which nothing happened; what has no year stands at the end."""
    if not years:
        return None
    slots = _slots(years)
    most = max(len(year.entries) for year in years)
    worth = math.ceil(most / MOST_DOTS)
    words = sum(not _is_year(label) for label, _year in slots)
    wanted = (len(slots) - words) * YEAR + words * WORDS_ROOM
    room = min(WIDTH - 2 * SIDE, max(wanted, _legend_end(_legend(years, worth, 0)) - SIDE))
    words_room = min(WORDS_ROOM, room * (0.5 if words < len(slots) else 1) / max(1, words))
    share = (room - words * words_room) / max(1, len(slots) - words)
    stacks = {year.label: _kinds(year, worth) for year in years}
    line = max(map(len, stacks.values())) * STEP + 1.8 * LABEL_SIZE
    every = math.ceil((YEAR_ROOM + 8) / max(share, 1))
    ticks, left, last_year = [], SIDE, 0.0
    for index, (label, year) in enumerate(slots):
        width = share if _is_year(label) else words_room
        x = left + width / 2
        is_labelled = not _is_year(label) or index % every == 0
        lines = shortened(label, max(width - 8, YEAR_ROOM), LABEL_SIZE, WORDS_LINES) if is_labelled else []
        stack = stacks.get(label, [])
        dots = tuple(
            Dot(round(x, 1), round(line - (row + 0.5) * STEP - 4, 1), kind) for row, kind in enumerate(stack)
        )
        ticks.append(
            Tick(
                round(x, 1),
                placed(lines, x, line + 12, LABEL_SIZE),
                str(len(year.entries)) if year else "",
                round(line - len(stack) * STEP - 10, 1),
                dots,
            )
        )
        left += width
        if _is_year(label):
            last_year = round(left, 1)
    legend_top = line + 12 + max(len(tick.label) for tick in ticks) * LABEL_SIZE * LINE_HEIGHT + LEGEND_GAP
    legend = _legend(years, worth, legend_top)
    return Overview(
        round(room + 2 * SIDE, 1),
        round(legend_top + (LABEL_SIZE * LINE_HEIGHT if legend else -LEGEND_GAP) + 4, 1),
        round(line, 1),
        last_year,
        tuple(ticks),
        legend,
        " ".join(year.in_words for year in years),
    )


def _legend(years: Sequence[Year], worth: int, top: float) -> tuple[Key, ...]:
    """What the dots stand for, where that is not plain: two kinds of them, or several entries to a dot."""
    texts: list[tuple[str, bool | None]] = []
    if any(year.products for year in years):
        texts = [(_("Milestone"), False), (_("Product"), True)]
    if worth > 1:
        texts.append((_("Each mark stands for up to %(count)s.") % {"count": worth}, None))
    x, keys = SIDE, []
    for text, kind in texts:
        dot = None
        if kind is not None:
            dot = Dot(x + DOT, round(top + LABEL_SIZE * LINE_HEIGHT / 2, 1), kind)
            x += 3 * DOT + 2
        keys.append(Key(dot, placed([text], x, top, LABEL_SIZE)[0]))
        x += text_width(text, LABEL_SIZE) + 12
    return tuple(keys)


def _legend_end(keys: Sequence[Key]) -> float:
    return keys[-1].words.x + text_width(keys[-1].words.text, LABEL_SIZE) if keys else 0.0


def _is_year(label: str) -> bool:
    return label.isascii() and label.isdigit()


def _slots(years: Sequence[Year]) -> list[tuple[str, Year | None]]:
    """The places along the line, in their order."""
    dated = {int(year.label): year for year in years if _is_year(year.label)}
    others = [(year.label, year) for year in years if not _is_year(year.label)]
    if not dated:
        return others
    first, last = min(dated), max(dated)
    shown = range(first, last + 1) if last - first < LONGEST_GAPLESS else sorted(dated)
    return [(str(number), dated.get(number)) for number in shown] + others


def _kinds(year: Year, worth: int) -> list[bool]:
    """For each dot whether it stands for products; milestones lie below."""
    return [False] * math.ceil(year.milestones / worth) + [True] * math.ceil(year.products / worth)
