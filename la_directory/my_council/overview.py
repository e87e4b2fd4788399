"""All that “My council” shows, gathered in the same number of queries however much a council keeps."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page

from la_directory.freshness.overview import Freshness, freshness_of
from la_directory.freshness.reports import open_reports
from la_directory.models import (
    CaseStudyPage,
    ContactPage,
    ContactsPage,
    CouncilCaseStudiesPage,
    CouncilTeam,
    LocalServicePage,
    RecordReport,
    ServicesPage,
)
from la_directory.my_council.states import Draft, drafts_among, edit_url, pages_of, state_of


@dataclass(frozen=True)
class Line:
    """A contact, service or case study: its name, where it is changed, and what is said of it."""

    title: str
    edit_url: str
    state: str
    check: str = ""


@dataclass(frozen=True)
class Part:
    """One kind of record with the way to add another."""

    heading: str
    add_words: str
    add_url: str
    lines: list[Line]


class Overview:
    """What the people of one council are shown."""

    def __init__(self, team: CouncilTeam) -> None:
        self.council = team.council

    @cached_property
    def pages(self) -> list[Page]:
        return list(pages_of(self.council))

    @cached_property
    def freshness(self) -> Freshness:
        return freshness_of([self.council])[self.council.pk]

    @property
    def drafts(self) -> list[Draft]:
        return drafts_among(self.pages)

    @cached_property
    def reports(self) -> list[RecordReport]:
        """What readers say is wrong and nobody has dealt with."""
        return list(open_reports(self.council))

    @property
    def edit_url(self) -> str:
        return edit_url(self.council)

    @property
    def public_url(self) -> str | None:
        return self.council.url if self.council.live else None

    @property
    def parts(self) -> list[Part]:
        kinds = [
            (ContactsPage, ContactPage, _("Contacts"), _("Add a contact")),
            (ServicesPage, LocalServicePage, _("Services"), _("Add a service")),
            (CouncilCaseStudiesPage, CaseStudyPage, _("Case studies"), _("Add a case study")),
        ]
        found = []
        for index, kind, heading, add_words in kinds:
            parent = next((page for page in self.pages if page.specific_class is index), None)
            if parent:
                place = [kind._meta.app_label, kind._meta.model_name, parent.pk]
                add_url = (
                    f"{reverse('wagtailadmin_pages:add', args=place)}?next={reverse('wagtailadmin_home')}"
                )
                found.append(Part(heading, add_words, add_url, self._lines(kind)))
        return found

    def _lines(self, kind: type[Page]) -> list[Line]:
        """Those readers see in the order in which they see them, then the others."""
        entries = {entry.record.pk: entry for entry in self.freshness.entries}
        places = {key: number for number, key in enumerate(entries)}
        pages = [page for page in self.pages if page.specific_class is kind]
        return [
            Line(
                page.draft_title or page.title,
                edit_url(page),
                state_of(page),
                entries[page.pk].words if page.pk in entries else "",
            )
            for page in sorted(pages, key=lambda page: places.get(page.pk, len(places)))
        ]
