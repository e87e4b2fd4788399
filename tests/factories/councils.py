"""Councils with contacts, services and case studies, as few or as many as a test asks for."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale, Page

from cms.vocabulary.models import ServiceKind, Theme
from la_directory.councils import by_code
from la_directory.make_councils import make_council
from la_directory.models import (
    CaseStudyPage,
    ContactPage,
    ContactsPage,
    CouncilCaseStudiesPage,
    CouncilPage,
    DirectoryPage,
    LocalServicePage,
    ServicesPage,
)
from tests.factories.pages import add

GLASGOW, HIGHLAND, FIFE = "S12000049", "S12000017", "S12000047"


def demo_directory() -> DirectoryPage:
    """That of the demo site, in English."""
    return DirectoryPage.objects.get(slug="local-authorities", locale=Locale.get_default())


def directory(parent: Page, **fields: Any) -> DirectoryPage:
    return add(parent, DirectoryPage, "Local authorities", **fields)


def council(parent: DirectoryPage, code: str = GLASGOW) -> CouncilPage:
    return make_council(parent, by_code()[code])


def contact(of: CouncilPage, title: str = "Employability team", **fields: Any) -> ContactPage:
    below = ContactsPage.objects.child_of(of).get()
    return add(below, ContactPage, title, **{"telephone": "0141 496 0123", **fields})


def service(of: CouncilPage, title: str = "First steps", **fields: Any) -> LocalServicePage:
    below = ServicesPage.objects.child_of(of).get()
    defaults = {"kind": ServiceKind.objects.first(), "summary": "Help to plan."}
    return add(below, LocalServicePage, title, **{**defaults, **fields})


def case_study(of: CouncilPage, title: str = "A kitchen that hires", **fields: Any) -> CaseStudyPage:
    below = CouncilCaseStudiesPage.objects.child_of(of).get()
    defaults = {"theme": Theme.objects.first(), "what_was_done": "<p>We asked people.</p>"}
    return add(below, CaseStudyPage, title, **{**defaults, **fields})
