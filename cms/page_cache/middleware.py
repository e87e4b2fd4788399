"""Pages that every reader gets alike are made once for each change of content."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponseBase

from cms.page_cache.address import shared_address
from cms.page_cache.generation import LONGEST, of_what_is_read
from cms.page_cache.kept_page import KeptPage, is_for_everybody, keep
from cms.page_cache.shelf import Shelf

MEGABYTE = 1_000_000
FOR_QUERIES = 0.25  # of the memory: whoever tries all filters of a list drives out no page
# Seconds for which a page may be shown that cannot be made anew because the database is away.
WHILE_AWAY = 3600
PAUSE = 5  # seconds without asking a database that was away


class PageCacheMiddleware:
    """Stands inside compression and conditional answers, and outside of all else: headers are kept, too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.PAGE_CACHE_MEGABYTES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        memory = settings.PAGE_CACHE_MEGABYTES * MEGABYTE
        self.pages = Shelf(int(memory * (1 - FOR_QUERIES)))
        self.pages_with_queries = Shelf(int(memory * FOR_QUERIES))
        self.away_until = 0.0

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = shared_address(request)
        # Read before anything of the page is: what is made while content changes has an old mark.
        mark = None if address is None else of_what_is_read()
        if address is None or mark is None:
            return self.get_response(request)
        shelf = self.pages_with_queries if address[-1] else self.pages
        page, now = shelf.find(address), monotonic()
        if page is not None and page.mark != mark:
            page = None
        if page is not None and (now < page.fresh_until or self.may_outlast(page, now)):
            return page.answer(request)
        response = self.get_response(request)
        if response.status_code == 503:
            self.away_until = monotonic() + PAUSE
            return page.answer(request) if page is not None and self.may_outlast(page, now) else response
        if request.method != "GET" or not is_for_everybody(request, response) or of_what_is_read() != mark:
            return response
        page = keep(response, mark, made_at=now, fresh_until=now + LONGEST)
        shelf.put(address, page)
        return page.answer(request)

    def may_outlast(self, page: KeptPage, now: float) -> bool:
        """Old, but nothing has changed since that anyone could have told: better than no page."""
        return now < self.away_until and now < page.made_at + WHILE_AWAY
