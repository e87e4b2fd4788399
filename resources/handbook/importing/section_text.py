"""The text of a section between Word and its blocks: pictures stay those of the site."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag

from resources.handbook.importing.own_addresses import OwnAddresses
from resources.handbook.importing.sameness import essence, plain
from resources.handbook.markup import as_html, tidied

Raw = dict[str, Any]


def alternatives(html: str) -> Counter[str]:
    """The pictures of a text by their alternative texts."""
    pictures = BeautifulSoup(html, "html.parser").find_all("img") if "<img" in html else []
    return Counter(plain(picture.get("alt", "")) for picture in pictures)


def without_other_pictures(html: str, others: Counter[str]) -> tuple[str, list[str]]:
    """The text with only the pictures that `others` has, too, and the sources of those left out."""
    if "<img" not in html:
        return html, []
    soup = BeautifulSoup(html, "html.parser")
    left, gone = Counter(others), []
    for picture in soup.find_all("img"):
        alt = plain(picture.get("alt", ""))
        if left[alt]:
            left[alt] -= 1
            continue
        gone.append(picture.get("src", ""))
        figure = picture.find_parent("figure")
        (figure or picture).decompose()
    return tidied(str(soup)), gone


def without_lone_captions(html: str, held_html: str) -> str:
    """A file that was written without a picture still has its caption, as a paragraph like any other."""
    missing = alternatives(held_html) - alternatives(html)
    captions = {
        plain(figure.get_text())
        for figure in BeautifulSoup(held_html, "html.parser").find_all("figure")
        if missing[plain(figure.img.get("alt", "")) if figure.img else ""]
    }
    if not captions:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for paragraph in soup.find_all("p", recursive=False):
        if plain(paragraph.get_text()) in captions:
            paragraph.decompose()
    return as_html(soup)


@dataclass
class _Held:
    """A block of the site with what it says; texts in a row are one."""

    kind: str
    raws: list[Raw]
    says: Any
    caption: str = ""
    description: list = field(default_factory=list)


def section_body(html: str, raw_body: list[Raw], shown: list[str], own: OwnAddresses) -> list[Raw]:
    """The blocks for a text of the file. `shown` has the HTML of each block of `raw_body`, as exported.

    What says the same keeps its block, and with it links to our own pages and documents.
    """
    held = _held_blocks(raw_body, shown)
    blocks: list[Raw] = []
    there = alternatives(html)
    absent = [block for block in held if block and block.kind == "image" and not there[block.says or ""]]
    description: list = []
    for kind, element in _pieces(html):
        if kind == "image":
            block = _take(held, "image", plain(element.find("img").get("alt", "")))
            if block:
                blocks.append(_captioned(block, element))
                description = list(block.description)
            continue
        said, description = description, []
        said += [each for block in absent for each in block.description]
        if kind == "heading":
            words = plain(element.get_text())
            block = _take(held, "heading", words)
            blocks += block.raws if block else [_new("heading", words)]
            continue
        elements = [each for each in element if not _is_said(each, said)]
        text = "".join(str(each) for each in elements)
        if not text:
            continue
        block = _take(held, "text", essence(text))
        blocks += block.raws if block else [_new("text", own.stored(tidied(text)))]
    # A picture that the file lacks stays where it was: nothing is taken away without being told to.
    for place, block in enumerate(held):
        if block and block.kind == "image":
            blocks[min(place, len(blocks)) : min(place, len(blocks))] = block.raws
    return blocks


def _pieces(html: str) -> list[tuple[str, Any]]:
    """Headings, pictures, and between them lists of elements that make one text."""
    pieces: list[tuple[str, Any]] = []
    for element in list(BeautifulSoup(html, "html.parser").children):
        if not isinstance(element, Tag):
            if not str(element).strip():
                continue
            element = BeautifulSoup(f"<p>{element}</p>", "html.parser").p
        if element.name in {"h3", "h4"}:
            pieces.append(("heading", element))
            continue
        pictures = [element] if element.name == "figure" else element.find_all("img")
        holders = []
        for picture in pictures:
            holder = picture.extract()
            if holder.name == "img":
                figure = BeautifulSoup("<figure></figure>", "html.parser").figure
                figure.append(holder)
                holder = figure
            holders.append(holder)
        if element.name != "figure" and element.get_text(strip=True):
            if pieces and pieces[-1][0] == "text":
                pieces[-1][1].append(element)
            else:
                pieces.append(("text", [element]))
        pieces += [("image", holder) for holder in holders if holder.find("img")]
    return pieces


def _held_blocks(raw_body: list[Raw], shown: list[str]) -> list[_Held | None]:
    blocks: list[_Held | None] = []
    texts: list[str] = []
    for raw, html in zip(raw_body, shown, strict=True):
        if raw["type"] == "heading":
            blocks.append(_Held("heading", [raw], plain(raw["value"])))
        elif raw["type"] == "image":
            soup = BeautifulSoup(html, "html.parser")
            picture, figure = soup.find("img"), soup.find("figure")
            caption = plain(raw["value"].get("caption", ""))
            if figure:
                figure.extract()
            alt = plain(picture.get("alt", "")) if picture else None
            blocks.append(_Held("image", [raw], alt, caption, list(essence(str(soup)))))
        elif blocks and blocks[-1].kind == "text":
            texts.append(html)
            blocks[-1].raws.append(raw)
            blocks[-1].says = essence("".join(texts))
        else:
            texts = [html]
            blocks.append(_Held("text", [raw], essence(html)))
    return blocks


def _take(held: list[_Held | None], kind: str, says: Any) -> _Held | None:
    for place, block in enumerate(held):
        if block and block.kind == kind and block.says == says:
            held[place] = None
            return block
    return None


def _captioned(block: _Held, figure: Tag) -> Raw:
    caption = figure.find("figcaption")
    words = plain(caption.get_text()) if caption else ""
    raw = block.raws[0]
    return raw if words == block.caption else {**raw, "value": {**raw["value"], "caption": words[:250]}}


def _is_said(element: Tag, description: list) -> bool:
    """It is part of the long description of the picture before, which has a place of its own."""
    says = list(essence(str(element)))
    if says and all(block in description for block in says):
        for block in says:
            description.remove(block)
        return True
    return False


def _new(kind: str, value: Any) -> Raw:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}
