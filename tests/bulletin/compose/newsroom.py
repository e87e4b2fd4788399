"""A site on which things come out at moments that a test chooses, and editions that tell of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from wagtail.models import Page

from bulletin.compose.new_edition import look_again, new_edition
from bulletin.models import BulletinPage, EditionPage
from resources.models import UpdateIndexPage, UpdatePage
from tests.bulletin import office
from tests.factories import pages
from tests.factories.news import BETWEEN, UNTIL, first_published


def update(title: str, moment: datetime = BETWEEN, **fields: Any) -> UpdatePage:
    index = UpdateIndexPage.objects.filter(title="Our updates").first() or pages.add(
        pages.home_page(), UpdateIndexPage, "Our updates"
    )
    values = {"date": date(2031, 4, 1), "body": pages.PARAGRAPH, **fields}
    return first_published(pages.add(index, UpdatePage, title, **values), moment)


def earlier_edition(archive: BulletinPage, looked_until: datetime, **fields: Any) -> EditionPage:
    """A monthly edition that is out."""
    values = {"title": "March 2031", "slug": "2031-03", "month": date(2031, 3, 1), **fields}
    page = EditionPage(looked_until=looked_until, subject="News", preheader="More", **values)
    archive.add_child(instance=page)
    return page


def begin(archive: BulletinPage, until: datetime = UNTIL, **options: Any) -> EditionPage:
    return new_edition(None, archive=archive, until=until, **options)


def look(edition: EditionPage, until: datetime, **options: Any) -> int:
    return look_again(edition, None, until=until, **options)


def draft_of(edition: EditionPage) -> EditionPage:
    """The newest, as another process would read it."""
    return EditionPage.objects.get(pk=edition.pk).get_latest_revision_as_object()


def titles(edition: EditionPage) -> list[str]:
    """Of all items of the newest draft."""
    draft = draft_of(edition)
    return [item.value["title"] for section in draft.sections for item in section.value["items"]]


def remove(edition: EditionPage, title: str) -> None:
    """As an editor does it."""
    draft = draft_of(edition)
    stored = draft.sections.get_prep_value()
    for section in stored:
        section["value"]["items"] = [
            item for item in section["value"]["items"] if item["value"]["title"] != title
        ]
    save(draft, sections=stored)


def save(draft: EditionPage, **fields: Any) -> None:
    for name, value in fields.items():
        if name == "sections":
            value = draft.sections.stream_block.to_python(value)
        setattr(draft, name, value)
    draft.save()
    draft.save_revision(clean=False)


def story_of(page: Page, **values: Any) -> dict[str, Any]:
    return office.story(page=page.pk, **values)
