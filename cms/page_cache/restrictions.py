"""Which pages are not for everybody, known in each process without asking the database again."""

from __future__ import annotations

from wagtail.models import Page, PageViewRestriction

from cms.page_cache.generation import kept


def restricted_paths() -> tuple[str, ...]:
    """Tree paths of the pages that carry a restriction; all below them is restricted too."""
    restrictions = PageViewRestriction.objects
    return kept("restricted paths", lambda: tuple(restrictions.values_list("page__path", flat=True)))


def is_restricted(page: Page, paths: tuple[str, ...] | None = None) -> bool:
    """Whoever judges many pages passes the `paths`, as even what is kept has to be looked up."""
    return page.path.startswith(restricted_paths() if paths is None else paths)
