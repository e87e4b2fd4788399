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

SOURCE = "link in a mail"
ONE_CLICK_SOURCE = "one press in a mail program"


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
        is_one_click = request.POST.get("List-Unsubscribe") == "One-Click"
        leave_by_link(leaving, ONE_CLICK_SOURCE if is_one_click else SOURCE)
        return _show(request, "left")
    return _show(request, "ask" if is_subscribed(leaving.address_key) else "left")


def _show(request: HttpRequest, step: str, status: int = 200) -> HttpResponse:
    context = {"step": step, "hides_signup": True}
    return render(request, "bulletin/subscribe/leave.html", context, status=status)
