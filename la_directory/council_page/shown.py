"""A contact or a service with what is said about it on the page of its council."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.blocks.addresses import safe_address
from cms.languages.marks import lang_of
from la_directory.freshness.stamp import Stamp
from la_directory.in_its_language import Words, checked_by, facts_lang
from la_directory.models import ContactPage, ForWhom, LocalServicePage
from la_directory.models.place_on_council_page import CouncilRecord
from la_directory.opening_hours.hours import OpeningHours


@dataclass
class ShownRecord:
    """`stamp` is None in a preview: what is checked is what goes out, and that is still to come."""

    record: CouncilRecord
    stamp: Stamp | None

    @property
    def needs_warning(self) -> bool:
        return self.stamp is not None and not self.stamp.is_fresh

    @property
    def checked_by(self) -> str:
        name = self.stamp.checked_for if self.stamp else ""
        return checked_by(name, self.record.council) if name else ""

    @property
    def report_url(self) -> str:
        """Where readers say that it is wrong."""
        return reverse("la_directory:report", args=[self.record.translation_key])


class ShownContact(ShownRecord):
    """A team or a role."""

    record: ContactPage

    @property
    def address_lang(self) -> Words:
        return facts_lang(self.record)

    @property
    def label(self) -> str:
        """What a Partnerships Lead is, unless the title says so."""
        label = str(ForWhom.LEAD.label)
        is_lead = self.record.for_whom == ForWhom.LEAD
        return label if is_lead and label.casefold() not in self.record.title.casefold() else ""

    @property
    def person(self) -> str:
        """Nobody is named as the holder of a vacant post."""
        return "" if self.record.is_vacant else self.record.person

    @property
    def email(self) -> tuple[str, str]:
        """Before and after the @, where a long address may break."""
        name, _at, host = self.record.email.rpartition("@")
        return name, host

    @cached_property
    def hours(self) -> OpeningHours:
        return OpeningHours.from_blocks(self.record.opening_hours)

    @cached_property
    def at_present(self) -> str:
        """Whether it is open at the moment of reading."""
        return self.hours.at_present(timezone.now())


@dataclass
class ShownService(ShownRecord):
    """A local service."""

    record: LocalServicePage
    # Words and address of the handbook products it uses, as far as readers may know of them.
    products: Sequence[tuple[Words, str]] = ()

    @cached_property
    def facts(self) -> list[tuple[str, str, Words]]:
        """What readers ask first stands first; an empty answer is left out. The third says its language."""
        service = self.record
        groups = [str(group) for group in service.client_groups.all()]
        own = lang_of(service)
        facts = [
            (_("Who it is for"), ", ".join(groups) or _("Anyone who is looking for work"), ""),
            (_("How to get in"), service.how_to_get_in, own),
            (_("Where"), service.area, own),
            (_("Cost"), service.cost, own),
            (_("When"), dates(service), ""),
            (_("Run by"), service.provider, own),
            (_("Accessibility"), service.accessibility, own),
        ]
        return [fact for fact in facts if fact[1]]

    @property
    def link(self) -> str:
        """Where readers find more; "" for what is no address of the web."""
        return safe_address(self.record.link, web_only=True)


def dates(service: LocalServicePage) -> str:
    """From when and until when, each as precise as it is known."""
    starts, ends = service.starts_on, service.ends_on
    if starts and ends:
        return _("%(start)s to %(end)s") % {"start": starts, "end": ends}
    if starts:
        return _("From %(start)s") % {"start": starts}
    return _("Until %(end)s") % {"end": ends} if ends else ""
