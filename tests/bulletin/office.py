"""The people who make the bulletin, and editions for them to work on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import Group
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, TaskState

from bulletin.models import BulletinPage, EditionPage
from cms.accounts.models import User
from cms.media.models import SiteImage
from tests.factories import pages


def person(name: str, *groups: str, **fields: Any) -> User:
    user = User.objects.create_user(name, f"{name}@gov.example", "x", first_name=name.title(), **fields)
    user.groups.add(*Group.objects.filter(name__in=groups))
    return user


def editor(name: str = "ailsa") -> User:
    return person(name, "SG editors")


def moderator(name: str = "boyd") -> User:
    return person(name, "SG moderators")


def archive() -> BulletinPage:
    """A new one: the demo site has its own, with editions of its own."""
    page = BulletinPage(title="Our bulletin", slug="our-bulletin", summary="All editions.")
    pages.home_page().add_child(instance=page)
    return page


def story(**values: Any) -> dict[str, Any]:
    return {"type": "story", "value": {"title": "A story", "summary": "What came of it.", **values}}


def sections(*items: dict[str, Any], heading: str = "News") -> list[dict[str, Any]]:
    return [{"type": "section", "value": {"heading": heading, "items": list(items)}}]


def edition(by: User | None = None, **fields: Any) -> EditionPage:
    """A draft, complete and saved once by `by`."""
    parent = BulletinPage.objects.filter(slug="our-bulletin").first() or archive()
    defaults = {
        "title": "October 2031",
        "slug": "2031-10",
        "month": date(2031, 10, 1),
        "summary": "What is new in October.",
        "subject": "New guidance and a new fund",
        "preheader": "Also: what came of the pilot",
        "introduction": "<p>Welcome.</p>",
        "sections": sections(story(address="https://www.gov.scot/publications/")),
    }
    page = EditionPage(live=False, owner=by, **{**defaults, **fields})
    parent.add_child(instance=page)
    page.save_revision(user=by)
    return EditionPage.objects.get(pk=page.pk)


def change(page: EditionPage, by: User | None, **fields: Any) -> None:
    """A new draft."""
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=by)
    page.refresh_from_db()


def submit(page: EditionPage, by: User) -> TaskState:
    page.get_workflow().start(page, by)
    return page.current_workflow_task_state


def picture(title: str = "A photograph") -> SiteImage:
    return SiteImage.objects.create(title=title, file=get_test_image_file())


def page_of_the_site(title: str = "Guidance") -> Page:
    return pages.standard(pages.home_page(), title)
