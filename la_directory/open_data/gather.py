"""What of the directory is public: live pages that nobody has to sign in for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.utils import timezone
from wagtail.models import Page

from cms.languages.original import first_locale_id
from la_directory.freshness.stamp import NEVER, Stamp, stamps_of
from la_directory.models import CaseStudyPage, ContactPage, CouncilPage, LocalServicePage
from la_directory.models.place_on_council_page import CouncilRecord

if TYPE_CHECKING:
    from la_directory.models import DirectoryPage

P = TypeVar("P", bound=Page)


@dataclass(frozen=True)
class PublicCouncil:
    """A council with what readers find of it, in the order of its page."""

    page: CouncilPage
    contacts: tuple[ContactPage, ...]
    services: tuple[LocalServicePage, ...]
    case_studies: tuple[CaseStudyPage, ...]

    @property
    def records(self) -> Iterator[CouncilRecord]:
        yield from self.contacts
        yield from self.services


@dataclass(frozen=True)
class PublicDirectory:
    """All councils by name, and the stamp of each record by its translation key."""

    page: DirectoryPage
    councils: tuple[PublicCouncil, ...]
    stamps: Mapping[UUID, Stamp]

    def stamp(self, record: CouncilRecord) -> Stamp:
        return self.stamps.get(record.translation_key, NEVER)

    @property
    def changed_on(self) -> date | None:
        """When any of it was last published or checked."""
        pages = (page for each in self.councils for page in (each.page, *each.records, *each.case_studies))
        published = [timezone.localdate(page.last_published_at) for page in pages if page.last_published_at]
        checked = [stamp.checked_on for stamp in self.stamps.values() if stamp.checked_on]
        return max([*published, *checked], default=None)


def in_first_language(page: DirectoryPage) -> DirectoryPage:
    """Open data has one language, that of records and checks; the page itself where there is none."""
    locale = first_locale_id()
    if page.locale_id == locale:
        return page
    originals = type(page).objects.live().public()
    return originals.filter(translation_key=page.translation_key, locale=locale).first() or page


def public_directory(page: DirectoryPage) -> PublicDirectory:
    """Costs the same few queries for one council and for all."""
    councils = CouncilPage.objects.live().public().child_of(page).select_related("region").order_by("title")
    contacts = ContactPage.objects.live().public().descendant_of(page).order_by("sort_order", "path")
    services = LocalServicePage.objects.live().public().descendant_of(page).with_terms()
    studies = CaseStudyPage.objects.live().public().descendant_of(page).order_by("-first_published_at", "-pk")
    found = [
        _by_council(records)
        for records in (
            contacts,
            services.order_by("sort_order", "path"),
            studies.defer("what_was_done", "what_changed", "related"),
        )
    ]
    gathered = tuple(
        PublicCouncil(council, *(tuple(_known(each.get(council.path, []), council)) for each in found))
        for council in councils.defer("body", "documents", "introduction", "related")
    )
    stamps = stamps_of([record for council in gathered for record in council.records])
    return PublicDirectory(page, gathered, stamps)


def public_person(contact: ContactPage) -> str:
    """Only who agreed to it, and only while the post is theirs."""
    return contact.person if contact.person_in_open_data and not contact.is_vacant else ""


def _by_council(pages: Iterable[P]) -> dict[str, list[P]]:
    """By the path of their council."""
    found: dict[str, list[P]] = {}
    for page in pages:
        found.setdefault(page.council_path, []).append(page)
    return found


def _known(pages: Iterable[P], council: CouncilPage) -> Iterator[P]:
    for page in pages:
        page.council = council  # known, so it is not asked for again
        yield page
