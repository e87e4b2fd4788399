"""What editors set for the whole site."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Site

from cms.pages.models import SiteSettings

pytestmark = pytest.mark.django_db


def settings() -> SiteSettings:
    return SiteSettings.for_site(Site.objects.get(is_default_site=True))


def test_a_notice_shows_between_its_start_and_its_end():
    now = timezone.now()
    notice = SiteSettings(
        notice_title="Office closed", notice_from=now, notice_until=now + timedelta(hours=1)
    )
    assert not notice.notice_is_shown(now - timedelta(seconds=1))
    assert notice.notice_is_shown(now)
    assert not notice.notice_is_shown(now + timedelta(hours=1))


def test_a_notice_that_ends_before_it_starts_is_refused(demo_site):
    site_settings = settings()
    site_settings.notice_title = "Office closed"
    site_settings.notice_from = timezone.now()
    site_settings.notice_until = site_settings.notice_from - timedelta(hours=1)
    with pytest.raises(ValidationError, match="after the start"):
        site_settings.full_clean()


def test_a_changed_title_shows_on_the_next_request(client, demo_site):
    assert b"A new name" not in client.get("/").content
    site_settings = settings()
    site_settings.title = "A new name"
    site_settings.save()
    assert b"A new name" in client.get("/").content


def test_a_notice_is_on_every_page_while_it_shows(client, demo_site):
    site_settings = settings()
    site_settings.notice_from = site_settings.notice_until = None
    site_settings.notice_title = "Offices are closed on Monday"
    site_settings.notice_text = "<p>We answer on Tuesday.</p>"
    site_settings.save()
    assert b"Offices are closed on Monday" in client.get("/privacy/").content
