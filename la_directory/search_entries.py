"""How search finds councils, and their contacts and services through them."""

from __future__ import annotations

from dataclasses import replace

from cms.pages.search_entries import SearchEntry, SearchKind, plain_entry
from la_directory.models import (
    CaseStudyPage,
    ContactPage,
    CouncilPage,
    LocalServicePage,
    PlaceOnCouncilPage,
)


def council(page: CouncilPage) -> SearchEntry:
    names = "\n".join([page.official_name, page.gaelic_name, page.other_names])
    return replace(plain_entry(page), kind=SearchKind.COUNCIL, names=names, council=page.title)


def place(page: PlaceOnCouncilPage) -> None:
    """A part of a council's page."""


def contact(page: ContactPage) -> SearchEntry:
    """Nobody is found by their name: readers look for a team, or for whose number they have noted."""
    ways = [page.telephone and page.telephone.as_national, page.email, page.address]
    words = [page.get_for_whom_display(), page.subject, *ways, page.languages]
    return _of_a_council(page, SearchKind.CONTACT, "\n".join(str(word or "") for word in words))


def service(page: LocalServicePage) -> SearchEntry:
    words = [
        page.kind and page.kind.name,
        page.summary,
        page.area,
        page.provider,
        page.how_to_get_in,
        page.cost,
    ]
    return _of_a_council(page, SearchKind.SERVICE, "\n".join(str(word or "") for word in words))


def case_study(page: CaseStudyPage) -> SearchEntry:
    return replace(
        plain_entry(page),
        kind=SearchKind.CASE_STUDY,
        council=page.council.title,
        audiences=tuple(each.name for each in page.audiences.all()),
        text="\n".join([plain_entry(page).text, page.theme.name if page.theme else ""]),
    )


def _of_a_council(page: ContactPage | LocalServicePage, kind: SearchKind, text: str) -> SearchEntry:
    council = page.council_title
    return SearchEntry(
        kind=kind, title=page.title, summary=page.description, text=text, names=council, council=council
    )


MAKERS = {
    CouncilPage: council,
    PlaceOnCouncilPage: place,
    ContactPage: contact,
    LocalServicePage: service,
    CaseStudyPage: case_study,
}
