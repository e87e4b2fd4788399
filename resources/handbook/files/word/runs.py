"""Words with one look, and how they stand in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from resources.handbook.files.word.ooxml import Element, element, setting, text

LIVE_ADDRESS = re.compile(r"(https?://|mailto:|tel:)\S", re.IGNORECASE)
# Not \s: a space that must not break stays as it is.
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SPACED_BREAK = re.compile(r" *\n *")


@dataclass(frozen=True)
class Run:
    """`words` may hold "\\n", a line break. `url` is where they lead, or "" for no link."""

    words: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    url: str = ""

    @property
    def look(self) -> tuple[bool, bool, bool, str]:
        return self.bold, self.italic, self.raised, self.url


def line(words: str, url: str = "", **look: bool) -> list[Run]:
    """One line of plain words."""
    return tidy([Run(_SPACES.sub(" ", words), url=url, **look)])


def tidy(runs: Iterable[Run]) -> list[Run]:
    """One space between words and none at the ends, as HTML shows them; runs of one look become one."""
    spaced: list[Run] = []
    open_to_space = False
    for run in runs:
        words = _SPACED_BREAK.sub("\n", re.sub(" +", " ", run.words))
        if not open_to_space:
            words = words.lstrip(" ")
        if words.startswith("\n") and spaced:
            spaced[-1] = replace(spaced[-1], words=spaced[-1].words.rstrip(" "))
        if words:
            spaced.append(replace(run, words=words))
            open_to_space = not words.endswith((" ", "\n"))
    while spaced and not (last := spaced[-1].words.rstrip(" \n")):
        spaced.pop()
    if spaced:
        spaced[-1] = replace(spaced[-1], words=last)
    groups = (
        (list(group)) for _look, group in groupby((run for run in spaced if run.words), lambda r: r.look)
    )
    return [replace(group[0], words="".join(run.words for run in group)) for group in groups]


def source_text(words: str) -> str:
    """Text of HTML: its line breaks are spaces."""
    return _SPACES.sub(" ", words)


def written(runs: Iterable[Run], relation: Callable[[str], str]) -> Iterator[Element]:
    """The runs as elements; `relation` gives the id of the relation to an address."""
    for url, group in groupby(runs, lambda run: run.url):
        # Whatever a browser or Word could run, and what leads nowhere, is left as words.
        if url and LIVE_ADDRESS.match(url):
            runs_inside = [_run(run, "Hyperlink") for run in group]
            yield element("w:hyperlink", {"r:id": relation(url), "w:history": 1}, *runs_inside)
        else:
            yield from (_run(run) for run in group)


def _run(run: Run, style: str = "") -> Element:
    look = [setting("w:rStyle", style)] if style else []
    if run.bold:
        look.append(element("w:b"))
    if run.italic:
        look.append(element("w:i"))
    if run.raised:
        look.append(setting("w:vertAlign", "superscript"))
    made = element("w:r", None, element("w:rPr", None, *look)) if look else element("w:r")
    for place, words in enumerate(run.words.split("\n")):
        if place:
            made.append(element("w:br"))
        if words:
            made.append(text("w:t", words))
    return made
