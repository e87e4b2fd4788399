"""What is different between two passages of rich text: their words, links, pictures or only their form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bs4 import BeautifulSoup

from resources.handbook.content import Passage
from resources.handbook.markup import BLOCKS, as_html, tidied

Pictures = Mapping[str, str]  # name -> SHA-256

SPACES = re.compile(r"\s+")
AROUND_BLOCKS = re.compile(rf"\s*(</?(?:{'|'.join(sorted(BLOCKS))}|br)\b[^>]*>)\s*")


@dataclass(frozen=True)
class LinkChange:
    """Words of a link and where they led and lead; "" where there was or is no such link."""

    words: str
    old: str
    new: str


@dataclass(frozen=True)
class PassageChange:
    """True where a reader would see any of it."""

    is_of_words: bool
    links: tuple[LinkChange, ...]
    is_of_form: bool
    is_of_pictures: bool

    def __bool__(self) -> bool:
        return self.is_of_words or bool(self.links) or self.is_of_form or self.is_of_pictures


def compare_passages(
    old: Passage, new: Passage, old_pictures: Pictures, new_pictures: Pictures
) -> PassageChange:
    """The form counts only while the words are the same; addresses of pictures never do."""
    if old == new:
        return PassageChange(False, (), False, False)
    before, after = (BeautifulSoup(tidied(each.html), "html.parser") for each in (old, new))
    links = _link_changes(_links(before), _links(after))
    is_of_words = old.text != new.text
    is_of_pictures = _are_others(_hashes(before, old_pictures), _hashes(after, new_pictures))
    addressed = _form(before) != _form(after)
    for link in (*before.find_all("a"), *after.find_all("a")):
        link.attrs = {}
    # Links with the same words may have changed places: then only the addresses in the form tell.
    is_of_form = not is_of_words and (addressed if not links else _form(before) != _form(after))
    return PassageChange(is_of_words, links, is_of_form, is_of_pictures)


def _links(soup: BeautifulSoup) -> Counter[tuple[str, str]]:
    """(words, address), as often as they stand there."""
    return Counter(
        (SPACES.sub(" ", link.get_text()).strip(), link.get("href", "")) for link in soup.find_all("a")
    )


def _link_changes(old: Counter[tuple[str, str]], new: Counter[tuple[str, str]]) -> tuple[LinkChange, ...]:
    gone, come = list((old - new).elements()), list((new - old).elements())
    changes = []
    for words, address in list(gone):
        other = next((each for each in come if each[0] == words), None)
        if other:
            changes.append(LinkChange(words, address, other[1]))
            gone.remove((words, address))
            come.remove(other)
    # Where other words lead to the same address, the words tell it.
    for words, address in list(gone):
        other = next((each for each in come if each[1] == address), None)
        if other:
            gone.remove((words, address))
            come.remove(other)
    changes += [LinkChange(words, address, "") for words, address in gone]
    changes += [LinkChange(words, "", address) for words, address in come]
    return tuple(changes)


def _hashes(soup: BeautifulSoup, pictures: Pictures) -> list[str | None]:
    """What each picture is; None for one that was not kept, so that nobody can tell."""
    sources = [picture.get("src", "") for picture in soup.find_all("img")]
    return [
        next((hash_ for name, hash_ in pictures.items() if f"/{source}".endswith(f"/{name}")), None)
        for source in sources
    ]


def _are_others(old: list[str | None], new: list[str | None]) -> bool:
    return None not in old and None not in new and old != new


def _form(soup: BeautifulSoup) -> str:
    """The HTML with nothing in it that makes no difference to a reader."""
    for picture in soup.find_all("img"):
        picture.attrs = {"alt": picture.get("alt", "")}
    html = SPACES.sub(" ", as_html(soup))
    return AROUND_BLOCKS.sub(r"\1", html).strip()
