"""Which pages are not for everybody, known in each process without asking the database again."""

from __future__ import annotations

from typing import Self

from django.db.models import QuerySet
from wagtail.models import Page, PageQuerySet, PageViewRestriction

from cms.page_cache.generation import kept


def restricted_paths() -> tuple[str, ...]:
    """Tree paths of the pages that carry a restriction; all below them is restricted too."""
    restrictions = PageViewRestriction.objects
    return kept("restricted paths", lambda: tuple(restrictions.values_list("page__path", flat=True)))


def is_restricted(page: Page) -> bool:
    return any(page.path.startswith(path) for path in restricted_paths())


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
