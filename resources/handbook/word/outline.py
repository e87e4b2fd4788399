"""The parts of a document: what stands before the first heading, contents, numbered sections, annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from resources.handbook.word.dates import published_date
from resources.handbook.word.found import Place
from resources.handbook.word.paragraphs import Paragraph
from resources.handbook.word.tables import Block, Table

LONGEST_HEADING = 150
NUMBER = re.compile(r"(\d{1,2})(?:[.):]\s*|\s+)(?!\d)(?=\S)")
INNER_NUMBER = re.compile(r"\d{1,2}(\.\d{1,2})+[.)]?\s")
SECTION_WORD = re.compile(r"(?:section|part|chapter)\s+(\d{1,2})\s*[:.–—-]?\s*(?=\S)", re.IGNORECASE)
ANNEX = re.compile(r"(?:annexe?|appendix)\s+([A-Z]|\d{1,2})\b", re.IGNORECASE)
ANNEX_START = re.compile(r"(?:annexe?|appendix)\s+\w{1,2}\s*[:.–—-]?\s*", re.IGNORECASE)
CONTENTS_HEADING = re.compile(r"\bcontents:?$", re.IGNORECASE)
CONTENTS_LINE = re.compile(r"(\S.*?)\s*(?:\t|\.{3,}|…+)[\s.…_]*(\d{1,4}|[ivxl]{1,6})$")
TITLE = re.compile(r"\bhandbook$", re.IGNORECASE)
NO_HEADINGS = {
    "title",
    "subtitle",
    "caption",
    "handbook caption",
    "handbook note",
    "handbook made",
    "handbook status",
}


@dataclass(frozen=True)
class Part:
    """`heading` is without its number; `letter` is an annex's; headings inside are of level 2 and deeper."""

    kind: Literal["front", "contents", "section", "annex"]
    heading: str = ""
    number: int = 0
    letter: str = ""
    title: Paragraph | None = None
    blocks: tuple[Block, ...] = ()

    def place(self, paragraph: int = 0) -> Place:
        return Place(section=self.number, annex=self.letter, paragraph=paragraph)

    @property
    def paragraphs(self) -> list[tuple[Place, Paragraph]]:
        """Those that are not empty, or of which there is something to tell, counted from 1."""
        paragraphs = (block for block in self.blocks if isinstance(block, Paragraph))
        written = (block for block in paragraphs if block.issues or not block.is_empty)
        return [(self.place(count), paragraph) for count, paragraph in enumerate(written, start=1)]


def parts(blocks: Sequence[Block]) -> list[Part]:
    """In the order of the document; the first is the front."""
    found = [Part("front")]
    held: list[Block] = []
    sections = 0
    for block in _levelled(blocks):
        if not isinstance(block, Paragraph) or block.heading_level != 1:
            held.append(block)
            continue
        found[-1] = replace(found[-1], blocks=tuple(held))
        held = []
        words = block.text
        if not sections and CONTENTS_HEADING.search(words):
            found.append(Part("contents", words, title=block))
        elif match := ANNEX.match(words):
            heading = words[ANNEX_START.match(words).end() :]
            found.append(Part("annex", heading, letter=match[1].upper(), title=block))
        else:
            sections += 1
            found.append(Part("section", without_number(words, sections), sections, title=block))
    found[-1] = replace(found[-1], blocks=tuple(held))
    return found


def without_number(words: str, expected: int) -> str:
    """A heading without the number typed before it; a bare number must be the expected one ("5 steps")."""
    if match := SECTION_WORD.match(words):
        return words[match.end() :]
    match = NUMBER.match(words)
    if match and (not match[0].rstrip().isdigit() or int(match[1]) == expected):
        return words[match.end() :]
    return words


def heading_key(words: str) -> str:
    """What a heading and its line in the contents have in common."""
    plain = NUMBER.sub("", words.casefold(), count=1)
    return "".join(character for character in plain if character.isalnum())


