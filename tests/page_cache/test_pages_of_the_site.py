"""The pages of the demo site with a page cache."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from cms.page_cache import generation
from cms.pages.models import SiteSettings
from tests.factories import pages

pytestmark = pytest.mark.django_db


def queries(reader: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert reader.get(path).status_code == 200
    return len(captured)


def test_a_kept_page_costs_no_query(reader, demo_site):
    """Of each type of page, and of lists and files beside them."""
    first = {page.content_type_id: page for page in Page.objects.live().public().filter(depth__gt=1)}
    addresses = {page.specific.url for page in first.values()}
    paths = {url for url in addresses if url and "#" not in url}
    paths |= {"/sitemap.xml", "/robots.txt", "/bulletin/feed/", "/handbook/export/handbook.json"}
    assert len(paths) > 20
    for path in sorted(paths):
        reader.get(path)
        assert queries(reader, path) == 0, path


@pytest.mark.parametrize(
    "path",
    [
        *("/search/?q=work", "/local-authorities/find/?q=Lanarkshire", "/bulletin/subscribe/"),
        *("/bulletin/?q=ferry", "/api/v2/pages/?limit=1", "/documents/1/"),
    ],
)
def test_what_is_asked_by_one_reader_is_made_each_time(reader, demo_site, path):
    first, second = (reader.get(path), reader.get(path))
    with CaptureQueriesContext(connection) as captured:
        reader.get(path)
    assert first.status_code == second.status_code
    assert len(captured) or path == "/bulletin/subscribe/", path


def test_who_is_signed_in_meets_no_kept_page_and_leaves_none(reader, demo_site, admin_user):
    reader.get("/privacy/")
    assert queries(reader, "/privacy/") == 0
    reader.force_login(admin_user)
    assert queries(reader, "/privacy/") > 0
    assert "no-store" in reader.get("/contact/")["Cache-Control"]
    reader.cookies.clear()
    assert queries(reader, "/privacy/") == 0
    assert queries(reader, "/contact/") > 0


def test_a_banner_that_ends_is_gone_within_a_minute(reader, demo_site, clock, monkeypatch):
    settings = SiteSettings.objects.get()
    settings.notice_title, settings.notice_from = "Lines are closed today", None
    settings.notice_until = timezone.now() + timedelta(seconds=1)
    settings.save()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generation, "_sees_uncommitted", lambda: False)
        assert b"Lines are closed" in reader.get("/privacy/").content
        later = timezone.now() + timedelta(seconds=generation.LONGEST)
        patch.setattr(timezone, "now", lambda: later)
        assert b"Lines are closed" in reader.get("/privacy/").content, "it was kept"
        clock.seconds += generation.LONGEST
        assert b"Lines are closed" not in reader.get("/privacy/").content


def test_a_page_is_new_as_soon_as_it_is_published(reader, demo_site, django_capture_on_commit_callbacks):
    page = pages.standard(pages.home_page(), "First words")
    with django_capture_on_commit_callbacks(execute=True):
        generation.advance()
    reader.get(page.url)
    with django_capture_on_commit_callbacks(execute=True):
        page.title = "Other words"
        page.save_revision().publish()
    assert b"Other words" in reader.get(page.url).content


def test_the_cache_in_front_is_told_only_where_there_is_one(settings):
    assert settings.WAGTAILFRONTENDCACHE == {}
    assert "wagtail.contrib.frontend_cache" not in settings.INSTALLED_APPS
