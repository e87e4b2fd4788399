"""Wrong passwords, counted by django-axes for each name and client, under keyed hashes of both.

Nothing else of a try is kept: what people type wrongly is often another password of theirs.
"""

from __future__ import annotations

import logging
import math
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.mail.addresses import keyed

log = logging.getLogger(__name__)


def key_of_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """A user name however it is written, as a keyed hash."""
    given = (credentials or {}).get("username") or request.POST.get("username") or ""
    return keyed("sign-in", str(given).strip().casefold())


def nobody(*_of_the_client: Any) -> str:
    """How axes’ own log lines call a client."""
    return "a client"


class AttemptHandler(AxesDatabaseHandler):
    """Counts in the database, which all processes share."""

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        if request is None:
            return
        was_locked = request.axes_locked_out
        request.axes_user_agent = request.axes_http_accept = request.axes_path_info = ""
        super().user_login_failed(sender, credentials, request, **kwargs)
        if request.axes_locked_out and not was_locked:
            log.warning("Signing in is paused for one name and one client: too many wrong passwords.")


def paused(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """What is answered instead of looking at one more password."""
    seconds = settings.AXES_COOLOFF_TIME.total_seconds()
    context = {
        "title": _("Signing in is paused"),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "minutes": math.ceil(seconds / 60),
        # People also sign in before private pages, on a host that may have no admin.
        "new_password_url": settings.ADMIN_URL + reverse("wagtailadmin_password_reset"),
    }
    answer = render(request, "accounts/paused.html", context, status=429)
    answer["Retry-After"] = str(int(seconds))
    return answer
