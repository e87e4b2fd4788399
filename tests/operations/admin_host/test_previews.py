"""A preview is shown on the host of the admin, and is of the page as readers will have it."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from bulletin.models import EditionPage
from cms.vocabulary.models import ApproachStatements
from la_directory.models import ContactPage
from resources.models import ProductPage
from tests.factories.pages import home_page, standard
from tests.operations.admin_host.conftest import PUBLIC

pytestmark = pytest.mark.django_db

ADDRESS = re.compile(r'\b(?:href|src|action|srcset|data-es-suggest)="(/[^"\s]*)')
DRAWN_WITH = ("/static/", "/media/", "/admin/", "/search/suggest/")


def preview(editor: Client, page: Page) -> HttpResponse:
    draft = page.save_revision()
    return editor.get(reverse("wagtailadmin_pages:revisions_view", args=[page.pk, draft.pk]))


@pytest.mark.parametrize("model", [ProductPage, ContactPage, EditionPage])
def test_what_it_is_drawn_with_is_here_and_where_it_leads_is_public(
    editor: Client, model: type[Page]
) -> None:
    response = preview(editor, model.objects.filter(locale__language_code="en-gb").first())
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex, nofollow" and "no-store" in response["Cache-Control"]
    addresses = set(ADDRESS.findall(response.content.decode()))
    assert any(address.startswith("/static/") for address in addresses)
    leads_away = {address for address in addresses if not address.startswith(DRAWN_WITH)}
    assert {"/search/", "/bulletin/subscribe/"} <= leads_away
    for address in leads_away:
        asked = editor.get(address.split("#")[0], headers={"sec-fetch-site": "same-origin"})
        if not address.startswith("/documents/"):
            assert asked["Location"] == PUBLIC + address.split("#")[0]


def test_its_canonical_address_is_the_public_one(editor: Client) -> None:
    page = standard(home_page(), "About this test")
    text = preview(editor, page).content.decode()
    assert f'<link rel="canonical" href="{PUBLIC}/about-this-test/">' in text
    assert "admin.example" not in text


def test_a_draft_that_was_never_public_is_shown(editor: Client) -> None:
    page = standard(home_page(), "About this test")
    page.unpublish()
    assert b"About this test" in preview(editor, page).content
    assert b"About this test" in editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content


def test_what_has_no_address_is_shown_whichever_host_is_named_first(editor: Client, settings) -> None:
    """Wagtail then makes up a request for the first page of the first host."""
    settings.ALLOWED_HOSTS = ["admin.example", *settings.ALLOWED_HOSTS]
    draft = ApproachStatements.objects.first()
    assert draft.make_preview_request(preview_mode=draft.default_preview_mode).status_code == 200


def test_the_bar_in_it_leads_back_into_the_admin(editor: Client) -> None:
    text = preview(editor, standard(home_page(), "About this test")).content.decode()
    links = re.findall(r'href="([^"]*/admin/[^"]*)" target="_parent"', text)
    assert links and all(link.startswith("/admin/") for link in links)


def test_it_keeps_the_policy_of_the_admin(editor: Client) -> None:
    response = preview(editor, standard(home_page(), "About this test"))
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_readers_do_not_get_it(reader: Client) -> None:
    page = standard(home_page(), "About this test")
    path = reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.save_revision().pk])
    assert b"About this test" not in reader.get(path).content
