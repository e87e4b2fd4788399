"""Small pages for tests that need a tree of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

from wagtail.models import Page, Site

from cms.pages.models import SitePage
from home.models import LandingPage, StandardPage
from resources.models import (
    ChapterPage,
    PolicyPage,
    PublicationIndexPage,
    PublicationPage,
    UpdateIndexPage,
    UpdatePage,
)

PARAGRAPH = [("text", "<p>Some words.</p>")]


def home_page() -> Page:
    """The root page of the default site."""
    return Site.objects.get(is_default_site=True).root_page.specific


def add(parent: Page, model: type[Page], title: str, **fields: Any) -> Page:
    """A live page below `parent`."""
    if issubclass(model, SitePage):
        fields.setdefault("summary", f"About {title}.")
    page = model(title=title, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def landing(parent: Page, title: str = "Section", **fields: Any) -> LandingPage:
    return add(parent, LandingPage, title, **{"lead": "<p>Lead.</p>", **fields})


def standard(parent: Page, title: str = "About", **fields: Any) -> StandardPage:
    return add(parent, StandardPage, title, **{"body": PARAGRAPH, **fields})


def policy(parent: Page, title: str = "Policy", **fields: Any) -> PolicyPage:
    return add(parent, PolicyPage, title, **{"lead": "<p>Lead.</p>", "body": PARAGRAPH, **fields})


def updates(parent: Page, number: int, title: str = "Updates") -> UpdateIndexPage:
    index = add(parent, UpdateIndexPage, title)
    for count in range(number):
        add(index, UpdatePage, f"Update {count}", date=date(2025, 1, 1), body=PARAGRAPH)
    return index


def publication(parent: Page, title: str = "Plan", **fields: Any) -> PublicationPage:
    defaults = {"publication_type": "guidance", "official_date": "Nov 2020", "body": PARAGRAPH}
    return add(parent, PublicationPage, title, **{**defaults, **fields})


def publications(parent: Page, number: int, title: str = "All publications") -> PublicationIndexPage:
    index = add(parent, PublicationIndexPage, title)
    for count in range(number):
        publication(index, f"Publication {count}")
    return index


def chapter(parent: PublicationPage, title: str, **fields: Any) -> ChapterPage:
    return add(parent, ChapterPage, title, **{"body": PARAGRAPH, **fields})
