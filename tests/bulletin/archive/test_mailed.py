"""What was mailed stays as it was: readers see it, and can check it."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse

from bulletin.models import EditionPage
from bulletin.render.message import freeze
from tests.bulletin import office
from tests.bulletin.archive import editions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

FORMS = ("email", "text", "message")


@pytest.fixture
def edition() -> EditionPage:
    return editions.live()


def test_the_mail_is_shown_as_it_was_sent_also_after_a_correction(
    client: Client, edition: EditionPage
) -> None:
    sending = editions.mailed(edition, **_frozen(edition))
    office.change(edition, None, introduction="<p>Put right.</p>", change_note="Corrected.")
    edition.get_latest_revision().publish()
    assert "Put right." in client.get(edition.url).content.decode()
    shown = client.get(f"{edition.url}email/").content.decode()
    assert "Welcome." in shown and "Put right." not in shown
    assert shown == sending.html.replace("%%UNSUBSCRIBE%%", _preferences())


def _frozen(edition: EditionPage) -> dict[str, object]:
    return freeze(edition)._asdict()


def _preferences() -> str:
    return f"{settings.SITE_URL}{reverse('bulletin:preferences')}"


def test_the_message_is_kept_byte_for_byte_with_its_hash(client: Client, edition: EditionPage) -> None:
    sending = editions.mailed(edition, **_frozen(edition))
    response = client.get(f"{edition.url}message/")
    assert response.content == bytes(sending.message)
    assert sha256(response.content).hexdigest() == sending.sha256
    assert response["Content-Type"] == "message/rfc822"
    assert 'attachment; filename="bulletin-2031-10.eml"' in response["Content-Disposition"]
    page = BeautifulSoup(client.get(edition.url).content, "html.parser")
    assert page.select_one(".es_checksum").text == sending.sha256


@pytest.mark.parametrize("form", ["email", "text"])
def test_no_token_and_nobodys_link_is_left_in_it(client: Client, edition: EditionPage, form: str) -> None:
    editions.mailed(edition, **_frozen(edition))
    words = client.get(f"{edition.url}{form}/").content.decode()
    assert not re.search(r"%%[A-Z-]+%%", words)
    assert _preferences() in words


def test_the_text_is_plain_and_in_utf_8(client: Client, edition: EditionPage) -> None:
    editions.mailed(edition)
    response = client.get(f"{edition.url}text/")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "As mailed, crème brûlée" in response.content.decode()


def test_before_anybody_was_mailed_there_is_text_and_no_mail(client: Client, edition: EditionPage) -> None:
    assert "Welcome." in client.get(f"{edition.url}text/").content.decode()
    for form in ("email", "message"):
        assert client.get(f"{edition.url}{form}/").status_code == 404
    assert "View the e-mail" not in client.get(edition.url).content.decode()


def test_a_sending_that_has_not_begun_is_not_shown(client: Client, edition: EditionPage) -> None:
    editions.mailed(edition, state="queued", started_at=None)
    assert client.get(f"{edition.url}email/").status_code == 404


def test_of_several_sendings_the_newest_is_shown(client: Client, edition: EditionPage) -> None:
    editions.mailed(edition, html="<p>First</p>", state="cancelled", started_at=editions.moment(2031, 10, 1))
    editions.mailed(edition, html="<p>Second</p>", started_at=editions.moment(2031, 10, 2))
    assert client.get(f"{edition.url}email/").content == b"<p>Second</p>"


def test_the_mail_may_show_its_styles_and_do_nothing_else(client: Client, edition: EditionPage) -> None:
    editions.mailed(edition)
    policy = client.get(f"{edition.url}email/")["Content-Security-Policy"]
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    assert "'unsafe-inline'" in rules["style-src"]
    assert rules["script-src"] == rules["form-action"] == rules["connect-src"] == "'none'"
    assert "allow-scripts" not in rules["sandbox"] and "allow-same-origin" not in rules["sandbox"]


@pytest.mark.parametrize("path", ["", "text/", "../../"])
def test_no_other_page_may_have_styles_in_it(client: Client, edition: EditionPage, path: str) -> None:
    editions.mailed(edition)
    client.get(f"{edition.url}email/")
    response = client.get(f"{edition.url}{path}".replace("2031/10/../../", ""))
    assert response.status_code == 200
    assert "unsafe-inline" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("form", FORMS)
def test_search_engines_are_led_to_the_page(client: Client, edition: EditionPage, form: str) -> None:
    editions.mailed(edition)
    response = client.get(f"{edition.url}{form}/")
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Link"] == f'<{edition.full_url}>; rel="canonical"'
    assert not response.cookies


def test_the_mail_loads_nothing_from_elsewhere() -> None:
    """A font or a picture of somebody else would tell them who reads."""
    picture = {"image": office.picture().pk, "alt_text": "A bus", "decorative": False}
    html = freeze(editions.live(sections=editions.items(office.story(picture=picture)))).html
    loaded = re.findall(r"""(?:src=|url\(|@import )["']?(https?://[^"')]+)""", html)
    assert loaded
    assert [address for address in loaded if not address.startswith(f"{settings.SITE_URL}/")] == []
