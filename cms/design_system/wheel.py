"""The geometry of a wheel of named parts: equal segments around a centre, with words that stay inside."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cms.design_system.lettering import LINE_HEIGHT, largest_fit, text_width

SIZE = 480.0
MIDDLE = SIZE / 2
OUTER = 236.0
INNER = 88.0
MARGIN = 4.0
NAME_SIZES = [20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0]
LINE_WIDTHS = [width * 1.0 for width in range(150, 40, -10)]
TONES = 3


@dataclass(frozen=True)
class Line:
    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Segment:
    """One part: its outline as an SVG path, its number, and its name where the name fits."""

    number: int
    path: str
    tone: int
    x: float
    y: float
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Wheel:
    segments: tuple[Segment, ...]
    centre: tuple[Line, ...]
    name_size: float
    centre_size: float


def draw_wheel(centre: str, names: Sequence[str]) -> Wheel:
    """All names are set in one size, the largest that suits each of them.

    A name for which even the smallest is too large is left to its number: the list beside the drawing
    has the name under the same number.
    """
    count = len(names)
    sizes = [size for index, name in enumerate(names) if (size := _size_for(name, index, count))]
    name_size = min(sizes, default=NAME_SIZES[-1])
    segments = tuple(_segment(name, index, count, name_size) for index, name in enumerate(names))
    middle, centre_size = _centre_lines(centre)
    return Wheel(segments, middle, name_size, centre_size)


def angles(index: int, count: int) -> tuple[float, float]:
    """Where a segment begins and ends, in radians clockwise from the top."""
    return 2 * math.pi * index / count, 2 * math.pi * (index + 1) / count


def point(radius: float, angle: float) -> tuple[float, float]:
    return MIDDLE + radius * math.sin(angle), MIDDLE - radius * math.cos(angle)


def is_inside(left: float, top: float, right: float, bottom: float, index: int, count: int) -> bool:
    """Whether a box keeps its distance from every edge of a segment."""
    nearest = math.hypot(_toward_middle(left, right), _toward_middle(top, bottom))
    corners = [(x - MIDDLE, y - MIDDLE) for x in (left, right) for y in (top, bottom)]
    if nearest < INNER + MARGIN or any(math.hypot(x, y) > OUTER - MARGIN for x, y in corners):
        return False
    if count == 1:
        return True
    start, end = angles(index, count)
    # Distance from the two straight edges; positive on the side where the segment lies.
    return all(
        x * math.cos(start) + y * math.sin(start) >= MARGIN
        and -x * math.cos(end) - y * math.sin(end) >= MARGIN
        for x, y in corners
    )


def _toward_middle(low: float, high: float) -> float:
    """The distance of an interval from the middle along one axis."""
    return max(low - MIDDLE, MIDDLE - high, 0.0)


def _place(index: int, count: int) -> tuple[float, float]:
    """Where the words of a segment are centred."""
    start, end = angles(index, count)
    # In narrow segments there is more room further out.
    share = 0.5 if count <= 4 else 0.56
    return point(INNER + (OUTER - INNER) * share, (start + end) / 2)


def _boxes(lines: Sequence[str], size: float, x: float, y: float) -> list[tuple[float, float, float, float]]:
    """The number stands above the name, so the block has one line more."""
    height = size * LINE_HEIGHT
    top = y - height * (len(lines) + 1) / 2
    widths = [size * 1.3, *(text_width(line, size) for line in lines)]
    return [
        (x - width / 2, top + row * height, x + width / 2, top + (row + 1) * height)
        for row, width in enumerate(widths)
    ]


def _size_for(name: str, index: int, count: int) -> float | None:
    fit = largest_fit(name, NAME_SIZES, LINE_WIDTHS, lambda lines, size: _fits(lines, size, index, count))
    return fit[1] if fit else None


def _fits(lines: Sequence[str], size: float, index: int, count: int) -> bool:
    x, y = _place(index, count)
    return all(is_inside(*box, index, count) for box in _boxes(lines, size, x, y))


def _segment(name: str, index: int, count: int, size: float) -> Segment:
    x, y = _place(index, count)
    fit = largest_fit(name, [size], LINE_WIDTHS, lambda lines, size: _fits(lines, size, index, count))
    rows = [str(index + 1), *(fit[0] if fit else [])]
    height = size * LINE_HEIGHT
    first = y - height * len(rows) / 2 + height * 0.78  # from the top of a line to its foot
    lines = tuple(Line(text, round(x, 1), round(first + row * height, 1)) for row, text in enumerate(rows))
    # Neighbours differ also where the last meets the first.
    tone = 1 if count % TONES == 1 and count > 1 and index == count - 1 else index % TONES
    return Segment(index + 1, _outline(index, count), tone, round(x, 1), round(y, 1), lines)


def _outline(index: int, count: int) -> str:
    start, end = angles(index, count)
    if count == 1:
        # An arc that ends where it began is not drawn; two halves are.
        half = math.pi
        return f"{_ring(0, half)} {_ring(half, 2 * half)}"
    return _ring(start, end)


def _ring(start: float, end: float) -> str:
    large = int(end - start > math.pi)
    (ax, ay), (bx, by) = point(OUTER, start), point(OUTER, end)
    (cx, cy), (dx, dy) = point(INNER, end), point(INNER, start)
    return (
        f"M{ax:.1f} {ay:.1f}A{OUTER:g} {OUTER:g} 0 {large} 1 {bx:.1f} {by:.1f}"
        f"L{cx:.1f} {cy:.1f}A{INNER:g} {INNER:g} 0 {large} 0 {dx:.1f} {dy:.1f}Z"
    )


def _centre_lines(text: str) -> tuple[tuple[Line, ...], float]:
    """The words in the middle; the list carries them too, so words that do not fit are left out."""

    def fits(lines: list[str], size: float) -> bool:
        height = size * LINE_HEIGHT
        top = -height * len(lines) / 2
        edges = [(abs(top + row * height), abs(top + (row + 1) * height)) for row in range(len(lines))]
        return all(
            math.hypot(text_width(line, size) / 2, max(edge)) <= INNER - 2 * MARGIN
            for line, edge in zip(lines, edges, strict=True)
        )

    fit = largest_fit(text, [22.0, *NAME_SIZES], LINE_WIDTHS, fits)
    if not fit:
        return (), NAME_SIZES[-1]
    lines, size = fit
    height = size * LINE_HEIGHT
    first = MIDDLE - height * len(lines) / 2 + height * 0.78
    rows = tuple(Line(line, MIDDLE, round(first + row * height, 1)) for row, line in enumerate(lines))
    return rows, size
