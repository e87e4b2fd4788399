"""The headers of ten kinds of answers and more, each written out in full: a change of one has to be meant."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from wagtail.documents import get_document_model

pytestmark = pytest.mark.django_db

PUBLIC_POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; img-src 'self' data:; script-src 'self'; style-src 'self'"
)
ADMIN_POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'self'; frame-src 'self'; img-src 'self' data: blob:; "
    "script-src 'self' 'unsafe-inline'; script-src-attr 'none'; style-src 'self' 'unsafe-inline'"
)
FILE_POLICY = "default-src 'none'; sandbox"
READER = {
    "Content-Security-Policy": PUBLIC_POLICY,
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cache-Control": "public, max-age=0, must-revalidate",
    "Set-Cookie": None,
}
OWN = {"Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private"}
NOT_KEPT = {"Cache-Control": "private, no-store"}
BY_THE_READER = {"Cache-Control": "private, no-cache"}
ADMIN = {**OWN, "Content-Security-Policy": ADMIN_POLICY, "X-Frame-Options": "SAMEORIGIN"}

# kind -> the path, the status, and what differs from an ordinary page
KINDS: dict[str, tuple[str, int, dict[str, Any]]] = {
    "home": ("/", 200, {}),
    "home in Gaelic": ("/gd/", 200, {}),
    "policy": ("/no-one-left-behind/", 200, {}),
    "handbook": ("/handbook/", 200, {}),
    "council list": ("/local-authorities/", 200, {}),
    "finder": ("/local-authorities/find/?q=Lanarkshire", 200, {"Referrer-Policy": "strict-origin"}),
    "search": ("/search/?q=work", 200, {}),
    "bulletin": ("/bulletin/2026/10/", 200, {}),
    "feed": ("/bulletin/feed/", 200, {}),
    "table": ("/local-authorities/export/councils.csv", 200, {}),
    "JSON": ("/handbook/export/handbook.json", 200, {}),
    "API": ("/api/v2/pages/", 200, {}),
    "sitemap": ("/sitemap.xml", 200, {}),
    "feedback": ("/feedback/", 200, BY_THE_READER),
    "sign-up": ("/bulletin/subscribe/", 200, BY_THE_READER),
    "mailed link": (
        "/bulletin-mail/preferences/unknown/",
        404,
        {**NOT_KEPT, "Referrer-Policy": "strict-origin"},
    ),
    "redirect": ("/handbook", 301, {}),
    "not found": ("/nothing/", 404, {}),
    "refused": ("/feedback/", 403, NOT_KEPT),
    "fault": ("/search/?q=fault", 500, NOT_KEPT),
    "document": ("{document}", 200, {"Content-Security-Policy": FILE_POLICY}),
    "sign in": ("/admin/login/", 200, {**ADMIN, "Set-Cookie": "csrf"}),
    "admin": ("/admin/pages/", 200, {**ADMIN, **NOT_KEPT, "Set-Cookie": "csrf"}),
}


@pytest.fixture
def reader(demo_site: None) -> Client:
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def told(response: HttpResponse, names: dict[str, Any]) -> dict[str, Any]:
    cookies = ", ".join(sorted(response.cookies)) or None
    values = {**{name: response.get(name) for name in names}, "Set-Cookie": cookies}
    return {**values, "Content-Security-Policy": in_order(values["Content-Security-Policy"] or "")}


def in_order(policy: str) -> list[str]:
    return sorted(policy.split("; "))


@pytest.mark.parametrize("kind", KINDS)
def test_the_headers_of_each_kind_of_answer(
    reader: Client, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    path, status, different = KINDS[kind]
    if kind == "fault":
        monkeypatch.setattr("search.views.find", lambda *words: 1 / 0)
    if kind == "admin":
        editor = get_user_model().objects.create_superuser("editor", "editor@example.org", "x")
        reader.force_login(editor)
    if kind == "document":
        path = get_document_model().objects.filter(file__endswith="x").first().url
    if kind == "refused":
        response = reader.post(path, secure=True, headers={"Sec-Fetch-Site": "cross-site"})
    else:
        response = reader.get(path, secure=True)
    assert response.status_code == status
    expected = {**READER, **different}
    expected["Content-Security-Policy"] = in_order(expected["Content-Security-Policy"])
    assert told(response, expected) == expected
