"""Pages go live and come down when the clock passes their times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from wagtail.models import Page

from cms.operations.clock import Clock
from cms.operations.jobs import gather
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
