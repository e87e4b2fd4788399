"""Words of a document written into records, field by field."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urljoin

from django.db import models
from wagtail.blocks import StreamValue

from cms.vocabulary.models import Audience
from resources.handbook.content import Link, Passage
from resources.handbook.importing.own_addresses import OwnAddresses
from resources.handbook.importing.sameness import address_key, name_key, plain
from resources.models import ProductPage
from resources.models.product import shortened

Setter = Callable[[Any, Any], None]
Raw = dict[str, Any]


class Writer:
    """Sets fields of drafts. `terms` are categories and groups by field and name."""

    def __init__(self, own: OwnAddresses, base: str, terms: dict[str, dict[str, models.Model]]) -> None:
        self._own = own
        self._base = base
        self._terms = terms

    def write(self, draft: Any, name: str, value: Any) -> None:
        if name in self._terms:
            setattr(draft, name, self._terms[name].get(name_key(value)) if value else None)
        elif name == "links":
            self._write_links(draft, value)
        elif name == "link":
            self._write_link(draft, value)
        elif name == "belongs_to":
            draft.belongs_to = self._own.page(value.url) if value else None
        elif isinstance(value, Passage):
            setattr(draft, name, self.stored(value))
        else:
            setattr(draft, name, plain(value) if isinstance(value, str) else value)

    def stored(self, passage: Passage) -> str:
        return self._own.stored(passage.html)

    def rename(self, draft: Any, title: str) -> None:
        """The address stays. Where the main link had the old name, it takes the new one."""
        if isinstance(draft, ProductPage):
            raws = draft.links.get_prep_value()
            if raws and name_key(raws[0]["value"]["title"] or "") == name_key(draft.title):
                raws[0]["value"]["title"] = title
                _set_stream(draft, "links", raws)
        draft.title = title

    def _write_links(self, draft: ProductPage, links: Iterable[Link]) -> None:
        """Links that lead to the same place keep their block; those that readers do not see stay behind."""
        raws = list(zip(draft.links.get_prep_value(), draft.links, strict=True))
        hidden = [raw for raw, block in raws if not block.value.url]
        held = [(raw, block.value) for raw, block in raws if block.value.url]
        written: list[Raw] = []
        for place, link in enumerate(links):
            same = [pair for pair in held if self._address(pair[1].url) == address_key(link.url)]
            if not same:
                value = {"title": plain(link.title)[:150], "link": self._own.link(link.url), "summary": ""}
                written.append(_new("link", value))
                continue
            held.remove(same[0])
            raw, value = same[0]
            is_main = not place and name_key(link.title) == name_key(draft.title)
            if not is_main and plain(link.title) != plain(value.shown_title):
                raw = {**raw, "value": {**raw["value"], "title": plain(link.title)}}
            written.append(raw)
        _set_stream(draft, "links", [*written, *hidden])

    def _write_link(self, draft: Any, link: Link | None) -> None:
        _set_stream(draft, "link", [_new("link", self._own.link(link.url))] if link and link.url else [])

    def _address(self, url: str) -> str:
        return address_key(urljoin(self._base, url))


def set_summary(draft: ProductPage) -> None:
    """As the product's own check makes it, which a draft does not go through."""
    draft.summary = shortened(draft.what) or draft.title


def audiences_named(names: Iterable[str], locale: models.Model) -> list[Audience]:
    keys = {name_key(name) for name in names}
    return [each for each in Audience.objects.filter(locale=locale) if name_key(each.name) in keys]


def _set_stream(draft: Any, name: str, raws: list[Raw]) -> None:
    field = draft._meta.get_field(name)
    setattr(draft, name, StreamValue(field.stream_block, raws, is_lazy=True))


def _new(kind: str, value: Any) -> Raw:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}
