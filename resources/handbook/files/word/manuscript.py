"""The Word document while it is written: links, lists, headings and pictures are numbered through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from resources.handbook.content import Passage
from resources.handbook.files.word import blocks, numbering
from resources.handbook.files.word.ooxml import Element, clean, element, paragraph
from resources.handbook.files.word.picture import Pictures
from resources.handbook.files.word.runs import Run, line, tidy, written
from resources.handbook.files.word.styles import MADE, NOTE, continued_style, list_style


@dataclass(frozen=True)
class Heading:
    """A line of the contents; `anchor` is the name that the handbook's page uses for the same place."""

    level: int
    words: str
    bookmark: str
    anchor: str


class Manuscript:
    """Makes the paragraphs of one document."""

    def __init__(self, document: Document, pictures: Mapping[str, bytes]) -> None:
        self.document = document
        self.headings: list[Heading] = []
        self._pictures = Pictures(document, pictures)
        self._numbering = numbering.Numbering(document.part.numbering_part.element)
        self._relations: dict[str, str] = {}
        self._anchor = ""
        self._parts = 0
        self._is_drawn = True

    def relation(self, url: str) -> str:
        """The id of the relation to an address outside."""
        url = clean(url)
        if url not in self._relations:
            made = self.document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            self._relations[url] = made
        return self._relations[url]

    def paragraph(self, style: str, runs: Iterable[Run], *properties: Element) -> Element:
        return paragraph(style, written(runs, self.relation), *properties)

    def line(self, words: str, style: str = "", url: str = "", **look: bool) -> Element:
        """A paragraph of plain words."""
        return self.paragraph(style, line(words, url, **look))

    def item(self, words: str, style: str, depth: int = 0) -> Element:
        """A paragraph of a list with dots."""
        dot = numbering.place(numbering.DOTS, depth)
        return self.paragraph(style, line(words), dot)

    def chapter(self, words: str, anchor: str) -> Element:
        """A heading of the first level; those below it have anchors that start with its own."""
        self._anchor, self._parts = anchor, 0
        return self._heading(line(words), 1, anchor)

    def _heading(self, runs: Iterable[Run], level: int, anchor: str) -> Element:
        number = len(self.headings) + 1
        # Word takes bookmarks that start with "_Toc" for its own and hides them.
        name = f"_Toc{number:08d}"
        shown = tuple(runs)
        self.headings.append(Heading(level, "".join(run.words for run in shown), name, anchor))
        start = element("w:bookmarkStart", {"w:id": number, "w:name": name})
        end = element("w:bookmarkEnd", {"w:id": number})
        return paragraph(f"Heading {level}", [start, *written(shown, self.relation), end])

    def passage(self, passage: Passage) -> Iterator[Element]:
        """Rich text in the flow of the document."""
        lists: dict[int, int] = {}
        has_second_level = False
        for block in blocks.blocks(passage.html):
            if isinstance(block, blocks.Heading):
                # A heading of the third level without one of the second above it would skip a level.
                level = 3 if block.level > 3 and has_second_level else 2
                has_second_level = True
                self._parts += 1
                yield self._heading(block.runs, level, f"{self._anchor}-{self._parts}")
            else:
                yield from self._block(block, lists)

    def cell(self, passage: Passage) -> list[Element]:
        """Rich text in a cell, which has no headings: the contents would list them."""
        lists: dict[int, int] = {}
        made: list[Element] = []
        for block in blocks.blocks(passage.html):
            if isinstance(block, blocks.Heading):
                made.append(self.paragraph("", [replace(run, bold=True) for run in block.runs]))
            else:
                made.extend(self._block(block, lists))
        return made

    def _block(self, block: blocks.Block, lists: dict[int, int]) -> Iterator[Element]:
        if isinstance(block, blocks.Item):
            yield self._item(block, lists)
        elif isinstance(block, blocks.Picture):
            yield from self._picture(block)
        elif isinstance(block, blocks.Caption):
            yield self.paragraph("Caption" if self._is_drawn else MADE, block.runs)
        else:
            yield self.paragraph("", block.runs)

    def _item(self, block: blocks.Item, lists: dict[int, int], style: str = "") -> Element:
        if block.continues:
            return self.paragraph(style or continued_style(block.depth), block.runs)
        if block.list not in lists:
            lists[block.list] = self._numbering.new_list(ordered=block.ordered, depth=block.depth)
        place = numbering.place(lists[block.list], block.depth)
        style = style or list_style(ordered=block.ordered, depth=block.depth)
        return self.paragraph(style, block.runs, place)

    def note(self, mark: str, text: Passage) -> Iterator[Element]:
        """A note below a table. Its mark stands before the first words, as the table's mark points to it."""
        lists: dict[int, int] = {}
        start = [Run(f"{mark} ")]
        for block in blocks.blocks(text.html):
            if isinstance(block, blocks.Item) and not start:
                yield self._item(block, lists, NOTE)
            else:
                yield self.paragraph(NOTE, tidy([*start, *block.runs]))
            start = []

    def _picture(self, block: blocks.Picture) -> Iterator[Element]:
        drawing = self._pictures.drawing(block.source, block.alternative)
        self._is_drawn = drawing is not None
        if drawing is not None:
            yield paragraph("", [element("w:r", None, drawing)], element("w:keepNext"))  # with its caption
        elif block.alternative:
            yield self.line(block.alternative, MADE)
