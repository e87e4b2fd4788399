"""Publishing demo pages so that their history shows the days of their texts, not the day of loading."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from cms.pages.models import ChangeNote, SitePage
from home.demo.demo_page import DemoPage

UNTIL_SCHEDULED = timedelta(days=18)


def at_ten(day: date) -> datetime:
    """Ten in the morning in Scotland."""
    return timezone.make_aware(datetime.combine(day, time(10)))


def publish(page: SitePage, demo: DemoPage) -> None:
    """Saves a page in the state its text asks for."""
    if demo.state == "live":
        _publish_with_history(page, demo)
        return
    if demo.state == "scheduled":
        # It stays in the future whenever the demo site is loaded.
        moment = at_ten(timezone.localdate() + UNTIL_SCHEDULED)
        page.date, page.go_live_at = moment.date(), moment
    page.save()
    revision = page.save_revision()
    if demo.state == "scheduled":
        revision.publish()
    elif demo.state == "waiting" and (workflow := page.get_workflow()):
        workflow.start(page, None)


def _publish_with_history(page: SitePage, demo: DemoPage) -> None:
    _date_back(page.save_revision(), at_ten(demo.published))
    publish_changes(page, demo)


def publish_changes(page: SitePage, demo: DemoPage) -> None:
    """What came after the first publication: one more for each note."""
    first, last = at_ten(demo.published), at_ten(demo.updated or demo.published)
    for day, note in demo.changes:
        page.change_note = note
        _date_back(page.save_revision(), at_ten(day))
        page.change_note = ""
        ChangeNote.objects.filter(page_id=page.pk, text=note).update(published_at=at_ten(day))
    Page.objects.filter(pk=page.pk).update(
        first_published_at=first, last_published_at=last, latest_revision_created_at=last
    )


def _date_back(revision: Revision, moment: datetime) -> None:
    revision.publish()
    Revision.objects.filter(pk=revision.pk).update(created_at=moment)
    PageLogEntry.objects.filter(revision=revision).update(timestamp=moment)
