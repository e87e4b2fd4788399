"""The site's own mails call it by its name, and lead to the pages that stand in its foot."""

from __future__ import annotations

import pytest
from wagtail.models import Site

from bulletin.subscribe.mails import moved
from cms.mail.models import OutboxMail
from cms.pages.models import SiteSettings
from tests.bulletin.subscribe.reader import Reader

pytestmark = pytest.mark.usefixtures("demo_site")


@pytest.fixture
def details() -> SiteSettings:
    return SiteSettings.for_site(Site.objects.get(is_default_site=True))


def mails_of_a_reader() -> list[str]:
    """To confirm, of welcome, for who gets it already, for preferences, and to an address that was left."""
    ann = Reader()
    ann.is_subscribed_now()
    ann.signs_up()
    ann.asks_for_preferences()
    stranger = Reader("stranger@council.example")
    stranger.asks_for_preferences()
    to_old_address = moved(OutboxMail(address="old@council.example", reference={"subscriber": 0}))
    return [*(mail.body for mail in [*ann.mails(), *stranger.mails()]), to_old_address.text]


def test_they_call_the_site_by_its_name(details: SiteSettings) -> None:
    details.title = "Work & Skills Moray"
    details.save()
    texts = mails_of_a_reader()
    assert len(texts) >= 6
    assert all("Work & Skills Moray" in text for text in texts)
    assert not any("Employability in Scotland" in text for text in texts)


def test_they_lead_to_the_page_that_stands_in_the_foot_of_the_site(details: SiteSettings) -> None:
    link = {"title": "Privacy", "link": {"address": "https://www.gov.example/all/privacy"}, "summary": ""}
    details.footer_links = details.footer_links.stream_block.to_python([{"type": "link", "value": link}])
    details.save()
    for text in mails_of_a_reader():
        assert "How we look after your details: https://www.gov.example/all/privacy" in text.splitlines()


def test_without_such_a_page_they_say_nothing_of_it(details: SiteSettings) -> None:
    details.footer_links = details.footer_links.stream_block.to_python([])
    details.save()
    texts = mails_of_a_reader()
    assert not any("How we look after your details" in text or "tell us" in text for text in texts)
