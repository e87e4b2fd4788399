"""The hub of a drawing of connections: a disc with what the groups share."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cms.design_system.lettering import LINE_HEIGHT, text_width, wrap
from cms.design_system.text_lines import Line, placed, shortened

RADII = (84.0, 92.0, 100.0, 110.0)
RING = 9.0
MARGIN = 7.0
SIZES = (20.0, 18.0, 17.0, 16.0, 15.0, 14.0)
FAIR_SIZE = 18.0  # the disc grows before the letters get smaller than this
LAST_RESORT = (166.0, 14.0, 7)  # the box in the largest disc that takes what must be shortened


@dataclass(frozen=True)
class Hub:
    x: float
    y: float
    radius: float
    size: float
    texts: tuple[str, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return placed(self.texts, self.x, self.y - len(self.texts) * self.size * LINE_HEIGHT / 2, self.size)

    @property
    def ring(self) -> float:
        return self.radius + RING / 2

    @property
    def reach(self) -> float:
        """How far from its centre it leaves no room for anything else."""
        return self.radius + RING


@lru_cache(maxsize=32)  # each view of a page asks for the same words
def fit_hub(text: str) -> Hub | None:
    """A small disc in which the words can be read well, else the largest with the largest letters."""
    if not text:
        return None
    for tries in (
        [(radius, size) for radius in RADII for size in SIZES if size >= FAIR_SIZE],
        *([(RADII[-1], size)] for size in SIZES if size < FAIR_SIZE),
    ):
        found = [hub for radius, size in tries for hub in _hubs(text, radius, size)]
        if found:
            return max(found, key=_looks)
    width, size, most = LAST_RESORT
    return Hub(0, 0, RADII[-1], size, tuple(shortened(text, width, size, most)))


def _hubs(text: str, radius: float, size: float) -> Iterator[Hub]:
    """The words in the disc, broken in all the ways that fit."""
    for width in range(int(2 * radius), 60, -5):
        lines = wrap(text, width, size)
        if lines and is_inside(lines, size, radius):
            yield Hub(0, 0, radius, size, tuple(lines))


def _looks(hub: Hub) -> float:
    """A short word alone on a line looks lost: a somewhat larger disc is better."""
    shortest = min(map(len, hub.texts)) if len(hub.texts) > 1 else 12
    return min(shortest, 12) - (hub.radius - RADII[0]) / 8 + (hub.size - FAIR_SIZE) / 4


def is_inside(lines: list[str], size: float, radius: float) -> bool:
    """Whether lines around the middle of a disc keep their distance from its edge."""
    height = size * LINE_HEIGHT
    top = -height * len(lines) / 2
    return all(
        math.hypot(text_width(line, size) / 2, max(abs(top + row * height), abs(top + (row + 1) * height)))
        <= radius - MARGIN
        for row, line in enumerate(lines)
    )
