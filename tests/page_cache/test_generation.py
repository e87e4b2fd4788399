"""What a process keeps is dropped by every process as soon as content changes."""

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from cms.page_cache import generation
from tests.factories import pages


@pytest.fixture
def counted():
    calls = []
    return calls, lambda: calls.append(1) or len(calls)


def test_a_value_is_made_once_until_content_changes(counted, db):
    _, make = counted
    assert generation.kept("name", make) == generation.kept("name", make) == 1
    generation.advance()
    assert generation.kept("name", make) == 2


def test_another_process_sees_the_change_when_it_is_committed(
    counted, db, django_capture_on_commit_callbacks
):
    _, make = counted
    generation.kept("name", make)
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        generation.advance()
    assert generation.current() != before


def test_publishing_a_page_advances(demo_site, django_capture_on_commit_callbacks):
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        pages.standard(pages.home_page(), "New page")
    assert generation.current() != before


def test_signing_in_does_not_advance(db, django_capture_on_commit_callbacks):
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        Session.objects.create(session_key="key", session_data="", expire_date=timezone.now())
    assert generation.current() == before


def test_without_redis_nothing_is_kept_and_nothing_fails(counted, settings, db):
    _, make = counted
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": settings.REDIS_URL}
    }
    assert [generation.kept("name", make), generation.kept("name", make)] == [1, 2]
    generation.advance()
