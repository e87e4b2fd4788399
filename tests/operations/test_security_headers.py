"""What browsers are told about each kind of answer."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from cms.operations.hosts import ADMIN_PATH

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.operations.small_site")]

PUBLIC_POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
ANSWERS = {
    "page": ("/page/", 200),
    "redirect": ("/moved/", 302),
    "not found": ("/nothing/", 404),
    "refused": ("/refuse/", 403),
    "fault": ("/fall-over/", 500),
    "no database": ("/no-database/", 503),
    "feedback": ("/feedback/", 200),
    "health": ("/healthz", 200),
    "media": ("/media/images/picture.png", 200),
    "admin": ("/admin/page/", 200),
    "preview": ("/admin/preview/", 200),
}


@pytest.fixture
def reader(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def policy(response: HttpResponse) -> set[str]:
    return set(response["Content-Security-Policy"].split("; "))


@pytest.mark.parametrize("path", ["/page/", "/nothing/", "/refuse/", "/fall-over/", "/moved/", "/feedback/"])
def test_public_answers_allow_nothing_inline_and_no_frame(reader: Client, path: str) -> None:
    response = reader.get(path)
    assert policy(response) == PUBLIC_POLICY
    assert response["X-Frame-Options"] == "DENY"


def test_an_editor_gets_the_public_policy_on_public_pages(reader: Client, settings) -> None:
    reader.cookies[settings.SESSION_COOKIE_NAME] = "editor"
    assert policy(reader.get("/page/")) == PUBLIC_POLICY


def test_the_admin_alone_may_use_inline_scripts_and_frame_itself(reader: Client) -> None:
    response = reader.get("/admin/page/")
    assert {"script-src 'self' 'unsafe-inline'", "style-src 'self' 'unsafe-inline'"} <= policy(response)
    assert {"frame-ancestors 'self'", "default-src 'none'", "base-uri 'none'"} <= policy(response)
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_in_the_editor_gets_the_policy_of_the_admin(reader: Client) -> None:
    response = reader.get("/admin/preview/")
    assert policy(response) == policy(reader.get("/admin/page/"))
    assert response["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("name", ANSWERS)
def test_every_kind_of_answer_carries_the_same_headers(reader: Client, name: str) -> None:
    path, status = ANSWERS[name]
    response = reader.get(path, secure=True)
    assert response.status_code == status
    assert response["Content-Security-Policy"]
    assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    expected = "cross-origin" if name == "media" else "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == expected


def test_the_way_to_https_carries_the_headers_too(reader: Client, settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    response = reader.get("/page/")
    assert response.status_code == 301
    assert policy(response) == PUBLIC_POLICY


def test_a_view_may_ask_for_a_wider_policy(reader: Client) -> None:
    wider = "img-src 'self' data: https://media.example"
    assert policy(reader.get("/wider/")) == {*PUBLIC_POLICY - {"img-src 'self' data:"}, wider}


def test_media_may_run_nothing(reader: Client) -> None:
    assert reader.get("/media/images/picture.png")["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.urls("cms.urls")
def test_the_admin_is_where_the_headers_expect_it() -> None:
    assert reverse("wagtailadmin_home") == ADMIN_PATH
