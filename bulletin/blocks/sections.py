"""The sections of an edition."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue

from bulletin.blocks.items import ITEM_BLOCKS
from cms.blocks.validation import TurnTakingStreamBlock

MOST_ITEMS = 25  # Gmail cuts a mail off at 102 kB


class SectionBlock(blocks.StructBlock):
    """A heading and its items."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=80)
    items = TurnTakingStreamBlock(ITEM_BLOCKS, label=_("Items"), required=False)

    class Meta:
        icon = "list-ul"
        label = _("Section")
        description = _("A heading with its items.")


class SectionsBlock(TurnTakingStreamBlock):
    """All sections of an edition; together they hold at most 25 items."""

    section = SectionBlock()

    def judge(self, value: StreamValue) -> StreamValue:
        sections = super().judge(value)
        number = sum(len(section.value["items"]) for section in sections)
        if number > MOST_ITEMS and not self.is_deferred_validation:
            raise ValidationError(
                _("An edition holds at most %(most)d items; this one has %(number)d."),
                params={"most": MOST_ITEMS, "number": number},
            )
        return sections
