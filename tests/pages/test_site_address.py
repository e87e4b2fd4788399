"""Links in mails and in the site map lead to the site, also where no demo pages were loaded."""

from __future__ import annotations

import pytest
from wagtail.models import Site

from cms.pages.site_address import ensure_address

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://employability.example", ("employability.example", 443)),
        ("http://127.0.0.1:8000", ("127.0.0.1", 8000)),
    ],
)
def test_the_first_site_gets_the_address_of_this_one(settings, demo_site, url, expected) -> None:
    Site.objects.update(hostname="localhost", port=80)
    settings.SITE_URL = url
    ensure_address()
    site = Site.objects.get()
    assert (site.hostname, site.port) == expected


def test_an_address_that_another_site_has_is_not_taken(settings, demo_site) -> None:
    first = Site.objects.get()
    Site.objects.update(hostname="localhost", port=80)
    Site.objects.create(hostname="employability.example", port=443, root_page=first.root_page)
    settings.SITE_URL = "https://employability.example"
    ensure_address()
    assert Site.objects.filter(hostname="localhost").count() == 1


def test_what_an_editor_has_chosen_stays(settings, demo_site) -> None:
    Site.objects.update(hostname="work.example", port=443)
    settings.SITE_URL = "https://employability.example"
    ensure_address()
    assert Site.objects.get().hostname == "work.example"
