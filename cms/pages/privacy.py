"""Pages and their restrictions, for what Wagtail asks of a page without a query of its own."""

from __future__ import annotations

from typing import Self

from django.db.models import QuerySet
from wagtail.models import Page, PageQuerySet, PageViewRestriction

from cms.page_cache.restrictions import is_restricted, restricted_paths


def restrictions_of(page: Page) -> QuerySet[PageViewRestriction] | None:
    """None where Wagtail has to be asked; an empty set, without a query, where nothing is restricted."""
    return None if is_restricted(page) else PageViewRestriction.objects.none()


class ReadablePageQuerySet(PageQuerySet):
    """Pages whose `public()` costs no query of its own."""

    def public(self) -> Self:
        pages = self
        for path in restricted_paths():
            pages = pages.exclude(path__startswith=path)
        return pages
