"""Forms of strangers carry no token: each of them, by the resolver, refuses what another site sends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.hostile.addresses import BY_NAME

pytestmark = pytest.mark.django_db

# Whoever holds the link may leave by one press of a mail program, which is no browser (RFC 8058).
FROM_ANYWHERE = {"bulletin:unsubscribe"}
# They sign somebody in, so they keep the token of Django, and a cookie with it.
WITH_A_TOKEN = {
    "wagtaildocs_authenticate_with_password",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
    "wagtailadmin_login",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_confirm",
}
FORMS = sorted(name for name, entry in BY_NAME.items() if entry.takes_form)
FROM_ELSEWHERE = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "https://testserver.evil.example"},
    {"Referer": "https://evil.example/form"},
    {"Referer": "http://[::1"},
)


def exempt_from_tokens(resolver: Any = None, namespaces: tuple[str, ...] = ()) -> Iterator[str]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from exempt_from_tokens(pattern, inner)
        elif isinstance(pattern, URLPattern) and getattr(pattern.callback, "csrf_exempt", False):
            if hasattr(pattern.callback, "cls"):
                continue  # REST framework judges by itself who is signed in
            yield ":".join((*namespaces, pattern.name or str(pattern.pattern)))


def path_of(name: str, good: dict[str, str]) -> str:
    """The first of its addresses that opens something."""
    places = {f"good_{place}": value for place, value in good.items()}
    path = next((path for path in BY_NAME[name].paths if "good_" in path), BY_NAME[name].paths[0])
    return path.format(**places, word="MQ", token="x", number="1", key=good["key"])


def test_no_view_goes_without_a_token_unseen() -> None:
    assert set(exempt_from_tokens()) == set(FORMS) - WITH_A_TOKEN


@pytest.mark.parametrize("name", sorted(set(FORMS) - WITH_A_TOKEN))
def test_what_another_site_sends_is_refused(good: dict[str, str], name: str) -> None:
    client, path = Client(enforce_csrf_checks=True), path_of(name, good)
    for headers in FROM_ELSEWHERE:
        answer = client.post(path, {"email": "odd@council.example"}, headers=headers)
        assert (answer.status_code == 403) is (name not in FROM_ANYWHERE), (headers, answer.status_code)
        assert not answer.cookies


@pytest.mark.parametrize("name", sorted(set(FORMS) - WITH_A_TOKEN))
def test_what_a_reader_sends_is_taken_without_a_cookie(good: dict[str, str], name: str) -> None:
    client, path = Client(enforce_csrf_checks=True), path_of(name, good)
    answer = client.post(path, {}, headers={"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"})
    assert answer.status_code in (200, 302, 404, 410), "not refused; what is missing in it is another matter"
    assert not answer.cookies


@pytest.mark.parametrize("name", sorted(WITH_A_TOKEN))
def test_forms_that_sign_in_keep_their_token(good: dict[str, str], name: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(path_of(name, good), {"username": "a", "password": "b"})
    assert answer.status_code == 403
