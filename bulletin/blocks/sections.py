"""The sections of an edition."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue

from bulletin.blocks.chosen_pages import fetch_for_choosers
from bulletin.blocks.items import ITEM_BLOCKS
from cms.blocks.validation import TurnTakingStreamBlock

MOST_ITEMS = 25  # Gmail cuts a mail off at 102 kB


class ItemsBlock(TurnTakingStreamBlock):
    """The items of a section, in a list of their titles until one is opened."""

    class Meta:
        collapsed = True


class SectionBlock(blocks.StructBlock):
    """A heading and its items."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=80, help_text=_("Such as “News” or “Events”."))
    items = ItemsBlock(ITEM_BLOCKS, label=_("Items"), required=False)

    class Meta:
        icon = "list-ul"
        label = _("Section")
        description = _("A heading with its items, in the order in which readers see them.")
        label_format = "{heading}"


class SectionsBlock(TurnTakingStreamBlock):
    """All sections of an edition; together they hold at most 25 items."""

    section = SectionBlock()

    def get_form_state(self, value: StreamValue) -> list[dict[str, Any]]:
        items = [item.value for section in value for item in section.value["items"]]
        fetch_for_choosers(item["page"] for item in items if item.get("page"))
        return super().get_form_state(value)

    def judge(self, value: StreamValue) -> StreamValue:
        sections = super().judge(value)
        number = sum(len(section.value["items"]) for section in sections)
        if number > MOST_ITEMS and not self.is_deferred_validation:
            raise ValidationError(
                _("An edition holds at most %(most)d items; this one has %(number)d."),
                params={"most": MOST_ITEMS, "number": number},
            )
        return sections
