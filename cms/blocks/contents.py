"""The headings of a body: their addresses within the page, their order, the contents list they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue, StructBlockValidationError, StructValue

TOP_LEVEL = 2
# Addresses that the frame of the page, numbered components and the chapters of a whole publication use.
TAKEN = re.compile(
    r"main-content|page-top|site-(search|navigation)(-.+)?|error-summary(-.+)?|chapter-.+|[a-z]+-\d+"
)


@dataclass
class Heading:
    """A heading with the headings below it. `anchor` is its id in the page."""

    text: str
    level: int
    anchor: str
    children: list[Heading] = field(default_factory=list)


def headings(body: StreamValue, prefix: str = "") -> list[Heading]:
    """The headings as a tree, in reading order. Only headings are read, so nothing else is fetched."""
    values = [child.value for child in body.blocks_by_name("heading")]
    top: list[Heading] = []
    open_headings: list[Heading] = []
    for value, anchor in zip(values, anchors((value["text"] for value in values), prefix), strict=True):
        heading = Heading(value["text"], level_of(value), anchor)
        while open_headings and open_headings[-1].level >= heading.level:
            open_headings.pop()
        (open_headings[-1].children if open_headings else top).append(heading)
        open_headings.append(heading)
    return top


def anchors(texts: Iterable[str], prefix: str = "") -> list[str]:
    """An id for each text. The second "Overview" becomes overview-2; a prefix keeps several bodies apart."""
    given: list[str] = []
    for text in texts:
        slug = slugify(text) or "section"
        if TAKEN.fullmatch(slug):
            slug = f"about-{slug}"
        first = f"{prefix}-{slug}" if prefix else slug
        anchor, number = first, 2
        while anchor in given:
            anchor, number = f"{first}-{number}", number + 1
        given.append(anchor)
    return given


def level_of(heading: StructValue) -> int:
    """2, 3 or 4; what a draft leaves open counts as 2."""
    level = str(heading["level"] or "")
    return int(level) if level in {"2", "3", "4"} else TOP_LEVEL


def heading_errors(body: StreamValue) -> dict[int, StructBlockValidationError]:
    """A message for each heading that skips a level or has nothing below it, by its place in the body."""
    errors = {}
    above = TOP_LEVEL - 1
    blocks = list(body)
    for place, child in enumerate(blocks):
        if child.block_type != "heading":
            continue
        level = level_of(child.value)
        if level > above + 1:
            message = ValidationError(
                _("This level %(level)d heading needs a level %(missing)d heading above it."),
                params={"level": level, "missing": above + 1},
            )
            errors[place] = StructBlockValidationError({"level": message})
        elif _has_nothing_below(blocks, place, level):
            message = ValidationError(_("Write something below this heading, or take it away."))
            errors[place] = StructBlockValidationError({"text": message})
        above = level
    return errors


def _has_nothing_below(blocks: list[StreamValue.StreamChild], place: int, level: int) -> bool:
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return following is None or (following.block_type == "heading" and level_of(following.value) <= level)
