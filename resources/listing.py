"""Long lists: what is the same on every page of them is worked out once for each change of content."""

from __future__ import annotations

from collections.abc import Callable

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from cms.page_cache.generation import kept
from cms.pages.models import SitePage


class ListPaginator(Paginator):
    """Counts a list once, however many readers turn its pages."""

    @cached_property
    def count(self) -> int:
        return kept(("count", str(self.object_list.query)), self.object_list.count)


def kept_years(index: SitePage, years: Callable[[], list[int]]) -> list[int]:
    """The years that the pages below `index` are of."""
    return kept(("years", index.pk), years)
