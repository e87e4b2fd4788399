"""What the blocks of a body point at: pages, documents and images, each kind fetched in one query.

Wagtail fetches the targets of a chooser once for each kind of block, and those of rich text once for each
text. Here they are collected from the stored data of the whole body before any block is made from it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, RichTextBlock, StreamValue
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text

from cms.languages.original import active_locale_id, know_original
from cms.media.renditions import IN_TEXT
from cms.page_cache.restrictions import is_restricted, restricted_paths

KINDS = ("pages", "specific_pages", "documents", "images")
Wanted = dict[str, set[int]]

_current: ContextVar[Targets | None] = ContextVar("targets of the body being rendered", default=None)


class Targets:
    """The targets of bodies and of stored rich text, fetched when the first of a kind is asked for.

    `pages` are some that are there already and of which translations may be asked for.
    """

    def __init__(
        self,
        values: Iterable[StreamValue | str],
        request: HttpRequest | None = None,
        pages: Iterable[Page] = (),
    ) -> None:
        self.request = request
        self.wanted: Wanted = {kind: set() for kind in KINDS}
        self.at_hand = {page.pk: page for page in pages}
        for value in values:
            if isinstance(value, str):
                _collect_from_rich_text(value, self.wanted)
            else:
                _collect(value.stream_block, list(value.raw_data), self.wanted)

    def includes(self, other: Targets) -> bool:
        wanted = all(other.wanted[kind] <= self.wanted[kind] for kind in KINDS)
        return wanted and other.at_hand.keys() <= self.at_hand.keys()

    def knows(self, kind: str, keys: Iterable[Any]) -> bool:
        return {key for key in keys if key is not None} <= self.wanted[kind]

    def find(self, kind: str, key: int | str | None) -> Model | None:
        """The target, or None where it was deleted. An image is a copy: each use has its own description."""
        found = getattr(self, kind).get(key)
        return copy.copy(found) if kind == "images" else found

    @cached_property
    def pages(self) -> dict[int, Page]:
        wanted = (self.wanted["pages"] | self.wanted["specific_pages"]) - self.at_hand.keys()
        return self.at_hand | (Page.objects.in_bulk(wanted) if wanted else {})

    @cached_property
    def specific_pages(self) -> dict[int, Page]:
        """One query a type, as the types are known from the pages."""
        by_type: dict[type[Page], list[int]] = {}
        for key in self.wanted["specific_pages"] & self.pages.keys():
            by_type.setdefault(self.pages[key].specific_class or Page, []).append(key)
        found: dict[int, Page] = {}
        for model, keys in by_type.items():
            found |= model.objects.in_bulk(keys)
        return {key: found.get(key, self.pages[key]) for keys in by_type.values() for key in keys}

    @cached_property
    def documents(self) -> dict[int, Model]:
        return get_document_model().objects.in_bulk(self.wanted["documents"])

    @cached_property
    def images(self) -> dict[int, Model]:
        images = get_image_model().objects.prefetch_renditions(*IN_TEXT)
        return images.in_bulk(self.wanted["images"])

    @cached_property
    def translations(self) -> dict[Any, Page]:
        """Readable pages of the active language by translation key, for targets in another language."""
        locale_id = active_locale_id()
        keys = [page.translation_key for page in self.pages.values() if page.locale_id != locale_id]
        pages = (
            Page.objects.live().filter(locale=locale_id, translation_key__in=keys).specific() if keys else []
        )
        found = {
            page.translation_key: page for page in pages if not is_restricted(page, self.restricted_paths)
        }
        for original in self.specific_pages.values() if found else ():
            if original.translation_key in found:
                know_original(found[original.translation_key], original)
        return found

    @cached_property
    def restricted_paths(self) -> tuple[str, ...]:
        return restricted_paths()


def current_targets() -> Targets | None:
    return _current.get()


@contextmanager
def gathered(
    *values: StreamValue | str, request: HttpRequest | None = None, pages: Iterable[Page] = ()
) -> Iterator[Targets]:
    """While this lasts, blocks and rich text take what they point at from one store."""
    targets = Targets(values, request, pages)
    outer = current_targets() or getattr(request, "targets_of_bodies", None)
    if outer is not None and outer.includes(targets):
        targets = outer
    token = _current.set(targets)
    try:
        yield targets
    finally:
        _current.reset(token)


def gather_for_request(values: Iterable[StreamValue], request: HttpRequest) -> None:
    """For a page that shows several bodies: their targets are then fetched at once for all of them."""
    request.targets_of_bodies = Targets(values, request)


def readable_page(page: Page | None) -> Page | None:
    """The page as readers may know it: translated where it can be; None if it is a draft or private."""
    if page is None:
        return None
    targets = current_targets()
    if targets is not None and page.pk in targets.pages:
        page = targets.translations.get(page.translation_key, page)
    elif page.locale_id != active_locale_id():
        page = page.localized
    paths = targets.restricted_paths if targets is not None else None
    return page if page.live and not is_restricted(page, paths) else None


def page_address(page: Page | None) -> str:
    """Where a reader is led; "" where there is nothing to read. Its type may give it another address."""
    readable = readable_page(page)
    targets = current_targets()
    request = targets.request if targets else None
    return (readable.specific_deferred.get_url(request=request) or "") if readable else ""


def specific_page(page: Page) -> Page:
    """The page with the fields of its own type."""
    targets = current_targets()
    fetched = targets.specific_pages.get(page.pk) if targets else None
    return fetched or page.specific


def _collect(block: Block, raw: Any, wanted: Wanted) -> None:
    """Walks stored data. What does not have the shape of its block is left to the block to judge."""
    if kinds := getattr(block, "target_kinds", ()):
        for kind in kinds if isinstance(raw, int) else ():
            wanted[kind].add(raw)
    elif isinstance(block, RichTextBlock):
        _collect_from_rich_text(raw, wanted)
    else:
        for child, child_raw in _children(block, raw):
            _collect(child, child_raw, wanted)


def _collect_from_rich_text(html: Any, wanted: Wanted) -> None:
    if not isinstance(html, str) or "linktype=" not in html:
        return
    for model, key, _model_path, _content_path in extract_references_from_rich_text(html):
        if str(key).isdecimal():
            kind = {Page: "pages", get_document_model(): "documents"}.get(model)
            if kind:
                wanted[kind].add(int(key))


def _children(block: Block, raw: Any) -> Iterator[tuple[Block, Any]]:
    if isinstance(block, BaseStreamBlock) and isinstance(raw, list):
        for item in raw:
            if item["type"] in block.child_blocks:
                yield block.child_blocks[item["type"]], item["value"]
    elif isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield child, raw.get(name)
    elif isinstance(block, ListBlock) and isinstance(raw, list):
        for item in raw:
            is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield block.child_block, item["value"] if is_wrapped else item
    elif isinstance(block, BaseTypedTableBlock) and isinstance(raw, dict):
        columns = [block.child_blocks.get(column["type"]) for column in raw.get("columns", [])]
        for row in raw.get("rows", []):
            yield from ((child, cell) for child, cell in zip(columns, row["values"], strict=False) if child)
