"""What the list says of a council: plain values, read once for each change of content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from cms.languages.marks import in_english
from cms.languages.original import in_language, source_of
from cms.languages.sorting import by_letter
from cms.page_cache.generation import kept
from cms.vocabulary.models import Term
from la_directory.in_its_language import Words, lang, language_of_title, words_of
from la_directory.models import CouncilPage, LocalServicePage

if TYPE_CHECKING:
    from la_directory.models import DirectoryPage

SHOWN = ("title", "official_name", "gaelic_name", "other_names", "places", "gss_code", "region")
OF_PAGES = ("path", "url_path", "live", "translation_key", "locale")


@dataclass(frozen=True)
class NamedTerm:
    """A region or a kind of service; `place` is its place in its vocabulary.

    `name` stands in addresses, the same in every language; `shown` is in the reader's.
    """

    pk: int
    name: str
    shown: str
    place: tuple[int, int]

    def __str__(self) -> str:
        return self.shown


@dataclass(frozen=True)
class ListedService:
    """A public service; `words` are folded, also those of the record it was translated from."""

    title: Words
    anchor: str
    kind: NamedTerm | None
    words: str


@dataclass(frozen=True)
class CouncilEntry:
    """A public council; `names` are its names and the places it serves, folded.

    `pk` is that of the record in the first language, which is the one that is kept fresh; `lang` and `mark`
    stand in and behind the link where the reader reads in another language.
    """

    pk: int
    title: str
    lang: Words
    mark: Words
    url: str
    region: NamedTerm | None
    names: str
    services: Sequence[ListedService]

    @property
    def letter(self) -> str:
        """The one it stands under, A to Z."""
        return by_letter(self.title)[:1].upper()

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
    """All public councils by the names they have in the language of the page, A to Z."""
    return kept(("councils of a directory", page.pk, get_language()), lambda: _entries(page))


def _entries(page: DirectoryPage) -> list[CouncilEntry]:
    """In two queries, and three more for a translated page."""
    source = source_of(page)
    councils = CouncilPage.objects.live().public().child_of(source).select_related("region")
    services = _services_by_council(source, page.locale_id)
    shown = in_language(councils.only(*SHOWN, *OF_PAGES), page.locale_id)
    entries = [_entry(council, services.get(source_of(council).path, [])) for council in shown]
    return sorted(entries, key=lambda entry: (by_letter(entry.title), entry.title))


def _services_by_council(directory: DirectoryPage, locale_id: int) -> Mapping[str, list[ListedService]]:
    """In the editors' order, by the place of the council in the tree of the first language."""
    services = LocalServicePage.objects.live().public().descendant_of(directory).select_related("kind")
    in_order = services.only("title", "summary", "kind", *OF_PAGES).order_by("sort_order", "path")
    found: dict[str, list[ListedService]] = defaultdict(list)
    for service in in_language(in_order, locale_id):
        source = source_of(service)
        texts = dict.fromkeys([service.title, service.summary, source.title, source.summary])
        words, title = by_letter("\n".join(texts)), words_of(service.title, service)
        found[source.council_path].append(ListedService(title, service.anchor, _named(service.kind), words))
    return found


def _entry(council: CouncilPage, services: Sequence[ListedService]) -> CouncilEntry:
    source = source_of(council)
    titles = dict.fromkeys([council.title, source.title])
    names = (*titles, source.official_name, source.gaelic_name, source.other_names, source.places)
    return CouncilEntry(
        pk=source.pk,
        title=council.title,
        lang=lang(language_of_title(council)),
        mark=in_english(council),
        url=council.url or "",
        region=_named(source.region),
        names=by_letter("\n".join((*names, source.gss_code))),
        services=services,
    )


def _named(term: Term | None) -> NamedTerm | None:
    return NamedTerm(term.pk, term.name, str(term), (term.sort_order or 0, term.pk)) if term else None
