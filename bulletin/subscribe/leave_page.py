"""Leaving by the link in a mail: a page with a button, and one press of a mail program (RFC 8058).

Whoever holds the link may leave; so it asks for no cookie, no token and not for the site a form comes from.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from bulletin.subscribe.leave import is_subscribed, leave_by_link
from bulletin.subscribe.links import TEST, UnknownLink, leaving_behind
from bulletin.subscribe.mailed_page import private
from bulletin.subscribe.sources import LINK, ONE_PRESS


@csrf_exempt
@private
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    if token == TEST:
        return _show(request, "test")
    try:
        leaving = leaving_behind(token)
    except UnknownLink:
        return _show(request, "unknown", status=404)
    if request.method == "POST":
        leave_by_link(leaving, _source(request))
        return _show(request, "left")
    return _show(request, "ask" if is_subscribed(leaving.address_key) else "left")


def _source(request: HttpRequest) -> str:
    """A body that nobody can read must keep nobody from leaving."""
    try:
        is_one_click = request.POST.get("List-Unsubscribe") == "One-Click"
    except Exception:
        is_one_click = True  # the page’s own button sends a body that can be read
    return ONE_PRESS if is_one_click else LINK


def _show(request: HttpRequest, step: str, status: int = 200) -> HttpResponse:
    context = {"step": step, "hides_signup": True}
    return render(request, "bulletin/subscribe/leave.html", context, status=status)
