"""The numbering of lists: dots, numbers, and a list of its own for each that counts."""

from __future__ import annotations

from resources.handbook.files.word.ooxml import Element, element, setting, style_id
from resources.handbook.files.word.styles import DEEPEST_LIST, list_indent, list_style

LEVELS = 9  # as many as Word has
DOTS, NUMBERS = 1, 2
BULLETS = ("•", "–", "▪")
COUNTS = ("decimal", "lowerLetter", "lowerRoman")


class Numbering:
    """Gives each list its number. Lists with dots share one, lists with numbers start again at 1."""

    def __init__(self, part: Element) -> None:
        self._part = part
        part[:] = [_kind(DOTS, ordered=False), _kind(NUMBERS, ordered=True)]
        for number in (DOTS, NUMBERS):
            part.append(_list(number, number))
        self._last = NUMBERS

    def new_list(self, *, ordered: bool, depth: int) -> int:
        if not ordered:
            return DOTS
        self._last += 1
        start = element("w:lvlOverride", {"w:ilvl": level(depth)}, setting("w:startOverride", 1))
        self._part.append(_list(self._last, NUMBERS, start))
        return self._last


def level(depth: int) -> int:
    return min(depth, LEVELS - 1)


def place(number: int, depth: int) -> Element:
    """The property of a paragraph that makes it an item."""
    return element("w:numPr", None, setting("w:ilvl", level(depth)), setting("w:numId", number))


def _list(number: int, kind: int, *start: Element) -> Element:
    return element("w:num", {"w:numId": number}, setting("w:abstractNumId", kind), *start)


def _kind(number: int, *, ordered: bool) -> Element:
    levels = [_level(depth, ordered=ordered) for depth in range(LEVELS)]
    several = setting("w:multiLevelType", "multilevel")
    return element("w:abstractNum", {"w:abstractNumId": number}, several, *levels)


def _level(depth: int, *, ordered: bool) -> Element:
    form = COUNTS[depth % len(COUNTS)] if ordered else "bullet"
    sign = f"%{depth + 1}." if ordered else BULLETS[depth % len(BULLETS)]
    style = (
        [setting("w:pStyle", style_id(list_style(ordered=ordered, depth=depth)))]
        if depth < DEEPEST_LIST
        else []
    )
    indent = element("w:ind", {"w:left": list_indent(depth), "w:hanging": 284})
    return element(
        "w:lvl",
        {"w:ilvl": depth},
        setting("w:start", 1),
        setting("w:numFmt", form),
        *style,
        setting("w:lvlText", sign),
        setting("w:lvlJc", "left"),
        element("w:pPr", None, indent),
    )
