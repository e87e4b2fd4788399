"""Asking an address, and judging the answer: refused or not, and whether it says what it must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from http.cookies import SimpleCookie
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

REFUSALS = (403, 404, 405, 410)


def admin_addresses() -> dict[str, tuple[str, ...]]:
    """Every address of the admin by its name, or its route where it has none, and the parts of it."""
    return dict(_walk(get_resolver(), (), "", ()))


def _walk(
    resolver: URLResolver, namespaces: tuple[str, ...], route: str, parts: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in resolver.url_patterns:
        there = route + str(pattern.pattern)
        regex = getattr(pattern.pattern, "regex", None)
        groups = regex.groupindex if regex else {}
        named = tuple(dict.fromkeys((*parts, *pattern.pattern.converters, *groups)))
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern, inner, there, named)
        elif there.startswith("admin/"):
            yield ":".join((*namespaces, pattern.name)) if pattern.name else there, named


def is_refused(response: HttpResponse) -> bool:
    """Wagtail leads people whom it refuses to their first page with a message."""
    if response.status_code in REFUSALS:
        return True
    home = reverse("wagtailadmin_home")
    return response.status_code == 302 and response["Location"] in (home, reverse("wagtailadmin_login"))


def told(response: HttpResponse) -> str:
    """All that an answer tells: its text, its headers and the messages that the next page will show."""
    body = "" if response.streaming else response.content.decode(errors="replace")
    request = getattr(response, "wsgi_request", None)
    waiting = getattr(get_messages(request), "_queued_messages", []) if request else []
    return "\n".join([body, str(response.headers), *(str(message) for message in waiting)])


def leaks(response: HttpResponse, secrets: Iterable[str]) -> list[str]:
    text = told(response).lower()
    return [secret for secret in secrets if secret in text]


def ask(
    client: Client, method: str, url: str, data: dict[str, Any] | None = None, take_back: bool = True
) -> HttpResponse:
    """What the answer changes is taken back, signing out included."""
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value
    with transaction.atomic():
        response = client.get(url, data) if method == "GET" else client.post(url, data or {})
        transaction.set_rollback(take_back)
    client.cookies = SimpleCookie({settings.SESSION_COOKIE_NAME: kept})
    return response
