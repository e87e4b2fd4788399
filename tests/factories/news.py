"""Moments for pages and notes, so that tests can say to the second what came when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from wagtail.models import Page

from cms.pages.models import ChangeNote

# Far from anything on the demo site.
AFTER = datetime(2031, 4, 1, 9, tzinfo=UTC)
UNTIL = datetime(2031, 5, 1, 9, tzinfo=UTC)
BETWEEN = datetime(2031, 4, 15, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def first_published(page: Page, moment: datetime) -> Page:
    Page.objects.filter(pk=page.pk).update(first_published_at=moment)
    page.refresh_from_db()
    return page


def changed(page: Page, moment: datetime, note: str = "New numbers.") -> ChangeNote:
    return ChangeNote.objects.create(page_id=page.pk, published_at=moment, text=note)
