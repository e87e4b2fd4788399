"""Paragraphs of a document, with single spaces, joined runs and links that work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from resources.handbook.content import Link
from resources.handbook.word.elements import child, value
from resources.handbook.word.links import address
from resources.handbook.word.runs import Piece, Runs
from resources.handbook.word.styles import NO_LIST, ListPlace

SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2008\u2009\u202f\u3000"), " ")
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), None)
PLAIN = SPACES | UNSEEN
RUN_OF_SPACES = re.compile(r"[ \t\r\f\v]+")
SPACED_BREAK = re.compile(r" ?\n ?")
TYPED_BULLET = re.compile(r"\s*(?:[•▪◦‣➢\uf0b7]\s*|[-–—*o·]\s*\t\s*)(?=\S)")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `raw` is its text with tabs; `heading_level` is 0 for what is styled as no heading."""

    pieces: tuple[Piece, ...] = ()
    raw: str = ""
    style: str = ""
    heading_level: int = 0
    list_place: ListPlace = NO_LIST
    is_contents: bool = False
    is_styled_bold: bool = False
    issues: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join("".join(piece.text for piece in self.pieces).split())

    @property
    def lines(self) -> list[Paragraph]:
        """Parted at line breaks, as paragraphs of their own; at least one."""
        lines: list[list[Piece]] = [[]]
        for piece in self.pieces:
            first, *others = piece.text.split("\n")
            lines[-1].append(replace(piece, text=first))
            lines.extend([replace(piece, text=words)] for words in others)
        return [replace(self, pieces=tuple(tidy(line)), issues=()) for line in lines]

    @property
    def links(self) -> list[Link]:
        """Words and address of each link."""
        links = []
        for target, group in groupby(self.pieces, key=lambda piece: piece.target):
            words = "".join(piece.text for piece in group)
            if target is not None:
                links.append(Link(" ".join(words.split()), target))
        return links

    @property
    def pictures(self) -> list[int]:
        return [piece.picture for piece in self.pieces if piece.picture]

    @property
    def is_empty(self) -> bool:
        return not self.text and not self.pictures

    @property
    def is_bold(self) -> bool:
        """All its words stand out."""
        words = [piece for piece in self.pieces if piece.text.strip()]
        return bool(words) and (self.is_styled_bold or all(piece.is_bold for piece in words))

    @property
    def is_italic(self) -> bool:
        words = [piece for piece in self.pieces if piece.text.strip()]
        return bool(words) and all(piece.is_italic for piece in words)

    @property
    def without_notes(self) -> Paragraph:
        """For names, titles and dates, which a footnote would change."""
        if not any(piece.is_note for piece in self.pieces):
            return self
        return replace(self, pieces=tuple(tidy(piece for piece in self.pieces if not piece.is_note)))

    @property
    def without_pictures(self) -> Paragraph:
        if not self.pictures:
            return self
        return replace(self, pieces=tuple(tidy(piece for piece in self.pieces if not piece.picture)))

    def without_start(self, length: int) -> Paragraph:
        """Without its first characters, and spaces after them."""
        pieces = []
        for piece in self.pieces:
            taken = min(length, len(piece.text))
            length -= taken
            pieces.append(replace(piece, text=piece.text[taken:]))
        return replace(self, pieces=tuple(tidy(pieces)))

    def continued_by(self, other: Paragraph) -> Paragraph:
        """Both as one, where a tracked change took the mark between them away."""
        keeper = self if other.is_empty else other
        raw = self.raw + other.raw
        # Pieces have no spaces at their ends, where the words may be parted.
        is_parted = self.raw[-1:].isspace() or other.raw[:1].isspace()
        between = [Piece(" ")] if is_parted else []
        return replace(
            keeper,
            pieces=tuple(tidy([*self.pieces, *between, *other.pieces])),
            raw=raw,
            issues=(*self.issues, *other.issues),
        )


def read_paragraph(element: Element, runs: Runs) -> Paragraph:
    """A w:p as a paragraph."""
    properties = child(element, "w:pPr")
    style_id = value(properties, "w:pStyle")
    level = runs.styles.heading_level(properties)
    runs.fields.start_paragraph(is_heading=level > 0)
    is_contents = runs.fields.is_contents
    pieces, issues = runs.pieces(element)
    is_contents = is_contents or runs.fields.is_contents or runs.styles.name(style_id).startswith("toc ")
    pieces = [replace(piece, text=piece.text.translate(PLAIN)) for piece in pieces]
    paragraph = Paragraph(
        pieces=tuple(tidy(pieces)),
        raw="".join(piece.text for piece in pieces),
        style=runs.styles.name(style_id),
        heading_level=level,
        list_place=runs.styles.list_place(properties),
        is_contents=is_contents,
        is_styled_bold=runs.styles.look(style_id).is_bold,
        issues=tuple(issues),
    )
    return _with_typed_bullet(_with_addresses(paragraph))


def has_deleted_mark(element: Element) -> bool:
    """A tracked change took the end of the paragraph away."""
    mark = child(element, "w:pPr", "w:rPr")
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _with_addresses(paragraph: Paragraph) -> Paragraph:
    """Only links that readers can follow; of the others the words stay, and it is told."""
    issues = [
        _("The link “%(words)s” leads to “%(target)s”, which is no web address. Only its words were kept.")
        % {"words": link.title, "target": link.url}
        if link.url
        else _("The link “%s” leads nowhere. Only its words were kept.") % link.title
        for link in paragraph.links
        if link.title and not address(link.url)
    ]
    pieces = [
        replace(piece, target=address(piece.target or "") or None) if piece.target is not None else piece
        for piece in paragraph.pieces
    ]
    return replace(paragraph, pieces=tuple(tidy(pieces)), issues=(*paragraph.issues, *issues))


def _with_typed_bullet(paragraph: Paragraph) -> Paragraph:
    """An item whose bullet was typed is an item; a dash counts when a tab follows, as in a hand-made list."""
    match = TYPED_BULLET.match(paragraph.raw)
    if paragraph.list_place.kind or paragraph.heading_level or not match:
        return paragraph
    return replace(paragraph.without_start(1), list_place=ListPlace("ul", "typed"))


def tidy(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one look joined, single spaces, none at the ends of the paragraph or of a line."""
    spaced: list[Piece] = []
    before = "\n"
    for piece in pieces:
        words = RUN_OF_SPACES.sub(" ", piece.text)
        if before in {" ", "\n"}:
            words = words.lstrip(" ")
        words = SPACED_BREAK.sub("\n", words)
        if words.startswith("\n") and before == " " and spaced:
            spaced[-1] = replace(spaced[-1], text=spaced[-1].text.rstrip(" "))
        if words or piece.picture:
            spaced.append(replace(piece, text=words))
            before = words[-1:] if words else ""
    return _joined(_stripped(spaced))


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Pictures stay alone."""
    joined = []
    for look, group in groupby(pieces, key=lambda piece: replace(piece, text="")):
        alike = list(group)
        if look.picture:
            joined.extend(alike)
        elif words := "".join(piece.text for piece in alike):
            joined.append(replace(look, text=words))
    return joined


def _stripped(pieces: list[Piece]) -> list[Piece]:
    while pieces and not pieces[-1].picture:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
        if pieces[-1].text:
            break
        pieces.pop()
    start = 0
    while start < len(pieces) and not pieces[start].picture:
        pieces[start] = replace(pieces[start], text=pieces[start].text.lstrip())
        if pieces[start].text:
            break
        start += 1
    return pieces[start:]
