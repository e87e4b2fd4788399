"""Who is the Partnerships Lead of each council, and when that was last checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cms.languages.original import in_language, source_of
from cms.languages.sorting import by_letter
from cms.vocabulary.models import Region
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
        return str(self.council.region) if self.council.region else ""

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
        """All that is searched, folded; of a translation also the words it was made from."""
        council, contact = self.council, self.contact
        parts = [council.title, council.official_name, council.gaelic_name, council.other_names, self.region]
        parts.append(source_of(council).title)
        if contact:
            own = (words for each in (contact, source_of(contact)) for words in (each.title, each.subject))
            parts += [*own, self.person, contact.email]
        return by_letter(" ".join(parts))


def leads_of(directory: DirectoryPage) -> list[Lead]:
    """Councils by name; one with several Leads has several rows.

    Three queries however many there are, and three more for a translated directory.
    """
    source = source_of(directory)
    councils = in_language(
        CouncilPage.objects.live().public().child_of(source).select_related("region"), directory.locale_id
    )
    leads = ContactPage.objects.live().public().descendant_of(source).filter(for_whom=ForWhom.LEAD)
    contacts = in_language(leads.order_by("sort_order", "path"), directory.locale_id)
    stamps = stamps_of(contacts) if contacts else {}
    by_council: dict[str, list[ContactPage]] = {}
    for contact in contacts:
        by_council.setdefault(source_of(contact).council_path, []).append(contact)
    return [
        Lead(council, contact, stamps.get(contact.translation_key, NEVER)) if contact else Lead(council)
        for council in sorted(councils, key=lambda council: by_letter(council.title))
        for contact in (by_council.get(source_of(council).path) or [None])
    ]


def fitting(leads: Iterable[Lead], words: str, region: Region | None) -> list[Lead]:
    """Those that hold every word and lie in the region; there may be none of both."""
    wanted = by_letter(words).split()
    return [
        lead
        for lead in leads
        if (region is None or lead.council.region == region) and all(word in lead.words for word in wanted)
    ]
