"""Long lists: what is the same on every page of them is worked out once for each change of content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property

from cms.languages.original import in_language
from cms.page_cache.generation import kept
from cms.pages.models import SitePage


class ListPaginator(Paginator):
    """Counts a list once, however many readers turn its pages.

    With `locale_id` pages of the first language are shown in that one where they are translated.
    """

    def __init__(self, *args: Any, locale_id: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.locale_id = locale_id

    def page(self, number: int | str) -> Page:
        page = super().page(number)
        if self.locale_id is not None:
            page.object_list = in_language(page.object_list, self.locale_id)
        return page

    @cached_property
    def count(self) -> int:
        return kept(("count", str(self.object_list.query)), self.object_list.count)


def kept_years(index: SitePage, years: Callable[[], list[int]]) -> list[int]:
    """The years that the pages below `index` are of."""
    return kept(("years", index.pk), years)
