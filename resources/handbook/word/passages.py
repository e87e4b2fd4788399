"""Rich text out of paragraphs: runs become elements, list paragraphs become lists."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from resources.handbook.content import Passage
from resources.handbook.markup import tidied
from resources.handbook.word.paragraphs import Paragraph
from resources.handbook.word.runs import Piece
from resources.handbook.word.styles import ListPlace

CAPTION_STYLE = "caption"
LISTS = {"ul", "ol"}
CONTINUED = "continued"
LOOKS = (("b", "is_bold"), ("i", "is_italic"), ("sup", "is_raised"))


def passage(paragraphs: Sequence[Paragraph], section_level: int = 0) -> Passage:
    """Headings are those below `section_level`; without one (in cells) they are paragraphs."""
    parts: list[str] = []
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        if paragraph.list_place.kind in LISTS and not paragraph.is_empty:
            items = _list_at(paragraphs, index)
            parts.append(_list_html(items))
            index += len(items)
            continue
        index += 1
        if paragraph.is_empty:
            continue
        if paragraph.pictures and not paragraph.text:
            caption = ""
            if index < len(paragraphs) and paragraphs[index].style == CAPTION_STYLE:
                caption = f"<figcaption>{inline_html(paragraphs[index].pieces)}</figcaption>"
                index += 1
            parts.append(f"<figure>{inline_html(paragraph.pieces)}{caption}</figure>")
        elif section_level and paragraph.heading_level > section_level:
            name = "h3" if paragraph.heading_level == section_level + 1 else "h4"
            parts.append(f"<{name}>{escape(paragraph.text, quote=False)}</{name}>")
        else:
            parts.append(f"<p>{inline_html(paragraph.pieces)}</p>")
    return Passage(tidied("".join(parts)))


def inline_html(pieces: Sequence[Piece]) -> str:
    """Links outside, then bold, italic, raised words: in one order, so that like text gives like HTML."""
    parts = []
    for target, linked in groupby(pieces, key=lambda piece: piece.target):
        words = _looks_html(list(linked), LOOKS)
        parts.append(f'<a href="{escape(target)}">{words}</a>' if target else words)
    return "".join(parts)


def _looks_html(pieces: Sequence[Piece], looks: Sequence[tuple[str, str]]) -> str:
    if not looks:
        return "".join(_piece_html(piece) for piece in pieces)
    (name, attribute), *others = looks
    parts = []
    for has_look, alike in groupby(pieces, key=lambda piece: bool(getattr(piece, attribute))):
        words = _looks_html(list(alike), others)
        # A look on spaces alone says nothing.
        parts.append(f"<{name}>{words}</{name}>" if has_look and words.strip() else words)
    return "".join(parts)


def _piece_html(piece: Piece) -> str:
    if piece.picture:
        return f'<img src="word:{piece.picture}" alt="{escape(piece.alt)}">'
    return escape(piece.text, quote=False).replace("\n", "<br>")


def _list_at(paragraphs: Sequence[Paragraph], start: int) -> Sequence[Paragraph]:
    """The items of the list that starts here; another numbering begins another list."""
    first = paragraphs[start].list_place
    end = start + 1
    while end < len(paragraphs) and not paragraphs[end].is_empty:
        if not _goes_on(first, paragraphs[end].list_place):
            break
        end += 1
    return paragraphs[start:end]


def _goes_on(first: ListPlace, place: ListPlace) -> bool:
    if place.kind == CONTINUED:
        # Paragraphs of an outer item end the lists inside it.
        return place.depth >= first.depth
    if place.depth > first.depth:
        return bool(place.kind)
    return place.kind == first.kind and (place.kind == "ul" or place.id == first.id)


def _list_html(items: Sequence[Paragraph]) -> str:
    """A list, with the lists and further paragraphs inside its items."""
    kind, depth = items[0].list_place.kind, items[0].list_place.depth
    parts = []
    index = 0
    while index < len(items):
        start = index
        index += 1
        while index < len(items) and _is_inside(items[index], depth):
            index += 1
        parts.append(f"<li>{_item_html(items[start], items[start + 1 : index])}</li>")
    return f"<{kind}>{''.join(parts)}</{kind}>"


def _is_inside(paragraph: Paragraph, depth: int) -> bool:
    return paragraph.list_place.depth > depth or paragraph.list_place.kind == CONTINUED


def _item_html(item: Paragraph, inside: Sequence[Paragraph]) -> str:
    words = inline_html(item.pieces)
    if any(one.list_place.kind == CONTINUED for one in inside):
        words = f"<p>{words}</p>"
    while inside:
        if inside[0].list_place.kind == CONTINUED:
            words += f"<p>{inline_html(inside[0].pieces)}</p>"
            inside = inside[1:]
        else:
            taken = _list_at(inside, 0)
            words += _list_html(taken)
            inside = inside[len(taken) :]
    return words
