"""Buttons and cards: where a reader can go next."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.models import Picture

from cms.blocks.choosers import ImageTargetBlock
from cms.blocks.links import TITLE_HELP, LinkBlock, TitledLinkBlock, TitledLinkValue
from cms.blocks.pictures import card_picture
from cms.blocks.previews import PreviewedBlock


class ButtonBlock(blocks.StructBlock):
    """One link that looks like a button."""

    label = blocks.CharBlock(label=_("Words on the button"), max_length=60)
    link = LinkBlock()
    style = blocks.ChoiceBlock(
        label=_("Style"),
        choices=[("primary", _("Primary: the main thing to do here")), ("secondary", _("Secondary"))],
        default="primary",
        search_index=False,
    )

    class Meta:
        icon = "link"
        label = _("Button")


class ButtonsBlock(PreviewedBlock):
    """What a reader can do next."""

    buttons = blocks.ListBlock(ButtonBlock(), label=_("Buttons"), min_num=1, max_num=3)

    class Meta:
        icon = "success"
        label = _("Buttons")
        group = _("Links and documents")
        description = _("The next step for a reader, as one to three buttons.")
        template = "blocks/buttons.html"
        preview_value = {
            "buttons": [
                {
                    "label": "Find support near you",
                    "link": {"address": "https://www.gov.scot/"},
                    "style": "primary",
                },
                {
                    "label": "Read the policy",
                    "link": {"address": "https://www.gov.scot/"},
                    "style": "secondary",
                },
            ]
        }


class CardValue(TitledLinkValue):
    """A card with its picture."""

    @property
    def picture(self) -> Picture | str:
        return card_picture(self["image"])


class CardBlock(TitledLinkBlock):
    """One card of a grid."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120, help_text=TITLE_HELP)
    summary = blocks.TextBlock(label=_("Summary"), required=False, max_length=300, rows=2)
    link = LinkBlock()
    link_words = blocks.CharBlock(
        label=_("Link words"),
        required=False,
        max_length=60,
        help_text=_("Such as “Find out more”. Empty: the title is the link."),
    )
    image = ImageTargetBlock(
        label=_("Picture"), required=False, help_text=_("Decoration: it must not say what the words do not.")
    )

    class Meta:
        icon = "doc-empty"
        label = _("Card")
        value_class = CardValue


class CardsBlock(PreviewedBlock):
    """Cards that lead to pages."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    cards = blocks.ListBlock(CardBlock(), label=_("Cards"), min_num=1, max_num=12)

    class Meta:
        icon = "grip"
        label = _("Cards")
        group = _("Links and documents")
        description = _("Cards side by side, each with a title, a summary and a link.")
        template = "blocks/cards.html"
        preview_value = {
            "heading": "Related pages",
            "cards": [
                {
                    "title": "Local services",
                    "summary": "Who can help in your area, and how to reach them.",
                    "link": {"address": "https://www.gov.scot/"},
                    "link_words": "Find out more",
                },
                {
                    "title": "The policy",
                    "summary": "What is being done, and why.",
                    "link": {"address": "https://www.gov.scot/"},
                },
            ],
        }
