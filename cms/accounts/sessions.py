"""How long a session lasts: SESSION_LASTS in all, and SESSION_IDLE without a sign of the person.

What the admin asks by itself is no sign. An autosave is: Wagtail sends one only after a change.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

BEGUN = "signed_in_at"
ACTIVE = "active_at"
WRITTEN_EVERY = 60  # seconds, so that not each request writes to the session
STANDING = "session_standing"
ASKED_BY_THE_ADMIN_ITSELF = {
    "bulletin_progress",
    "wagtail_localize:javascript_catalog",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
}


def begin(sender: object, request: HttpRequest, user: AbstractUser, **_signal: Any) -> None:
    """At sign-in."""
    request.session[BEGUN] = request.session[ACTIVE] = int(time.time())


def seconds_left(request: HttpRequest) -> int:
    """Until this session ends if nothing more is heard of the person."""
    now = int(time.time())
    session = request.session
    whole = session.get(BEGUN, 0) + settings.SESSION_LASTS.total_seconds() - now
    idle = session.get(ACTIVE, 0) + settings.SESSION_IDLE.total_seconds() - now
    return max(0, int(min(whole, idle)))


def is_sign_of_the_person(request: HttpRequest) -> bool:
    name = request.resolver_match.view_name
    if name == STANDING:
        return request.method == "POST"
    return name not in ASKED_BY_THE_ADMIN_ITSELF


class SessionEndMiddleware(MiddlewareMixin):
    """Ends a session whose time is over. Asks nothing of readers who are not signed in."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or SESSION_KEY not in request.session:
            return None
        now = int(time.time())
        if not seconds_left(request):
            self.end(request)
        elif is_sign_of_the_person(request) and now - request.session[ACTIVE] >= WRITTEN_EVERY:
            request.session[ACTIVE] = now
        return None

    def end(self, request: HttpRequest) -> None:
        logout(request)
        words = _("Your session has ended. Sign in again.")
        if request.method == "POST" and is_sign_of_the_person(request):
            words += " " + _("What you have just sent was not saved.")
        messages.warning(request, words)


@require_http_methods(["GET", "POST"])
def standing(request: HttpRequest) -> HttpResponse:
    """What the admin’s warning asks; with POST the person says that they are there."""
    return JsonResponse({"seconds": seconds_left(request)})
