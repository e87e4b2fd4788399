"""The councils of a directory that readers can open, and the names their pages give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from cms.languages.original import in_language, source_of
from cms.page_cache.generation import kept
from la_directory.councils import by_code, current_code
from la_directory.finder.names import Entry, Index, Kind, hand_typed, key_of, words_of
from la_directory.in_its_language import ENGLISH, GAELIC, Words, council_link, passage
from la_directory.models import CouncilPage

if TYPE_CHECKING:
    from la_directory.models import DirectoryPage

PARTING = re.compile(r"[\n\r,;]+")


@dataclass(frozen=True)
class CouncilLinks:
    """Title (as HTML that knows its language) and address by current code; the names on the pages."""

    links: dict[str, tuple[Words, str]]
    names: Index

    def link(self, code: str) -> tuple[Words, str]:
        """A council without a page that readers can open has its website."""
        council = by_code()[code]
        language = GAELIC if council.official_name == council.gaelic_name else ENGLISH
        return self.links.get(code) or (passage(council.name, language), council.website)

    def address(self, code: str | None) -> str | None:
        """Of the page on this site."""
        return self.links[code][1] if code in self.links else None


def council_links(directory: DirectoryPage) -> CouncilLinks:
    """With the names and addresses that councils have in the language of the directory."""
    return kept(("finder", directory.pk, get_language()), lambda: _collect(directory))


def _collect(directory: DirectoryPage) -> CouncilLinks:
    links: dict[str, tuple[Words, str]] = {}
    entries: list[Entry] = []
    councils = CouncilPage.objects.child_of(source_of(directory)).live().public()
    councils = councils.select_related("region").defer_streamfields()
    for page in in_language(councils, directory.locale_id):
        code = current_code(page.gss_code)
        if code is not None:
            links[code] = (council_link(page), page.url or "")
            entries += _names(page, code)
    return CouncilLinks(links, Index(entries))


def _names(page: CouncilPage, code: str) -> Iterator[Entry]:
    for name in filter(None, (page.title, source_of(page).title, page.official_name, page.gaelic_name)):
        yield Entry(name, code, Kind.NAME)
    for name in _parted(page.other_names):
        yield Entry(name, code, Kind.OTHER_NAME)
    for name in _parted(page.places):
        if not _names_another(name, code):
            yield Entry(name, code, Kind.PLACE)
    # Its name in English is known, as all names of the tables are.
    if page.region and str(page.region) != page.region.name:
        yield Entry(str(page.region), code, Kind.REGION)


def _parted(text: str) -> Iterator[str]:
    return filter(None, (" ".join(name.split()) for name in PARTING.split(text)))


def _names_another(place: str, code: str) -> bool:
    """Aberdeenshire has its offices in Aberdeen, but whoever lives in Aberdeen has another council."""
    entries = hand_typed().as_written.get(key_of(words_of(place)), ())
    return any(entry.kind <= Kind.OTHER_NAME and entry.code != code for entry in entries)
