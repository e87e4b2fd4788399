"""Pages that were chosen for items, as the editor shows them."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page


def fetch_for_choosers(pages: Iterable[Page]) -> None:
    """What a chooser shows of its page, for all of them at once: Wagtail would ask twice for each."""
    chosen = list(pages)
    if not chosen:
        return
    specific = {page.pk: page for page in Page.objects.filter(pk__in={page.pk for page in chosen}).specific()}
    above = Page.objects.filter(path__in={page.path[: -Page.steplen] for page in chosen})
    parents = {parent.path: parent for parent in above}
    for page in chosen:
        if page.pk in specific:
            page.specific = specific[page.pk]
            page.specific._cached_parent_obj = parents.get(page.path[: -Page.steplen])
