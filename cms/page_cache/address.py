"""Which requests may be answered with what is kept for everybody, and under which name it is kept."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus, urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

Address = tuple[str, str, str, str]

PERSONAL_PATHS = ("/admin/", "/feedback/", "/gd/feedback/")
PORT = re.compile(r":([0-9]{1,5})$")
LONGEST_QUERY = 200  # letters
UNTYPED = ("q=", "words=")  # a form of which only the choices were used


def shared_address(request: HttpRequest) -> Address | None:
    """Scheme, host, path and query; None for what one person asks, and for what is too rare to keep.

    The path says the language. HEAD is answered by what GET has left.
    """
    if request.method not in ("GET", "HEAD") or getattr(request, "is_dummy", False) or _is_personal(request):
        return None
    query = request.META.get("QUERY_STRING", "")
    if query:
        query = _without_marks_of_senders(query)
        if not _is_known(query):
            return None
        request.META["QUERY_STRING"] = query  # so that what is made does not hold them either
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    return (request.scheme or "", host, request.path_info, query) if _is_written_as_we_do(host) else None


def _is_written_as_we_do(host: str) -> bool:
    """In other letters or with a made-up port each page would be kept once more."""
    port = PORT.search(host)
    is_own_port = port is None or int(port[1]) == urlsplit(settings.SITE_URL).port
    return is_own_port and host == host.lower() and not host.endswith(".")


def _is_personal(request: HttpRequest) -> bool:
    given = request.META
    if "HTTP_AUTHORIZATION" in given or request.path_info.startswith(PERSONAL_PATHS):
        return True
    if "HTTP_COOKIE" not in given:
        return False
    names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
    return not request.COOKIES.keys().isdisjoint(names)


def _without_marks_of_senders(query: str) -> str:
    """Without what other sites add to a link to see who follows it: each reader would have an own page."""
    return "&".join(part for part in query.split("&") if not _name(part).startswith(settings.SENDERS_MARKS))


def _is_known(query: str) -> bool:
    parts = query.split("&") if query else []
    return len(query) <= LONGEST_QUERY and all(_is_choice(part) for part in parts)


def _is_choice(part: str) -> bool:
    return part in UNTYPED or _name(part) in settings.KEPT_QUERIES


def _name(part: str) -> str:
    return unquote_plus(part.partition("=")[0])
