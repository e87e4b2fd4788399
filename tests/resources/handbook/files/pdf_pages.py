"""A laid out PDF read for a test: what stands on its pages, and what is in its bytes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

from weasyprint import Document


def boxes(page: Any) -> Iterator[Any]:
    """Everything on a page, its margins included, in reading order."""
    yield from page._page_box.descendants()


def words(box: Any) -> str:
    """The text of a box, with single spaces."""
    texts = [each.text for each in (box, *box.descendants()) if hasattr(each, "text")]
    return " ".join(" ".join(texts).split())


def page_words(page: Any) -> str:
    return words(page._page_box)


def footer_words(page: Any) -> str:
    found = [
        words(box) for box in page._page_box.children if getattr(box, "at_keyword", "").startswith("@bottom")
    ]
    return " | ".join(text for text in found if text)


def top_words(page: Any) -> str:
    return " ".join(
        words(box) for box in page._page_box.children if getattr(box, "at_keyword", "") == "@top-left"
    )


def elements(page: Any, tag: str) -> list[Any]:
    """One box for each element, although a table or a link may have several."""
    found = {}
    for box in boxes(page):
        if box.element_tag == tag and box.element is not None:
            found.setdefault(id(box.element), box)
    return list(found.values())


def all_words(document: Document) -> str:
    return " ".join(page_words(page) for page in document.pages)


def bookmarks(document: Document) -> list[tuple[str, int, list]]:
    """(label, page number, those within) of each."""

    def listed(tree: list) -> list:
        return [(label, place[0] + 1, listed(within)) for label, place, within, _state in tree]

    return listed(document.make_bookmark_tree())


def outer_links(document: Document) -> set[str]:
    return {link[1] for page in document.pages for link in page.links if link[0] == "external"}


def contents_lines(document: Document) -> dict[str, tuple[str, int]]:
    """What the contents say: words and page number by the anchor that a line leads to."""
    found = {}
    for box in elements(document.pages[1], "a"):
        title, number = re.fullmatch(r"(.*?)[ .]*?(\d+)", words(box)).groups()
        found[box.element.get("href").removeprefix("#")] = (title.rstrip(" ."), int(number))
    return found


def pages_of_anchors(document: Document) -> dict[str, int]:
    return {name: number for number, page in enumerate(document.pages, start=1) for name in page.anchors}


def unpacked(file: bytes) -> bytes:
    """The bytes with their compressed streams laid open."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", file, re.DOTALL)
    return file + b"\n".join(_inflated(stream) for stream in streams)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream
