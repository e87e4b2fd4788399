"""The words of page bodies without their markup, for files made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Literal

from home.demo.demo_page import DemoPage
from home.demo.writing import Block

Style = Literal["title", "heading", "subheading", "paragraph", "item"]
LINK = re.compile(r"\[\[[^|\]]+\|(.+?)\]\]", re.DOTALL)
PARAGRAPH_OR_ITEM = re.compile(r"<(p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    style: Style
    text: str


def passages(title: str, pages: Iterable[DemoPage]) -> list[Passage]:
    """A title, then the bodies of pages with their titles as headings."""
    found = [Passage("title", title)]
    for page in pages:
        found.append(Passage("heading", page.title))
        for block in page.fields["body"]:
            found.extend(_of_block(block))
    return found


def _of_block(block: Block) -> Iterator[Passage]:
    kind, value = block["type"], block["value"]
    if kind == "heading":
        yield Passage("subheading", value["text"])
    elif kind == "text":
        yield from _of_html(value)
    elif kind in ("inset", "warning", "details"):
        yield from _of_html(value["text"])
    elif kind == "quotation":
        yield from _of_html(value["text"])
        yield Passage("paragraph", f"{value['attribution']}, {value['role']}")
    elif kind == "wheel":
        yield Passage("subheading", value["title"])
        yield from (Passage("item", f"{part['name']}: {part['text']}") for part in value["parts"])
    elif kind == "image":
        yield from _of_html(value["long_description"])
    elif kind.endswith("_table"):
        yield from _of_table(value)


def _of_table(value: dict[str, Any]) -> Iterator[Passage]:
    """A table as one entry a row, with the heading of its column before each cell."""
    yield Passage("subheading", value["caption"])
    headings = [column["heading"] for column in value["table"]["columns"]]
    for row in value["table"]["rows"]:
        first, *others = [_words(cell) for cell in row["values"]]
        cells = [f"{heading}: {cell}" for heading, cell in zip(headings[1:], others, strict=True)]
        yield Passage("item", f"{first}. " + "; ".join(cells))


def _of_html(html: str) -> Iterator[Passage]:
    for tag, inner in PARAGRAPH_OR_ITEM.findall(html):
        yield Passage("item" if tag == "li" else "paragraph", _words(inner))


def _words(html: str) -> str:
    spaced = re.sub(r"</li><li[^>]*>", ", ", html)
    return unescape(re.sub(r"<[^>]+>", "", LINK.sub(r"\1", spaced))).strip()
