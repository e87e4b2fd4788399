"""Who is the Partnerships Lead of each council, and when that was last checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from la_directory.freshness.stamp import NEVER, Stamp, stamps_of
from la_directory.models import ContactPage, CouncilPage, DirectoryPage, ForWhom


@dataclass(frozen=True)
class Lead:
    """One row of the table; `contact` is None for a council that names nobody."""

    council: CouncilPage
    contact: ContactPage | None = None
    stamp: Stamp = NEVER

    @property
    def region(self) -> str:
        return self.council.region.name if self.council.region else ""

    @property
    def person(self) -> str:
        """The name of whoever holds the post now."""
        return self.contact.person if self.contact and not self.contact.is_vacant else ""

    @property
    def needs_switchboard(self) -> bool:
        """Whether the council itself is the surer way: nobody is named, or nobody has checked it for long."""
        return self.contact is None or not self.stamp.is_fresh

    @property
    def words(self) -> str:
        """All that is searched, in small letters."""
        council, contact = self.council, self.contact
        parts = [council.title, council.official_name, council.gaelic_name, council.other_names, self.region]
        if contact:
            parts += [contact.title, contact.subject, self.person, contact.email]
        return " ".join(parts).casefold()


def leads_of(directory: DirectoryPage) -> list[Lead]:
    """Councils by name; one with several Leads has several rows. Three queries, however many there are."""
    councils = CouncilPage.objects.live().public().child_of(directory).select_related("region")
    contacts = list(
        ContactPage.objects.live()
        .public()
        .descendant_of(directory)
        .filter(for_whom=ForWhom.LEAD)
        .order_by("sort_order", "path")
    )
    stamps = stamps_of(contacts) if contacts else {}
    by_council: dict[str, list[ContactPage]] = {}
    for contact in contacts:
        by_council.setdefault(contact.council_path, []).append(contact)
    return [
        Lead(council, contact, stamps.get(contact.translation_key, NEVER)) if contact else Lead(council)
        for council in councils.order_by("title")
        for contact in (by_council.get(council.path) or [None])
    ]


def fitting(leads: Iterable[Lead], words: str, region: str) -> list[Lead]:
    """Those that hold every word and lie in the region; both may be empty."""
    wanted = words.casefold().split()
    return [
        lead
        for lead in leads
        if (not region or lead.region == region) and all(word in lead.words for word in wanted)
    ]
