"""How search finds councils, and their contacts and services through them."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from cms.languages.original import first_locale_id, original_of, source_of
from cms.page_cache.generation import kept
from cms.page_cache.restrictions import is_restricted
from cms.pages.search_entries import SearchEntry, SearchKind, plain_entry
from la_directory.models import (
    CaseStudyPage,
    ContactPage,
    CouncilPage,
    LocalServicePage,
    PlaceOnCouncilPage,
)
from la_directory.models.below_council import BelowCouncil
from la_directory.models.contact import ForWhom

FOR_PEOPLE = 0.1  # contacts for those who look for help stand before those for employers and partners


def council(page: CouncilPage) -> SearchEntry:
    names = kept("names of councils", _names_of_councils).get(page.path, "")
    return replace(plain_entry(page), kind=SearchKind.COUNCIL, names=names, council=page.title)


def _names_of_councils() -> dict[str, str]:
    """Those of public ones by their places in the trees of pages; with a translated one its English title."""
    councils = CouncilPage.objects.live().public()
    facts = ("title", "official_name", "gaelic_name", "other_names")
    rows = list(councils.values_list("path", "locale", "translation_key", *facts))
    first = {key: names for _path, locale, key, *names in rows if locale == first_locale_id()}
    return {
        path: "\n".join(names[1:] if locale == first_locale_id() else first.get(key, names))
        for path, locale, key, *names in rows
    }


def _names_of_its_council(page: BelowCouncil, title: str) -> str:
    """What belongs to a council is found by all its names."""
    names = kept("names of councils", _names_of_councils)
    others = names.get(page.council_path) or names.get(source_of(page).council_path, "")
    return f"{title}\n{others}"


def _places_of_its_council(page: BelowCouncil) -> str:
    places = kept("places of councils", _places_of_councils)
    return places.get(source_of(page).council_path, "")


def _places_of_councils() -> dict[str, str]:
    return dict(CouncilPage.objects.live().public().values_list("path", "places"))


def place(page: PlaceOnCouncilPage) -> None:
    """A part of a council's page."""


def contact(page: ContactPage) -> SearchEntry | None:
    """Nobody is found by their name: readers look for a team, or for whose number they have noted.

    Who lives in a place looks for it, and for the team that serves all of the council's area.
    """
    telephone = page.telephone and f"{_('Telephone number')} {page.telephone.as_national}"
    email = page.email and f"{_('E-mail')} {page.email}"
    is_for_people = page.for_whom == ForWhom.PEOPLE
    serves_all = is_for_people and not page.subject
    places = _places_of_its_council(page) if serves_all else ""
    ways = [telephone, email, page.address, page.languages]
    words = [page.get_for_whom_display(), page.subject, *ways, places]
    entry = _of_a_council(page, SearchKind.CONTACT, "\n".join(str(word or "") for word in words))
    return entry and replace(entry, boost=FOR_PEOPLE if is_for_people else 0.0)


def service(page: LocalServicePage) -> SearchEntry | None:
    words = [page.kind, page.summary, page.area, page.provider, page.how_to_get_in, page.cost]
    return _of_a_council(page, SearchKind.SERVICE, "\n".join(str(word or "") for word in words))


def case_study(page: CaseStudyPage) -> SearchEntry | None:
    if not _is_listed(page):
        return None
    return replace(
        plain_entry(page),
        kind=SearchKind.CASE_STUDY,
        names=_names_of_its_council(page, page.council.title),
        council=page.council.title,
        audiences=tuple(str(each) for each in page.audiences.all()),
        text="\n".join([plain_entry(page).text, str(page.theme or "")]),
    )


def _of_a_council(page: ContactPage | LocalServicePage, kind: SearchKind, text: str) -> SearchEntry | None:
    if not _is_listed(page):
        return None
    return SearchEntry(
        kind=kind,
        title=page.title,
        summary=page.description,
        text=text,
        names=_names_of_its_council(page, page.council_title),
        council=page.council_title,
    )


def _is_listed(page: ContactPage | LocalServicePage | CaseStudyPage) -> bool:
    """A translation is shown for as long as readers see what it was made from."""
    original = original_of(page)
    return original is None or (original.live and not is_restricted(original))


MAKERS = {
    CouncilPage: council,
    PlaceOnCouncilPage: place,
    ContactPage: contact,
    LocalServicePage: service,
    CaseStudyPage: case_study,
}
