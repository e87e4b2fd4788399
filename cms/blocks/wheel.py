"""A wheel of named parts, such as the workstreams of a plan."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.previews import PreviewedBlock

FEWEST_PARTS, MOST_PARTS = 3, 10


class WheelPartBlock(blocks.StructBlock):
    """One part of the whole."""

    name = blocks.CharBlock(
        label=_("Name"), max_length=60, help_text=_("Stands in the drawing. Keep it short.")
    )
    label = blocks.CharBlock(
        label=_("Label"),
        required=False,
        max_length=60,
        help_text=_("What the text is, such as “High level objective”."),
    )
    text = blocks.TextBlock(label=_("Text"), max_length=500, rows=3)

    class Meta:
        icon = "radio-full"
        label = _("Part")


class WheelValue(blocks.StructValue):
    """A wheel as the design system takes it."""

    @property
    def shown_parts(self) -> list[dict[str, str]]:
        """A draft may hold parts that have no name yet; there is nothing to draw for them."""
        return [dict(part) for part in self["parts"] if part["name"]]


class WheelBlock(PreviewedBlock):
    """Parts of equal weight around a middle: a list that says everything, and a drawing of it."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    centre = blocks.CharBlock(label=_("In the middle"), max_length=60)
    parts = blocks.ListBlock(WheelPartBlock(), label=_("Parts"), min_num=FEWEST_PARTS, max_num=MOST_PARTS)

    class Meta:
        icon = "rotate"
        label = _("Wheel")
        group = _("Tables and figures")
        description = _(
            "Three to ten parts of equal weight, as a list and as a drawing made from the same words."
        )
        template = "blocks/wheel.html"
        value_class = WheelValue
        preview_value = {
            "title": "What the plan works on",
            "centre": "People",
            "parts": [
                {
                    "name": "Listening",
                    "label": "High level objective",
                    "text": "People shape the services they use.",
                },
                {"name": "Aligning", "label": "High level objective", "text": "Services fit together."},
                {
                    "name": "Measuring",
                    "label": "High level objective",
                    "text": "Partners measure the same things.",
                },
            ],
        }
