"""Which site a request is for, without asking the database each time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, Site

from cms.page_cache.generation import kept
from cms.pages.route import find_page

FIELDS = [field.attname for field in Site._meta.concrete_fields]


def _kept_of(request: HttpRequest) -> tuple[tuple[Any, ...], type[Page]] | None:
    """The values of the site, and the type of its home page."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    return tuple(getattr(site, name) for name in FIELDS), site.root_page.specific_class


# The names of the addresses that lead to pages and to files below them.
PAGES = {"wagtail_serve", "file_below_a_page"}


class SiteMiddleware:
    """Gives each request for a page a Site of its own, made from values the process keeps, and the page.

    Wagtail looks for them where `Site.find_for_request` and `Page.route_for_request` leave them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if request.resolver_match is None or request.resolver_match.url_name not in PAGES:
            return
        # Without a database the view itself finds out, where the answer for it is made.
        with suppress(DatabaseError):
            known = kept(("site", request.get_host()), lambda: _kept_of(request))
            request._wagtail_site = None
            if known:
                values, type_of_home = known
                request._wagtail_site = site = Site.from_db("default", FIELDS, values)
                find_page(request, site, type_of_home, path=args[0])
