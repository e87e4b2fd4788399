"""Figures in large print."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.previews import PreviewedBlock


class StatisticBlock(blocks.StructBlock):
    """One figure and what it counts."""

    figure = blocks.CharBlock(
        label=_("Figure"), max_length=20, help_text=_("As it should be read: 61,930 or 31% or £1.2 million.")
    )
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)
    note = blocks.CharBlock(
        label=_("Note"), required=False, max_length=200, help_text=_("Such as the time it covers.")
    )

    class Meta:
        icon = "order"
        label = _("Figure")
        label_format = "{figure} {label}"


class StatisticsValue(blocks.StructValue):
    """Figures as the design system takes them."""

    @property
    def tiles(self) -> list[tuple[str, str, str]]:
        return [(item["figure"], item["label"], item["note"]) for item in self["items"]]


class StatisticsBlock(PreviewedBlock):
    """A few figures that say much."""

    items = blocks.ListBlock(StatisticBlock(), label=_("Figures"), min_num=1, max_num=6)
    source = blocks.CharBlock(
        label=_("Source"),
        required=False,
        max_length=250,
        help_text=_("Where the figures come from, and from when."),
    )

    class Meta:
        icon = "order"
        label = _("Figures")
        group = _("Tables and figures")
        description = _("One to six figures in large print, with what they count and their source.")
        template = "blocks/statistics.html"
        value_class = StatisticsValue
        preview_value = {
            "items": [
                {"figure": "61,930", "label": "people started", "note": "April 2019 to March 2024"},
                {"figure": "31%", "label": "went into work", "note": ""},
            ],
            "source": "Scottish Government statistics",
        }
