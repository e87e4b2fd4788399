"""The same rules on the site as it is: its pages, its admin and the preview in its editor."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.factories.pages import home_page, standard
from tests.operations.test_security_headers import PUBLIC_POLICY, policy

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(demo_site: None) -> Page:
    return standard(home_page(), "About this test")


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_superuser("editor", "editor@example.org", "words and words")
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    "path", ["/", "/about-this-test/", "/search/?q=work", "/sitemap.xml", "/robots.txt", "/nothing/"]
)
def test_readers_get_strict_headers_and_no_cookie(about: Page, client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code in (200, 404)
    assert policy(response) == PUBLIC_POLICY
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response["Vary"] == "Accept-Encoding"


def test_a_page_is_the_same_each_time_it_is_asked_for(about: Page, client: Client) -> None:
    tag = client.get(about.url)["ETag"]
    assert client.get(about.url, headers={"if-none-match": tag}).status_code == 304


def test_the_editor_may_frame_its_preview(about: Page, editor: Client) -> None:
    draft = about.save_revision()
    response = editor.get(reverse("wagtailadmin_pages:revisions_view", args=[about.pk, draft.pk]))
    assert response.status_code == 200
    assert b"About this test" in response.content
    assert "frame-ancestors 'self'" in policy(response)
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response["Cache-Control"]


def test_an_editor_sees_public_pages_under_the_public_policy(about: Page, editor: Client) -> None:
    response = editor.get(about.url)
    assert policy(response) == PUBLIC_POLICY
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cache-Control"] == "private, no-store"


def test_the_admin_is_kept_nowhere(about: Page, editor: Client) -> None:
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[about.pk]))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "script-src 'self' 'unsafe-inline'" in policy(response)
