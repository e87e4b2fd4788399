"""The parts of an edition with the names by which an editor finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.blocks import StructValue

from bulletin.compose.checks.problem import Place

if TYPE_CHECKING:
    from bulletin.models import EditionPage


@dataclass(frozen=True)
class PlacedItem:
    """An item of an edition; `stored` is its value with keys in place of what it points at."""

    place: Place
    kind: str
    value: StructValue
    stored: dict[str, Any]

    @property
    def lost_its_page(self) -> bool:
        """The page that was chosen has been deleted."""
        return bool(self.stored.get("page")) and not self.value.get("page")


def field_place(edition: EditionPage, name: str) -> Place:
    label = str(edition._meta.get_field(name).verbose_name)
    return Place(label[:1].upper() + label[1:], name)


def sections_in(edition: EditionPage) -> Iterator[tuple[Place, StructValue]]:
    for number, section in enumerate(edition.sections, start=1):
        heading = section.value["heading"]
        words = _("section “%(section)s”") % {"section": heading} if heading else _("section %d") % number
        yield Place(words, "sections", section.id or ""), section.value


def items_in(edition: EditionPage) -> Iterator[PlacedItem]:
    # Read before any block is made: a block forgets the key of a page that was deleted.
    stored_sections = list(edition.sections.raw_data)
    for (place, section), stored in zip(sections_in(edition), stored_sections, strict=True):
        stored_items = stored["value"].get("items") or []
        for number, (item, stored_item) in enumerate(zip(section["items"], stored_items, strict=True), 1):
            title = getattr(item.value, "shown_title", "")
            words = _("%(section)s, item %(number)d") % {"section": place.words, "number": number}
            where = Place(f"{words}: {title}" if title else words, "sections", item.id or "")
            yield PlacedItem(where, item.block_type, item.value, stored_item["value"])
