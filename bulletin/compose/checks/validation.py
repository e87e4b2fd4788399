"""What validation of the whole draft finds, in words and at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock, StructValue
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField

from bulletin.compose.checks.places import PlacedItem, field_place, sections_in
from bulletin.compose.checks.problem import Place, Problem, problem
from cms.pages.completeness import errors_of

if TYPE_CHECKING:
    from bulletin.models import EditionPage

# Of these Django’s words do not say which field they are about.
NEED_A_LABEL = {"invalid", "max_length", "min_length"}
Places = Mapping[tuple[int, ...], Place]


def problems_of_validation(edition: EditionPage, items: list[PlacedItem]) -> Iterator[Problem]:
    """Validation puts fields in order, so it gets a draft of its own."""
    draft = copy(edition)
    for name, error in errors_of(draft).items():
        field = draft._meta.get_field("title" if name == "__all__" else name)
        if isinstance(field, StreamField):
            places = _places_in(edition, field.name, items)
            yield from _in_blocks(error, field.stream_block, getattr(draft, field.name), places, ())
        else:
            for message in error.messages:
                yield problem(field_place(edition, field.name), message)


def _places_in(edition: EditionPage, name: str, items: list[PlacedItem]) -> Places:
    """By the number of the block, and for items by that of their section first."""
    places = {(): field_place(edition, name)}
    if name != "sections":
        for index, child in enumerate(getattr(edition, name)):
            words = {"field": places[()].words, "number": index + 1}
            places[index,] = Place(_("%(field)s, item %(number)d") % words, name, child.id or "")
        return places
    waiting = iter(items)
    for index, (place, section) in enumerate(sections_in(edition)):
        places[index,] = place
        places |= {(index, number): next(waiting).place for number in range(len(section["items"]))}
    return places


def _in_blocks(
    error: ValidationError, block: Block, value: Any, places: Places, path: tuple[int, ...]
) -> Iterator[Problem]:
    if isinstance(error, StreamBlockValidationError) and isinstance(block, StreamBlock):
        for index, inner in error.block_errors.items():
            deeper = (*path, index) if (*path, index) in places else path
            yield from _in_blocks(inner, value[index].block, value[index].value, places, deeper)
    elif isinstance(error, StructBlockValidationError) and isinstance(block, StructBlock):
        for name, inner in error.block_errors.items():
            part = value[name] if isinstance(value, StructValue) else None
            yield from _in_blocks(inner, block.child_blocks[name], part, places, path)
    elif isinstance(error, ListBlockValidationError) and isinstance(block, ListBlock):
        for index, inner in error.block_errors.items():
            yield from _in_blocks(inner, block.child_block, value[index], places, path)
    else:
        for each in error.error_list:
            yield problem(places[path], _named(each, block))
        return
    for message in ValidationError(error.non_block_errors.as_data()).messages:
        yield problem(places[path], message)


def _named(error: ValidationError, block: Block) -> str:
    message = " ".join(error.messages)
    field = getattr(block, "field", None)
    own = [str(words) for words in field.error_messages.values()] if field else []
    if message not in own and error.code not in NEED_A_LABEL:
        return message
    return _("“%(field)s”: %(words)s") % {"field": block.label, "words": message}
