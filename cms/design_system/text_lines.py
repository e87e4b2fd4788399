"""Lines of text in a drawing: broken, shortened where there is no room for all, and put in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cms.design_system.lettering import LINE_HEIGHT, text_width, wrap

FOOT = 0.78  # how far below the top of a line its letters stand, as a part of the line's height


@dataclass(frozen=True)
class Line:
    text: str
    x: float
    y: float


def shortened(text: str, width: float, size: float, most: int) -> list[str]:
    """The text in at most `most` lines, none wider than `width`; an ellipsis stands for what has no room."""
    pieces = [piece for word in text.split() for piece in _pieces(word, width, size)]
    lines = wrap(" ".join(pieces), width, size) or []
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and text_width(f"{last}…", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]


def placed(lines: Sequence[str], x: float, top: float, size: float) -> tuple[Line, ...]:
    """The lines under each other, the first beginning at `top`."""
    height = size * LINE_HEIGHT
    return tuple(
        Line(text, round(x, 1), round(top + (row + FOOT) * height, 1)) for row, text in enumerate(lines)
    )


def _pieces(word: str, width: float, size: float) -> list[str]:
    """A word too wide for a line is broken where the line ends."""
    if text_width(word, size) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
