"""What differs between a thing of the file and its record, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from resources.handbook.content import Link, Passage
from resources.handbook.importing.acceptance import PASSAGES
from resources.handbook.importing.changes import FieldChange, Part
from resources.handbook.importing.held import Held
from resources.handbook.importing.sameness import address_key, essence, name_key, plain, says_the_same
from resources.handbook.word.found import (
    FoundHandbook,
    FoundMilestone,
    FoundProduct,
    FoundResource,
    Place,
    Remark,
)

LABELS = {
    "title": _("name"),
    "category": _("category"),
    "group": _("group"),
    "date": _("date"),
    "published": _("date of publication"),
    "rhythm": _("how often it is updated"),
    "what": _("What does it do?"),
    "made_by": _("Who made it?"),
    "used_by": _("Who can use it?"),
    "usage": _("How and when can it be used?"),
    "links": _("links"),
    "link": _("link"),
    "text": _("text"),
    "body": _("text"),
    "heading": _("heading"),
    "shows": _("what it shows after its text"),
    "order": _("order of the sections"),
    "note_mark": _("note mark"),
    "belongs_to": _("what it belongs to"),
    "timeline_introduction": _("introduction to the timeline"),
    "resources_introduction": _("introduction to the further resources"),
}
MAY_BE_EMPTY = (
    "published", "date", "rhythm", "links", "url", "link", "note_mark", "belongs_to", "text", *PASSAGES,
)  # fmt: skip


def change(name: str, old: Any, new: Any) -> FieldChange:
    return FieldChange(name, str(LABELS[name]), old, new)


class Trust:
    """Whether an empty place in the file means that there is nothing.

    A column that is empty throughout was most likely never there, and in a row that the reader stumbled over
    something may have been lost. Nothing on the site is emptied for either.
    """

    def __init__(self, things: Iterable[Any], remarks: Iterable[Remark]) -> None:
        self._filled = {name for thing in things for name in MAY_BE_EMPTY if getattr(thing, name, None)}
        places = (remark.place for remark in remarks if remark.kind == "error")
        self._doubtful = {(place.table, place.row) for place in places if place.row}

    def takes(self, name: str, new: Any, place: Place) -> bool:
        return bool(new) or (name in self._filled and (place.table, place.row) not in self._doubtful)


def product_fields(found: FoundProduct, held: Held, trust: Trust) -> Iterator[FieldChange]:
    value = held.value
    if not says_the_same(held.title, found.name):
        yield change("title", held.title, plain(found.name))
    if found.category and name_key(found.category) != name_key(held.group):
        yield change("category", held.group, found.category)
    yield from _plain_fields(("published", "rhythm"), found, value, trust)
    for name in PASSAGES:
        old, new = getattr(value, name), getattr(found, name)
        if trust.takes(name, new, found.place) and not same_passage(old, new):
            yield change(name, old, new)
    if trust.takes("links", found.links, found.place) and _links(found.links, found.name) != _links(
        value.links, found.name
    ):
        yield change("links", value.links, found.links)


def milestone_fields(found: FoundMilestone, held: Held, trust: Trust) -> Iterator[FieldChange]:
    value = held.value
    if not says_the_same(held.title, found.title):
        yield change("title", held.title, plain(found.title))
    yield from _plain_fields(("date", "note_mark"), found, value, trust)
    if trust.takes("text", found.text, found.place) and not same_passage(value.text, found.text):
        yield change("text", value.text, found.text)
    for name in ("link", "belongs_to"):
        old, new = getattr(value, name), getattr(found, name)
        if trust.takes(name, new, found.place) and _address(old) != _address(new):
            yield change(name, old, new)


def resource_fields(found: FoundResource, held: Held, trust: Trust) -> Iterator[FieldChange]:
    value = held.value
    if found.group and name_key(found.group) != name_key(held.group):
        yield change("group", held.group, found.group)
    if not says_the_same(held.title, found.title):
        yield change("title", held.title, plain(found.title))
    yield from _plain_fields(("published",), found, value, trust)
    if trust.takes("url", found.url, found.place) and address_key(value.url) != address_key(found.url):
        yield change("link", Link("", value.url), Link("", found.url))


def own_fields(found: FoundHandbook, held: Any) -> Iterator[FieldChange]:
    """Of the handbook's page itself. A document without a date or an annex says nothing about them."""
    if found.published and found.published != held.published:
        yield change("published", held.published, found.published)
    for name in ("timeline_introduction", "resources_introduction"):
        old, new = getattr(held, name), getattr(found, name)
        if new and not same_passage(old, new):
            yield change(name, old, new)


def order_of_sections(part: Part) -> Iterator[FieldChange]:
    """The file's order counts for what is in it."""
    there = [entry for entry in part.entries if entry.held]
    before = sorted(there, key=lambda entry: entry.held.value.number)
    if there != before:
        yield change("order", *(", ".join(entry.title for entry in order) for order in (before, there)))


def same_passage(old: Passage, new: Passage) -> bool:
    return old.html == new.html or essence(old.html) == essence(new.html)


def _plain_fields(names: Iterable[str], found: Any, value: Any, trust: Trust) -> Iterator[FieldChange]:
    for name in names:
        old, new = getattr(value, name), getattr(found, name)
        if isinstance(new, str):
            old, new = plain(old), plain(new)
        if old != new and trust.takes(name, new, found.place):
            yield change(name, old, new)


def _links(links: tuple[Link, ...], name: str) -> list[tuple[str, str]]:
    """The main link has no words of its own in a document: the name of the product leads there."""
    leading = [link for link in links if link.url]
    return [
        (plain(link.title) if place and name_key(link.title) != name_key(name) else "", address_key(link.url))
        for place, link in enumerate(leading)
    ]


def _address(link: Link | None) -> str:
    return address_key(link.url) if link else ""
