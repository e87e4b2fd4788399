"""Rich text as the blocks that Word knows: paragraphs, headings, items, pictures and captions, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from resources.handbook.files.word.runs import Run, source_text, tidy

LISTS = {"ul", "ol"}
INLINE = {"a", "b", "strong", "i", "em", "sup", "br", "img"}
BOLD, ITALIC = {"b", "strong"}, {"i", "em"}


@dataclass(frozen=True)
class Block:
    """A piece of text in the flow of the document."""

    runs: tuple[Run, ...] = ()


class Paragraph(Block):
    pass


class Caption(Block):
    pass


@dataclass(frozen=True)
class Heading(Block):
    """`level` is HTML's: 3 or 4."""

    level: int = 3


@dataclass(frozen=True)
class Item(Block):
    """`depth` starts at 0, `list` tells lists apart, `continues` says it goes on with an item."""

    depth: int = 0
    ordered: bool = False
    list: int = 0
    continues: bool = False


@dataclass(frozen=True)
class Picture(Block):
    source: str = ""
    alternative: str = ""


def blocks(html: str) -> list[Block]:
    """The blocks of a passage; those without words are left out."""
    soup = BeautifulSoup(html, "html.parser")
    return [block for block in _Walk().of(soup, Paragraph()) if block.runs or isinstance(block, Picture)]


class _Walk:
    """One walk through a passage. It counts the lists, so that each can be numbered by itself."""

    def __init__(self) -> None:
        self.lists = 0

    def of(self, container: Tag, frame: Block) -> Iterator[Block]:
        """The blocks in a container; words that stand in it loosely become a block like `frame`."""
        loose: list[Run | Picture] = []
        for child in container.children:
            if isinstance(child, NavigableString) or child.name in INLINE:
                loose.extend(_inline(child, Run("")))
                continue
            kept = list(_split(loose, frame))
            yield from kept
            frame = _after(frame, kept)
            loose = []
            if isinstance(child, Tag):
                inner = list(self._block(child, frame))
                yield from inner
                frame = _after(frame, inner)
        yield from _split(loose, frame)

    def _block(self, child: Tag, frame: Block) -> Iterator[Block]:
        if child.name in LISTS:
            yield from self._list(child, frame.depth + 1 if isinstance(frame, Item) else 0)
        elif child.name in {"h3", "h4"}:
            yield from self.of(child, Heading(level=int(child.name[1])))
        elif child.name == "figcaption":
            yield from self.of(child, Caption())
        else:
            yield from self.of(child, frame)

    def _list(self, list_: Tag, depth: int) -> Iterator[Block]:
        self.lists += 1
        frame = Item(depth=depth, ordered=list_.name == "ol", list=self.lists)
        for item in list_.find_all("li", recursive=False):
            yield from self.of(item, frame)


def _after(frame: Block, written: list[Block]) -> Block:
    """What follows the first block of an item belongs to the same item."""
    if isinstance(frame, Item) and any(block.runs for block in written):
        return replace(frame, continues=True)
    return frame


def _split(pieces: list[Run | Picture], frame: Block) -> Iterator[Block]:
    """Words on either side of a picture are blocks of their own."""
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, Picture):
            yield from _filled(runs, frame)
            yield piece
            runs = []
        else:
            runs.append(piece)
    yield from _filled(runs, frame)


def _filled(runs: list[Run], frame: Block) -> Iterator[Block]:
    if words := tidy(runs):
        yield replace(frame, runs=tuple(words))


def _inline(node: Tag | NavigableString, look: Run) -> Iterator[Run | Picture]:
    if isinstance(node, PreformattedString):  # a comment and the like: nothing to read
        return
    if isinstance(node, NavigableString):
        yield replace(look, words=source_text(str(node)))
    elif node.name == "br":
        yield replace(look, words="\n")
    elif node.name == "img":
        yield Picture(source=str(node.get("src", "")), alternative=str(node.get("alt", "")))
    else:
        look = _look_inside(node, look)
        for child in node.children:
            yield from _inline(child, look)


def _look_inside(node: Tag, look: Run) -> Run:
    if node.name in BOLD:
        return replace(look, bold=True)
    if node.name in ITALIC:
        return replace(look, italic=True)
    if node.name == "sup":
        return replace(look, raised=True)
    if node.name == "a":
        return replace(look, url=str(node.get("href", "")).strip())
    return look
