"""How wide words are in the site's bold letters, and how they break into lines.

A drawing on the server cannot ask a browser, so each width is rounded up to its class: text that
fits by this measure fits on the page.
"""

from collections.abc import Callable

NARROW = frozenset(" !'()[]|.,:;-/Ifijlrtìí’‘ÌÍ")
WIDE = frozenset("mwMW@%&—…")
LINE_HEIGHT = 1.2


def letter_width(letter: str) -> float:
    """The width of one letter as a part of the font size."""
    if letter in NARROW:
        return 0.4
    if letter in WIDE:
        return 0.9
    if letter.isupper():
        return 0.72
    return 0.62 if letter.isascii() or letter.isalpha() else 1.0


def text_width(text: str, size: float) -> float:
    return size * sum(letter_width(letter) for letter in text)


def wrap(text: str, width: float, size: float) -> list[str] | None:
    """The text in as few lines as the width allows; nothing when a single word is too wide."""
    lines: list[str] = []
    for word in text.split():
        if text_width(word, size) > width:
            return None
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def largest_fit(
    text: str, sizes: list[float], widths: list[float], fits: Callable[[list[str], float], bool]
) -> tuple[list[str], float] | None:
    """The biggest letters, and the lines at that size, for which `fits` is content."""
    for size in sizes:
        for width in widths:
            lines = wrap(text, width, size)
            if lines and fits(lines, size):
                return lines, size
    return None
