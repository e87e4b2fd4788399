"""Gaelic goes live after its English, and leaves with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from cms.operations.scheduled_publishing import publish_scheduled
from resources.models import Milestone
from tests.factories.pages import home_page, standard
from tests.translation.gaelic import begin, fill, save, target, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def english() -> Page:
    return standard(home_page(), "Help with travel")


def test_taking_down_english_takes_down_gaelic(english: Page) -> None:
    translation = translate(english)
    assert target(translation).live
    english.unpublish()
    assert not target(translation).live


def test_english_that_ends_by_the_clock_takes_gaelic_with_it(english: Page) -> None:
    translation = translate(english)
    Page.objects.filter(pk=english.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    publish_scheduled()
    assert not target(translation).live


@pytest.mark.parametrize("what", ["itself", "the page above"])
def test_deleting_english_takes_down_gaelic(english: Page, what: str) -> None:
    child = standard(english, "Buses") if what == "the page above" else english
    gaelic_page = target(translate(child))
    assert gaelic_page.live
    english.refresh_from_db()
    english.delete()
    assert not Page.objects.get(pk=gaelic_page.pk).live


def test_gaelic_of_a_draft_stays_a_draft_whoever_publishes_it(english: Page) -> None:
    translation = begin(english)
    fill(translation)
    english.unpublish()
    save(translation)
    assert not target(translation).live
    page = target(translation)
    page.live = True
    page.save()
    assert not target(translation).live
    english.refresh_from_db()
    english.save_revision().publish()
    save(translation)
    assert target(translation).live


def test_a_planned_hour_waits_for_english_and_holds_back_nobody_else(english: Page) -> None:
    translation = begin(english)
    english.unpublish()
    page = target(translation)
    page.go_live_at = timezone.now() - timedelta(minutes=5)
    revision = page.save_revision()
    revision.approved_go_live_at = page.go_live_at
    revision.save()
    publish_scheduled()
    assert not target(translation).live
    english.refresh_from_db()
    english.save_revision().publish()
    publish_scheduled()
    assert target(translation).live


def test_records_follow_the_same_rule() -> None:
    milestone = Milestone.objects.filter(live=True, locale__language_code="en-gb").first()
    translation = translate(milestone)
    assert target(translation).live
    milestone.unpublish()
    assert not target(translation).live
    save(translation)
    assert not target(translation).live
    milestone.delete()
    assert not Milestone.objects.filter(translation_key=milestone.translation_key, live=True).exists()
