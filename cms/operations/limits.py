"""How often one client may send a form: settings.RATE_LIMITS, by the name of the form's address."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin

from cms.operations.counts import count_request, window_end
from cms.page_cache.forgiving import failures
from cms.pages.client import client_key

log = logging.getLogger(__name__)

# Links that cost as much as a form: a session each, and a question to another server.
LIMITED_LINKS = {"single_sign_on_start"}


def limited_name(match: ResolverMatch) -> str | None:
    """The limit that holds for this address: of its own name, else of the namespace it stands in."""
    names = (match.view_name, *match.namespaces)
    return next((name for name in names if name in settings.RATE_LIMITS), None)


class RateLimitMiddleware(MiddlewareMixin):
    """Answers 429 to a client that has sent the same form too often. Counts nothing when it cannot count."""

    is_counting = True

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        if request.method != "POST" and request.resolver_match.view_name not in LIMITED_LINKS:
            return None
        name = limited_name(request.resolver_match)
        if name is None:
            return None
        allowed, seconds = settings.RATE_LIMITS[name]
        now = timezone.now()
        ends = window_end(now, seconds)
        if self.count(client_key(request, f"{name}:{ends.isoformat()}"), ends, seconds) <= allowed:
            return None
        wait = max(1, math.ceil((ends - now).total_seconds()))
        response = render(request, "429.html", {"minutes": math.ceil(wait / 60)}, status=429)
        response["Retry-After"] = str(wait)
        return response

    def count(self, key: str, ends: Any, seconds: int) -> int:
        """The number of this client's requests in this window; 0 while Redis or the database is away."""
        try:
            number = count_request(key, ends, seconds)
        except (DatabaseError, *failures()) as error:
            if self.is_counting:
                self.is_counting = False
                log.error("Requests are not counted, so no limit holds: %s", type(error).__name__)
            return 0
        self.is_counting = True
        return number
