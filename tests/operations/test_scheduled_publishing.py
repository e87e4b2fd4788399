"""Pages go live and come down when the clock passes their times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page

from cms.operations.clock import Clock
from cms.operations.jobs import gather
from cms.operations.models import Job
from cms.pages.models import ChangeNote
from cms.pages.schedule import overdue_pages
from cms.vocabulary.models import ApproachStatements
from tests.factories.pages import home_page, standard

NOON = datetime(2030, 6, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def opening_hours(demo_site: None, move_clock) -> Page:
    move_clock(NOON)
    return standard(home_page(), "Opening hours", live=False)


def schedule(page: Page, **times: datetime) -> None:
    for name, moment in times.items():
        setattr(page, name, moment)
    page.save_revision().publish()


def tick() -> None:
    assert [outcome.error for outcome in Clock(gather()).tick() if outcome.error] == []


def status(client: Client, page: Page) -> int:
    return client.get(page.url).status_code


def test_a_page_goes_live_when_the_clock_passes_its_time(
    opening_hours: Page, client: Client, move_clock
) -> None:
    opening_hours.unpublish()
    schedule(opening_hours, go_live_at=NOON + timedelta(hours=1))
    move_clock(NOON + timedelta(minutes=59))
    tick()
    assert status(client, opening_hours) == 404
    move_clock(NOON + timedelta(minutes=61))
    tick()
    assert status(client, opening_hours) == 200


def test_a_page_comes_down_when_the_clock_passes_its_time(
    opening_hours: Page, client: Client, move_clock
) -> None:
    schedule(opening_hours, expire_at=NOON + timedelta(hours=1))
    tick()
    assert status(client, opening_hours) == 200
    move_clock(NOON + timedelta(minutes=61))
    tick()
    assert status(client, opening_hours) == 404
    opening_hours.refresh_from_db()
    assert opening_hours.expired


def test_a_page_that_cannot_be_published_holds_back_no_other(
    opening_hours: Page, client: Client, move_clock
) -> None:
    fees = standard(home_page(), "Fees", slug="fees")
    fees.slug = "prices"
    schedule(fees, go_live_at=NOON + timedelta(minutes=30))
    standard(home_page(), "Prices", slug="prices")
    opening_hours.unpublish()
    schedule(opening_hours, go_live_at=NOON + timedelta(hours=1))
    move_clock(NOON + timedelta(minutes=61))
    list(Clock(gather()).tick())
    assert status(client, opening_hours) == 200
    error = Job.objects.get(name="publish_scheduled").last_error
    assert error.endswith(f"Not done: publish home.standardpage {fees.pk}")
    fees.refresh_from_db()
    assert fees.slug == "fees"


def test_a_scheduled_change_enters_the_history_when_it_goes_live(demo_site: None, move_clock) -> None:
    move_clock(NOON)
    page = standard(home_page(), "Opening hours")
    page.change_note = "New hours."
    schedule(page, go_live_at=NOON + timedelta(hours=1))
    notes = ChangeNote.objects.filter(page_id=page.pk).values_list("text", flat=True)
    move_clock(NOON + timedelta(minutes=59))
    tick()
    assert not notes.exists()
    move_clock(NOON + timedelta(minutes=61))
    tick()
    assert list(notes) == ["New hours."]


def test_overdue_wording_shows_only_to_those_who_may_change_it(
    demo_site: None, move_clock, django_user_model
) -> None:
    move_clock(NOON)
    wording = ApproachStatements.objects.create(title="What we do", statements=[], live=False)
    wording.go_live_at = NOON + timedelta(minutes=1)
    wording.save_revision(clean=False).publish()
    editor, visitor = (django_user_model.objects.create_user(name) for name in ("editor", "visitor"))
    editor.groups.add(Group.objects.get(name="SG editors"))
    move_clock(NOON + timedelta(minutes=12))
    assert "What we do" in [item.title for item in overdue_pages(editor)]
    assert overdue_pages(visitor) == []
