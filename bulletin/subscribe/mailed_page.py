"""Pages behind mailed links: no cache keeps them, no other site hears of them, opening changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from bulletin.models import SubscriberLink
from bulletin.subscribe.links import EndedLink, UnknownLink, link_behind
from cms.pages.same_origin import same_origin_only

View = Callable[..., HttpResponse]

# Not "no-referrer": browsers would then not say either from which site a form comes.
PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


def private(view: View) -> View:
    """Holds for every answer of the view."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for name, value in PRIVATE.items():
            response[name] = value
        return response

    return answered


def behind_link(purpose: str) -> Callable[[View], View]:
    """For a view that is told the link in place of its token; one that opens nothing says what to do."""

    def decorate(view: View) -> View:
        @private
        @same_origin_only
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def opened(request: HttpRequest, token: str) -> HttpResponse:
            try:
                link = link_behind(token, purpose)
            except UnknownLink:
                return closed(request, purpose)
            except EndedLink as ended:
                return closed(request, purpose, ended.link)
            return view(request, token, link)

        # Wrapping keeps a function's marks, and the outermost one is asked.
        opened.csrf_exempt = True
        return opened

    return decorate


def closed(request: HttpRequest, purpose: str, ended: SubscriberLink | None = None) -> HttpResponse:
    """This link opens nothing, or no longer; and the way on."""
    context = {
        "purpose": purpose,
        "has_ended": ended is not None,
        "was_used": ended is not None and ended.used_at is not None,
        "hides_signup": True,
    }
    status = 410 if ended else 404
    return render(request, "bulletin/subscribe/closed.html", context, status=status)
