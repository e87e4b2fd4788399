"""When two names or two texts say the same: what Word, or a trip through it, may alter does not count."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
QUOTES = dict.fromkeys(map(ord, "‘’ʼ´`"), "'") | dict.fromkeys(map(ord, "“”„"), '"')
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), None)
NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})*(?:[.)]\s*|\s+)(?=\D)")
# Pages and files name the size of a document after a link to it; people who write in Word do not.
FILE_NOTE = re.compile(r" \([A-Z0-9]{2,5}, [\d.,]+\s(?:bytes?|KB|MB|GB)\)$")
LOOKS = {"b": "b", "strong": "b", "i": "i", "em": "i", "sup": "sup"}
HEADINGS = {"h2", "h3", "h4"}


def plain(words: str) -> str:
    """In one line with single spaces."""
    return " ".join(unicodedata.normalize("NFC", words).translate(UNSEEN).split())


def name_key(name: str) -> str:
    """The same for names that differ in letter case, spaces, dashes, quotation marks or a full stop."""
    words = plain(unicodedata.normalize("NFKC", name)).translate(QUOTES).casefold()
    return DASHES.sub("-", words).rstrip(" .:")


def unnumbered(heading: str) -> str:
    """Without a number that was typed in front of it."""
    return NUMBER.sub("", heading, count=1) or heading


def heading_key(heading: str) -> str:
    return name_key(unnumbered(heading))


def says_the_same(old: str, new: str) -> bool:
    """Capitals throughout, dashes and quotation marks are a matter of looks, other capitals are not."""
    if name_key(old) != name_key(new):
        return False
    if new.isupper():
        return True
    before, after = (DASHES.sub("-", plain(words).translate(QUOTES)).rstrip(" .:") for words in (old, new))
    return before == after


def address_key(url: str) -> str:
    return url.strip().replace(" ", "%20")


def without_file_note(words: str) -> str:
    return FILE_NOTE.sub("", words)


class Token(NamedTuple):
    """A word, or a part of one that looks alike."""

    text: str
    looks: frozenset[str]
    url: str
    follows_space: bool


def essence(html: str) -> tuple[tuple[str, tuple[Token, ...]], ...]:
    """Blocks with their words, looks and links; equal where a reader would see no difference."""
    walk = _Walk()
    walk.container(BeautifulSoup(html, "html.parser"), "p")
    return tuple(walk.blocks)


class _Walk:
    def __init__(self) -> None:
        self.blocks: list[tuple[str, tuple[Token, ...]]] = []

    def container(self, container: Tag, kind: str) -> None:
        loose: list[Tag | NavigableString] = []

        def finish() -> None:
            if tokens := _tokens(loose):
                self.blocks.append((kind, tokens))
            loose.clear()

        for child in container.children:
            if isinstance(child, PreformattedString):
                continue
            if isinstance(child, NavigableString) or child.name in {"a", "br", "span", *LOOKS}:
                loose.append(child)
                continue
            finish()
            self._block(child, kind)
        finish()

    def _block(self, element: Tag, kind: str) -> None:
        if element.name == "img":
            self.blocks.append((f"img {plain(element.get('alt', ''))}", ()))
        elif element.name in {"ul", "ol"}:
            depth = kind.count("-")
            for place, item in enumerate(element.find_all("li", recursive=False)):
                # Two numbered lists in a row are two; Word knows no such border between lists with dots.
                start = " start" if element.name == "ol" and not place else ""
                self.container(item, f"{'-' * (depth + 1)}{element.name}{start}")
        elif element.name in HEADINGS:
            self.container(element, "heading")
        elif element.name == "figcaption":
            self.container(element, "caption")
        else:
            self.container(element, kind)


def _tokens(nodes: list[Tag | NavigableString]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    space = False
    for text, looks, url in (piece for node in nodes for piece in _pieces(node, frozenset(), "")):
        for part in re.findall(r"\n|[^\S\n]+|\S+", text):
            if part == "\n":
                tokens.append(Token("\n", frozenset(), "", False))
                space = False
            elif part.isspace():
                space = True
            else:
                last = tokens[-1] if tokens else None
                if last and not space and last.text != "\n" and (last.looks, last.url) == (looks, url):
                    tokens[-1] = last._replace(text=last.text + part)
                else:
                    after_break = not tokens or last.text == "\n"
                    tokens.append(Token(part, looks, url, space and not after_break))
                space = False
    while tokens and tokens[0].text == "\n":
        tokens.pop(0)
    while tokens and tokens[-1].text == "\n":
        tokens.pop()
    return tuple(tokens)


def _pieces(
    node: Tag | NavigableString, looks: frozenset[str], url: str
) -> list[tuple[str, frozenset[str], str]]:
    if isinstance(node, PreformattedString):
        return []
    if isinstance(node, NavigableString):
        words = unicodedata.normalize("NFC", str(node)).translate(UNSEEN).replace("\n", " ")
        return [(words, looks, url)]
    if node.name == "br":
        return [("\n", looks, url)]
    looks = looks | {LOOKS[node.name]} if node.name in LOOKS else looks
    is_link = node.name == "a" and bool(node.get("href"))
    inner_url = address_key(node["href"]) if is_link else url
    pieces = [piece for child in node.children for piece in _pieces(child, looks, inner_url)]
    if is_link and pieces:
        words, last_looks, last_url = pieces[-1]
        pieces[-1] = (without_file_note(words), last_looks, last_url)
    return pieces