def contents_words(paragraph: Paragraph) -> str:
    """The words of a line of contents that ends in the number of a page; "" for any other paragraph."""
    line = paragraph.raw.strip()
    match = CONTENTS_LINE.fullmatch(line) if len(line) <= LONGEST_HEADING else None
    return match[1] if match else ""


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """The same with levels of headings counted from the sections', by styles, numbers or looks."""
    styled = [
        block
        for block in blocks
        if isinstance(block, Paragraph) and block.heading_level and block.text and not block.is_contents
    ]
    level = _section_level(styled)
    looks = _Looks(blocks)
    levelled: list[Block] = []
    sections = 0
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.text:
            if block.heading_level and not block.is_contents:
                own = max(0, block.heading_level - level + 1)
                if own == 0 or (own == 1 and looks.is_title(block, sections)):
                    block = replace(block, style="title")
                    own = 0 if not sections else 1
            elif level:
                own = looks.level_among_styled(block, sections)
            else:
                own = looks.level(index, sections)
            own = 1 if own and ANNEX.match(block.text) else own
            sections += own == 1 and not ANNEX.match(block.text) and not CONTENTS_HEADING.search(block.text)
            block = replace(block.without_notes if own else block, heading_level=own)
        levelled.append(block)
    return levelled


def _section_level(styled: Sequence[Paragraph]) -> int:
    """The level of numbered headings and annexes, else the highest that several have; 0 without headings."""
    named = [one.heading_level for one in styled if NUMBER.match(one.text) or ANNEX.match(one.text)]
    if named:
        return min(named)
    levels = [one.heading_level for one in styled if not CONTENTS_HEADING.search(one.text)]
    several = [level for level in set(levels) if levels.count(level) > 1]
    return min(several or levels or [0])


class _Looks:
    """Tells headings by their looks, where no style does: short paragraphs in bold or in capitals."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        self._has_title = any(one.style == "title" and one.text for one in paragraphs)
        self._are_numbered = any(_stands_out(one) and _is_numbered(one) for one in paragraphs)
        dated = (
            at for at, one in enumerate(blocks) if isinstance(one, Paragraph) and published_date(one.text)
        )
        self._published_at = next(dated, -1)

    def is_title(self, paragraph: Paragraph, sections: int) -> bool:
        return not self._has_title and not sections and bool(TITLE.search(paragraph.text))

    def level_among_styled(self, paragraph: Paragraph, sections: int) -> int:
        """Besides styled headings, a bold line is one when it is an annex or goes on with the numbers."""
        if not _stands_out(paragraph):
            return 0
        match = NUMBER.match(paragraph.text)
        goes_on = match and int(match[1]) == sections + 1 and not paragraph.text.endswith((".", ";"))
        return 1 if goes_on or ANNEX.match(paragraph.text) else 0

    def level(self, index: int, sections: int) -> int:
        paragraph = self._blocks[index]
        if not isinstance(paragraph, Paragraph) or not _stands_out(paragraph):
            return 0
        if _is_numbered(paragraph) or ANNEX.match(paragraph.text) or CONTENTS_HEADING.search(paragraph.text):
            return 1
        if paragraph.text.endswith((".", ":", ";", ",")) or published_date(paragraph.text):
            return 0
        before_text = not sections and (index < self._published_at or self.is_title(paragraph, sections))
        introduces_table = isinstance(self._next(index), Table)
        if before_text or introduces_table:
            return 0
        if INNER_NUMBER.match(paragraph.text):
            return 2
        return (2 if sections else 0) if self._are_numbered else 1

    def _next(self, index: int) -> Block | None:
        for at in range(index + 1, len(self._blocks)):
            block = self._blocks[at]
            if isinstance(block, Table) or not block.is_empty:
                return block
        return None


def _is_numbered(paragraph: Paragraph) -> bool:
    return bool(NUMBER.match(paragraph.text)) or paragraph.list_place.kind == "ol"


def _stands_out(paragraph: Paragraph) -> bool:
    words = paragraph.text
    return (
        bool(words)
        and (paragraph.is_bold or (words.isupper() and len(words) > 3))
        and len(words) <= LONGEST_HEADING
        and paragraph.list_place.kind in {"", "ol"}
        and paragraph.style not in NO_HEADINGS
        and not paragraph.is_contents
        and not contents_words(paragraph)
    )
