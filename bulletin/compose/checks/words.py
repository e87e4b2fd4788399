"""Whether the fields and items of an edition have what readers of a mail need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.blocks import StructValue

from bulletin.blocks.sections import MOST_ITEMS
from bulletin.compose.checks.places import PlacedItem, field_place
from bulletin.compose.checks.problem import Place, Problem, problem

if TYPE_CHECKING:
    from bulletin.models import EditionPage

# Beyond the first number mail programs on a phone cut it off, beyond the second the field is full.
LONGEST = {"subject": (70, 150), "preheader": (110, 150)}


def problems_of_fields(edition: EditionPage) -> Iterator[Problem]:
    for name, (seen, longest) in LONGEST.items():
        place, words = field_place(edition, name), getattr(edition, name)
        if not words:
            yield problem(place, _("It is missing."))
        elif len(words) > longest:
            message = _("It has %(number)d characters, and at most %(most)d are possible.")
            yield problem(place, message % {"number": len(words), "most": longest})
        elif len(words) > seen:
            message = _("It has %(number)d characters. Phones show about %(most)d of them.")
            yield problem(place, message % {"number": len(words), "most": seen}, is_blocking=False)
    if not strip_tags(edition.introduction).strip():
        message = _("It is missing. Two sentences are enough.")
        yield problem(field_place(edition, "introduction"), message, is_blocking=False)


def problems_of_sections(
    edition: EditionPage, sections: Iterable[tuple[Place, StructValue]], items: list[PlacedItem]
) -> Iterator[Problem]:
    if not items:
        yield problem(field_place(edition, "sections"), _("There are no items yet."))
    if len(items) > MOST_ITEMS:
        message = _("An edition holds at most %(most)d items; this one has %(number)d.")
        values = {"most": MOST_ITEMS, "number": len(items)}
        yield problem(field_place(edition, "sections"), message % values)
    for place, section in sections:
        if not section["heading"]:
            yield problem(place, _("Its heading is missing."))
        if not section["items"]:
            yield problem(place, _("It has no items, so readers do not see it."), is_blocking=False)


def problems_of_items(items: Iterable[PlacedItem]) -> Iterator[Problem]:
    for item in items:
        if item.kind == "free_text":
            if not strip_tags(item.value["text"].source).strip():
                yield problem(item.place, _("It has no text."))
            continue
        if not item.value.shown_title:
            yield problem(item.place, _("It has no title."))
        picture = item.value["picture"]
        if picture and not picture.contextual_alt_text and not picture.decorative:
            yield problem(item.place, _("Say in words what the picture shows, or mark it as decorative."))


def dates_in_the_past(items: Iterable[PlacedItem], day: date, *, is_out: bool) -> Iterator[Problem]:
    """Before the `day` on which readers get it. Of an edition that is out, they are the past's own."""
    for item in items:
        last = getattr(item.value, "last_day", None)
        if last and last < day and not is_out:
            message = _("%(last)s has passed when readers get it, on %(day)s.")
            values = {"last": date_format(last, "j F Y"), "day": date_format(day, "j F Y")}
            yield problem(item.place, message % values)
