"""What the list says of a council: plain values, read once for each change of content."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cms.page_cache.generation import kept
from cms.vocabulary.models import Term
from la_directory.models import CouncilPage, LocalServicePage

if TYPE_CHECKING:
    from la_directory.models import DirectoryPage

SHOWN = ("title", "official_name", "gaelic_name", "other_names", "places", "gss_code", "region")
OF_PAGES = ("path", "url_path", "live", "translation_key", "locale")


def folded(words: str) -> str:
    """Without accents and capitals, so that "Earra-Ghaidheal" finds Earra-Ghàidheal."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


@dataclass(frozen=True)
class NamedTerm:
    """A region or a kind of service; `place` is its place in its vocabulary."""

    pk: int
    name: str
    place: tuple[int, int]


@dataclass(frozen=True)
class ListedService:
    """A public service; `words` are folded."""

    title: str
    url: str
    kind: NamedTerm | None
    words: str


@dataclass(frozen=True)
class CouncilEntry:
    """A public council; `names` are its names and the places it serves, folded."""

    pk: int
    title: str
    url: str
    is_gaelic: bool  # its own name is
    region: NamedTerm | None
    names: str
    services: Sequence[ListedService]

    @property
    def letter(self) -> str:
        """The one it stands under, A to Z."""
        return folded(self.title)[:1].upper()

    @property
    def kinds(self) -> list[NamedTerm]:
        """Of its services, in the order of the vocabulary."""
        return in_order(service.kind for service in self.services)

    def is_named(self, words: Sequence[str]) -> bool:
        """Whether each of the folded words stands in one of its names or in a place it serves."""
        return all(word in self.names for word in words)

    def services_with(self, words: Sequence[str]) -> list[ListedService]:
        """Its services that hold each of the folded words."""
        return [service for service in self.services if all(word in service.words for word in words)]


def in_order(terms: Iterable[NamedTerm | None]) -> list[NamedTerm]:
    """Each once, in the order of their vocabulary."""
    return sorted({term for term in terms if term}, key=lambda term: term.place)


def entries_of(page: DirectoryPage) -> list[CouncilEntry]:
    """All public councils, A to Z."""
    return kept(("councils of a directory", page.pk), lambda: _entries(page))


def _entries(page: DirectoryPage) -> list[CouncilEntry]:
    """In two queries."""
    councils = CouncilPage.objects.live().public().child_of(page).select_related("region")
    services = _services_by_council(page)
    shown = councils.only(*SHOWN, *OF_PAGES)
    entries = [_entry(council, services.get(council.path, [])) for council in shown]
    return sorted(entries, key=lambda entry: folded(entry.title))


def _services_by_council(page: DirectoryPage) -> Mapping[str, list[ListedService]]:
    """In the editors' order, by the place of the council in the tree."""
    services = LocalServicePage.objects.live().public().descendant_of(page).select_related("kind")
    found: dict[str, list[ListedService]] = defaultdict(list)
    for service in services.only("title", "summary", "kind", *OF_PAGES).order_by("sort_order", "path"):
        words = folded(f"{service.title}\n{service.summary}")
        listed = ListedService(service.title, service.url or "", _named(service.kind), words)
        found[service.council_path].append(listed)
    return found


def _entry(council: CouncilPage, services: Sequence[ListedService]) -> CouncilEntry:
    names = (council.title, council.official_name, council.gaelic_name, council.other_names)
    return CouncilEntry(
        pk=council.pk,
        title=council.title,
        url=council.url or "",
        is_gaelic=council.official_name == council.gaelic_name,
        region=_named(council.region),
        names=folded("\n".join((*names, council.places, council.gss_code))),
        services=services,
    )


def _named(term: Term | None) -> NamedTerm | None:
    return NamedTerm(term.pk, term.name, (term.sort_order or 0, term.pk)) if term else None
