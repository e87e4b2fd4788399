"""Title, summary and picture of a chosen page, written into the item so that they can be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils import timezone
from wagtail.blocks import StreamValue, StructValue
from wagtail.models import Page

from bulletin.compose.news_items import leading_picture, short_summary, short_title
from cms.page_cache.restrictions import is_restricted
from cms.pages.whats_new import page_key

WORDS: dict[str, Callable[[Page], str]] = {
    "title": lambda page: short_title(page.title),
    "summary": lambda page: short_summary(getattr(page, "description", "")),
}
PAGE = page_key(0).removesuffix("0")


def take_over(sections: StreamValue) -> None:
    """Fills what is empty in items whose page has just been chosen, and what came from the page before it.

    It is done once: what an editor empties later stays empty. A page that readers cannot see gives nothing.
    """
    fresh = [item for item in _items(sections) if _is_newly_chosen(item)]
    if not fresh:
        return
    pages = _readable_pages({item["page"].pk for item in fresh} | set(map(_former_key, fresh)))
    fresh = [item for item in fresh if item["page"].pk in pages]
    for item in fresh:
        page, former = pages[item["page"].pk], pages.get(_former_key(item))
        for name, words_of in WORDS.items():
            if not item[name] or (former and item[name] == words_of(former)):
                item[name] = words_of(page)
        if former and item["picture"] and item["picture"].pk == (leading_picture(former) or {}).get("image"):
            item["picture"] = None
        item["source"], item["source_at"] = page_key(page), timezone.now().isoformat()
    _take_over_pictures([item for item in fresh if not item["picture"]], pages)


def _items(sections: StreamValue) -> Iterator[StructValue]:
    for section in sections:
        for item in section.value["items"]:
            if "page" in item.value:
                yield item.value


def _is_newly_chosen(item: StructValue) -> bool:
    """Since the draft was saved last. What was made from another record keeps that as its source."""
    if not item["page"]:
        return False
    source = item["source"] or PAGE
    return source.startswith(PAGE) and source != page_key(item["page"])


def _former_key(item: StructValue) -> int:
    """The page that was chosen before; 0 where there was none."""
    key = (item["source"] or "").removeprefix(PAGE)
    return int(key) if key.isdecimal() and len(key) < 10 else 0


def _readable_pages(keys: Iterable[int]) -> dict[int, Any]:
    pages = Page.objects.filter(pk__in=keys).live().specific()
    return {page.pk: page for page in pages if not is_restricted(page)}


def _take_over_pictures(items: list[StructValue], pages: dict[int, Any]) -> None:
    offered = [(item, stored) for item in items if (stored := leading_picture(pages[item["page"].pk]))]
    if offered:
        block = offered[0][0].block.child_blocks["picture"]
        pictures = block.bulk_to_python([stored for _item, stored in offered])
        for (item, _stored), picture in zip(offered, pictures, strict=True):
            item["picture"] = picture
