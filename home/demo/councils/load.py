"""Loads the council directory: councils, their contacts and services, case studies, and checks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page

from home.demo.councils.front import DIRECTORY, FIRST_DAY
from home.demo.councils.notation import DemoCouncil
from home.demo.councils.table import CASE_STUDIES, COUNCILS
from home.demo.history import at_ten
from home.demo.identity import key_of
from home.demo.library import Library
from home.demo.many_pages import ManyPages
from la_directory.councils import by_code
from la_directory.freshness.record import record_check
from la_directory.make_councils import make_councils
from la_directory.models import (
    CaseStudyPage,
    ContactPage,
    ContactsPage,
    CouncilCaseStudiesPage,
    CouncilPage,
    CouncilTeam,
    DirectoryPage,
    LocalServicePage,
    ServicesPage,
)
from la_directory.models.place_on_council_page import CouncilRecord

MADE = {ContactPage: "contacts", LocalServicePage: "services", CaseStudyPage: "case studies"}
PARTS = (ContactsPage, ServicesPage, CouncilCaseStudiesPage)


@dataclass(frozen=True)
class Missing:
    """A page that a council should have and does not: what it is, where it goes, and what it says."""

    key: UUID
    model: type[Page]
    parent: type[Page]
    code: str
    title: str
    fields: Mapping[str, Any]
    published: date = FIRST_DAY
    order: int = 0
    checked: int | None = None


class CouncilsLoading:
    """The directory page is there already; what is missing below it is added, and nothing is changed."""

    def __init__(self, library: Library, say: Callable[[str], None]) -> None:
        self.library = library
        self.say = say
        self.locale = Locale.get_default()
        self.directory = DirectoryPage.objects.get(pk=library.pages[DIRECTORY])
        self.many = ManyPages()
        self.related = cache(self._find_related)
        self.made: Counter[str] = Counter()

    def run(self) -> Counter[str]:
        new = make_councils(self.directory, place=self._place_council)
        self.made["councils"] += len(new)
        missing = list(self._missing())
        if missing:
            self._add(missing)
        self.many.finish()
        for council in new:
            self._equip_team(council)
        if missing:
            self._check(missing)
            self.say("The councils have their contacts, services and case studies.")
        return self.made

    def _place_council(self, parent: Page, page: Page) -> None:
        """How the councils and the parts of their trees go live."""
        if isinstance(page, CouncilPage):
            for name, value in COUNCILS[page.gss_code].own_fields.items():
                self.library.fill(page, name, value)
        self.many.place(parent, page, FIRST_DAY)

    def _missing(self) -> Iterator[Missing]:
        wanted = list(_wanted())
        keys = {page.key for page in wanted}
        there = set(
            Page.objects.filter(locale=self.locale, translation_key__in=keys).values_list(
                "translation_key", flat=True
            )
        )
        return (page for page in wanted if page.key not in there)

    def _add(self, missing: Iterable[Missing]) -> None:
        """Contacts come before the case studies that name them."""
        parents = self._parents()
        for wanted in missing:
            parent = parents.get((wanted.code, wanted.parent))
            if parent is None:
                continue  # an editor took that part of the council away
            page = wanted.model(
                title=wanted.title, locale=self.locale, translation_key=wanted.key, slug=slugify(wanted.title)
            )
            if isinstance(page, CouncilRecord):
                page.sort_order = wanted.order
            for name, value in wanted.fields.items():
                self._fill(page, name, value)
            self.many.place(parent, page, wanted.published)
            self.made[MADE[wanted.model]] += 1

    def _parents(self) -> dict[tuple[str, type[Page]], Page]:
        """The page that holds the contacts of a council, and so on, by code and type."""
        codes = dict(CouncilPage.objects.child_of(self.directory).values_list("path", "gss_code"))
        return {
            (codes[part.path[: -part.steplen]], model): part
            for model in PARTS
            for part in model.objects.descendant_of(self.directory)
        }

    def _fill(self, page: Page, name: str, value: Any) -> None:
        """Terms are asked for once, as hundreds of records share them."""
        field = page._meta.get_field(name)
        if field.is_relation and name == "contact":
            page.contact = ContactPage.objects.filter(locale=self.locale, translation_key=value).first()
        elif field.is_relation and isinstance(value, list):
            names = self.library.resolved(value)
            setattr(page, name, [self.related(field.related_model, item) for item in names])
        elif field.is_relation:
            setattr(page, name, self.related(field.related_model, value))
        else:
            self.library.fill(page, name, value)

    def _find_related(self, model: type[Model], item: int | str) -> Model:
        """A term by its name, or a page by its primary key."""
        if isinstance(item, int):
            return model.objects.get(pk=item)
        return model.objects.get(locale=self.locale, name=item)

    def _equip_team(self, council: CouncilPage) -> None:
        """The documents of a council lie in its own collection, and its reminders have somewhere to go."""
        mailbox = COUNCILS[council.gss_code].team_mailbox
        CouncilTeam.objects.filter(council=council).update(team_mailbox=mailbox)
        files = [entry["document"].pk for block in council.documents for entry in block.value["documents"]]
        if files:
            get_document_model().objects.filter(pk__in=files).update(collection=council.team.collection)

    def _check(self, missing: Iterable[Missing]) -> None:
        """Days are counted back from today, so that the same records are stale whenever the site is loaded."""
        checked = {page.key: (page.code, page.checked) for page in missing if page.checked is not None}
        rounds: dict[tuple[str, int], list[CouncilRecord]] = defaultdict(list)
        for model in (ContactPage, LocalServicePage):
            for record in model.objects.filter(locale=self.locale, translation_key__in=checked):
                rounds[checked[record.translation_key]].append(record)
        for (code, days), records in rounds.items():
            day = timezone.localdate() - timedelta(days)
            record_check(records, by=None, name=by_code()[code].official_name, at=at_ten(day))


def _wanted() -> Iterator[Missing]:
    for council in COUNCILS.values():
        yield from _records(council)
    for study in CASE_STUDIES:
        fields = {
            **study.fields,
            "summary": study.summary,
            "contact": _key(study.council, "contacts", study.contact),
        }
        key = _key(study.council, "case-studies", study.title)
        yield Missing(
            key, CaseStudyPage, CouncilCaseStudiesPage, study.council, study.title, fields, study.published
        )


def _records(council: DemoCouncil) -> Iterator[Missing]:
    for part, model, parent, records in (
        ("contacts", ContactPage, ContactsPage, council.contacts),
        ("services", LocalServicePage, ServicesPage, council.services),
    ):
        for order, record in enumerate(records, start=1):
            yield Missing(
                _key(council.code, part, record.title),
                model,
                parent,
                council.code,
                record.title,
                record.fields,
                order=order,
                checked=council.days_since_check(record),
            )


def _key(code: str, part: str, title: str) -> UUID:
    return key_of(f"{DIRECTORY}{by_code()[code].slug}/{part}/{slugify(title)}/")
