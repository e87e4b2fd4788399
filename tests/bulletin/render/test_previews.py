"""The editor sees an edition as it will arrive, and hears what is in the way instead of an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model

from bulletin.models import EditionPage
from bulletin.subscribe.links import unsubscribe_url_of_a_test
from tests.bulletin.office import editor
from tests.bulletin.render.editions import edition, one_of_each, picture, story

pytestmark = pytest.mark.usefixtures("demo_site")

MAILS = ["email", "email-320", "email-dark"]


def preview(client: Client, draft: EditionPage, mode: str) -> HttpResponse:
    """The newest draft as Wagtail shows it."""
    client.force_login(editor())
    draft.save_revision()
    return client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]), {"mode": mode})


def test_the_editor_offers_page_mail_and_text() -> None:
    modes = [name for name, _label in edition(story()).preview_modes]
    assert modes == ["", *MAILS, "text"]


def test_an_edition_from_elsewhere_is_only_a_page() -> None:
    assert [name for name, _label in edition(origin="elsewhere").preview_modes] == [""]


@pytest.mark.parametrize(("mode", "width"), [("email", "642"), ("email-320", "322"), ("email-dark", "642")])
def test_the_mail_is_framed_at_its_width_below_sender_subject_and_preheader(
    client: Client, mode: str, width: str
) -> None:
    response = preview(client, edition(*one_of_each()), mode)
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "lxml")
    bar = page.header.get_text(" ", strip=True)
    for words in ("Employability in Scotland <", "New in March", "Grants, events and guidance.", "kB of 90"):
        assert words in bar
    frame = page.find("iframe")
    assert frame["width"] == width
    assert "allow-scripts" not in frame["sandbox"]
    mail = BeautifulSoup(frame["srcdoc"], "lxml")
    assert mail.h1.get_text() == "Bulletin, March 2031"
    assert mail.base["target"] == "_blank"
    assert mail.find("a", string="Unsubscribe")["href"] == unsubscribe_url_of_a_test()


def test_the_dark_preview_shows_the_dark_colours_to_everybody(client: Client) -> None:
    draft = edition(story())
    dark, light = (
        preview(client, draft, "email-dark"),
        client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]), {"mode": "email"}),
    )
    assert "@media all" in dark.content.decode()
    assert "@media all" not in light.content.decode()
    assert "@media (prefers-color-scheme: dark)" in light.content.decode()


def test_the_plain_text_is_shown_as_it_is(client: Client) -> None:
    response = preview(client, edition(story("Ben & Jerry <b>")), "text")
    text = BeautifulSoup(response.content, "lxml").pre.get_text()
    assert text.startswith("Read this bulletin on the website:\n")
    assert "Ben & Jerry <b>" in text
    assert unsubscribe_url_of_a_test() in text


def test_a_preview_may_be_framed_by_the_admin_and_is_kept_nowhere(client: Client) -> None:
    response = preview(client, edition(story()), "email")
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("mode", [*MAILS, "text"])
def test_what_is_in_the_way_is_said_instead_of_an_error(client: Client, mode: str) -> None:
    value = picture()
    draft = edition(story("Fine"), story("Broken", picture=value))
    Path(get_image_model().objects.get(pk=value["image"]).file.path).unlink()
    response = preview(client, draft, mode)
    assert response.status_code == 200
    words = BeautifulSoup(response.content, "lxml").get_text(" ", strip=True)
    assert "section “This month”, item 2: Broken" in words
    assert "The picture cannot be read" in words


@pytest.mark.parametrize("mode", [*MAILS, "text"])
def test_an_empty_draft_can_be_looked_at(client: Client, mode: str) -> None:
    draft = edition(subject="", preheader="", introduction="", sections=[])
    response = preview(client, draft, mode)
    assert response.status_code == 200
    assert "No subject yet" in response.content.decode()


def test_a_draft_without_a_month_is_told_so() -> None:
    draft = edition(story())
    draft.month = None
    request = draft.make_preview_request(preview_mode="email")
    assert request.status_code == 200
    assert "Say which month" in request.content.decode()
