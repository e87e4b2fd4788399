"""The body of a page: every block an editor may use, in the order the editor gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from wagtail.blocks import StreamBlockValidationError, StreamValue, StructBlockValidationError

from cms.blocks.callouts import AccordionBlock, DetailsBlock, InsetBlock, WarningBlock
from cms.blocks.cards import ButtonsBlock, CardsBlock
from cms.blocks.contents import TOP_LEVEL, anchors, heading_errors, level_of
from cms.blocks.documents import DocumentsBlock
from cms.blocks.links import LinksBlock
from cms.blocks.media import EmbedBlock, ImageBlock
from cms.blocks.publications import PublicationsBlock
from cms.blocks.statements import StatementsBlock
from cms.blocks.statistics import StatisticsBlock
from cms.blocks.tables import ScrollTableBlock, StackTableBlock
from cms.blocks.targets import gathered
from cms.blocks.text import HeadingBlock, QuotationBlock, TextBlock
from cms.blocks.validation import TurnTakingStreamBlock
from cms.blocks.wheel import WheelBlock


@dataclass(frozen=True)
class BodyPart:
    """A block in its place. `heading_level` is that of the heading it is, or of the headings it may show."""

    child: StreamValue.StreamChild
    heading_level: int
    anchor: str = ""


class BodyBlock(TurnTakingStreamBlock):
    """A template may pass `heading_offset` (1 where the title above is an h2) and `anchor_prefix`."""

    heading = HeadingBlock()
    text = TextBlock()
    quotation = QuotationBlock()
    statements = StatementsBlock("vocabulary.ApproachStatements")
    warning = WarningBlock()
    inset = InsetBlock()
    details = DetailsBlock()
    accordion = AccordionBlock()
    image = ImageBlock()
    embed = EmbedBlock()
    stack_table = StackTableBlock()
    scroll_table = ScrollTableBlock()
    statistics = StatisticsBlock()
    wheel = WheelBlock()
    buttons = ButtonsBlock()
    cards = CardsBlock()
    links = LinksBlock()
    publications = PublicationsBlock()
    documents = DocumentsBlock()

    class Meta:
        icon = "doc-full"
        template = "blocks/body.html"

    def judge(self, value: StreamValue) -> StreamValue:
        order = {} if self.is_deferred_validation else heading_errors(value)
        try:
            cleaned = super().judge(value)
        except StreamBlockValidationError as refused:
            raise StreamBlockValidationError(
                block_errors=_together(order, refused.block_errors), non_block_errors=refused.non_block_errors
            ) from refused
        if order:
            raise StreamBlockValidationError(block_errors=order)
        return cleaned

    def render(self, value: StreamValue, context: dict[str, Any] | None = None) -> SafeString:
        with gathered(value, request=(context or {}).get("request")):
            return super().render(value, context)

    def get_context(self, value: StreamValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        offset = context.get("heading_offset", 0)
        context["parts"] = list(_parts(value, offset, context.get("anchor_prefix", "")))
        return context


def _together(
    order: dict[int, StructBlockValidationError], others: dict[int, ValidationError]
) -> dict[int, ValidationError]:
    """A heading can be out of order and empty at once; the editor is told both."""
    both = {
        place: StructBlockValidationError({**others[place].block_errors, **error.block_errors})
        for place, error in order.items()
        if place in others
    }
    return {**others, **order, **both}


def _parts(body: StreamValue, offset: int, prefix: str) -> Iterator[BodyPart]:
    texts = [child.value["text"] for child in body.blocks_by_name("heading")]
    unused = iter(anchors(texts, prefix))
    level_below = TOP_LEVEL
    for child in body:
        if child.block_type == "heading":
            level = level_of(child.value)
            level_below = level + 1
            yield BodyPart(child, level + offset, next(unused))
        else:
            yield BodyPart(child, level_below + offset)
