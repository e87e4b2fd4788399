"""The councils of a directory that readers can open, and the names their pages give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html

from cms.page_cache.generation import kept
from la_directory.councils import by_code, current_code
from la_directory.finder.names import Entry, Index, Kind, hand_typed, key_of, words_of
from la_directory.models import CouncilPage

if TYPE_CHECKING:
    from la_directory.models import DirectoryPage

PARTING = re.compile(r"[\n\r,;]+")


@dataclass(frozen=True)
class CouncilLinks:
    """Title (as HTML that knows its language) and address by current code; the names on the pages."""

    links: dict[str, tuple[str, str]]
    names: Index

    def link(self, code: str) -> tuple[str, str]:
        """A council without a page that readers can open has its website."""
        council = by_code()[code]
        return self.links.get(code) or (council.name, council.website)

    def address(self, code: str | None) -> str | None:
        """Of the page on this site."""
        return self.links[code][1] if code in self.links else None


def council_links(directory: DirectoryPage) -> CouncilLinks:
    return kept(("finder", directory.pk), lambda: _collect(directory))


def _collect(directory: DirectoryPage) -> CouncilLinks:
    links: dict[str, tuple[str, str]] = {}
    entries: list[Entry] = []
    for page in CouncilPage.objects.child_of(directory).live().public().defer_streamfields():
        code = current_code(page.gss_code)
        if code is not None:
            is_gaelic = page.official_name == page.gaelic_name
            title = format_html('<span lang="gd">{}</span>', page.title) if is_gaelic else page.title
            links[code] = (title, page.url or "")
            entries += _names(page, code)
    return CouncilLinks(links, Index(entries))


def _names(page: CouncilPage, code: str) -> Iterator[Entry]:
    for name in filter(None, (page.title, page.official_name, page.gaelic_name)):
        yield Entry(name, code, Kind.NAME)
    for name in _parted(page.other_names):
        yield Entry(name, code, Kind.OTHER_NAME)
    for name in _parted(page.places):
        if not _names_another(name, code):
            yield Entry(name, code, Kind.PLACE)


def _parted(text: str) -> Iterator[str]:
    return filter(None, (" ".join(name.split()) for name in PARTING.split(text)))


def _names_another(place: str, code: str) -> bool:
    """Aberdeenshire has its offices in Aberdeen, but whoever lives in Aberdeen has another council."""
    entries = hand_typed().as_written.get(key_of(words_of(place)), ())
    return any(entry.kind <= Kind.OTHER_NAME and entry.code != code for entry in entries)
