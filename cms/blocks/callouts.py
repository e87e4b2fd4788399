"""Words that are set apart from the rest or that open when asked for."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.previews import PreviewedBlock
from cms.blocks.text import LinkedText, LinkedTextBlock


class WarningBlock(PreviewedBlock):
    """Something a reader must not miss."""

    text = LinkedTextBlock(label=_("Warning"), features=["bold", "italic", "link"])

    class Meta:
        icon = "warning"
        label = _("Warning")
        group = _("Callouts")
        description = _("Something readers must not miss, such as a deadline. Use it rarely.")
        template = "blocks/warning.html"
        preview_value = {"text": "<p>Applications close on 31 March.</p>"}


class InsetBlock(PreviewedBlock):
    """A fact set apart from the text around it."""

    text = LinkedTextBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Inset text")
        group = _("Callouts")
        description = _("A fact or an example, set apart from the text around it.")
        template = "blocks/inset.html"
        preview_value = {"text": "<p>Support is open to people of any age.</p>"}


class DetailsBlock(PreviewedBlock):
    """More about a point, for those who want it."""

    summary = blocks.CharBlock(
        label=_("Summary"), max_length=120, help_text=_("Always shown. Readers select it to see the rest.")
    )
    text = LinkedTextBlock(label=_("Text"))

    class Meta:
        icon = "collapse-down"
        label = _("Details")
        group = _("Callouts")
        description = _("More about one point, hidden until a reader asks for it.")
        template = "blocks/details.html"
        preview_value = {
            "summary": "What is a key worker?",
            "text": "<p>One named person who stays with you until you are settled in work.</p>",
        }


class AccordionItemBlock(blocks.StructBlock):
    """One section that opens."""

    title = blocks.CharBlock(label=_("Title"), max_length=150)
    text = LinkedTextBlock(label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = _("Section")


class AccordionValue(blocks.StructValue):
    """Sections as the design system takes them."""

    @property
    def sections(self) -> list[tuple[str, LinkedText]]:
        return [(item["title"], item["text"]) for item in self["items"]]


class AccordionBlock(PreviewedBlock):
    """Sections of which a reader needs only some."""

    items = blocks.ListBlock(AccordionItemBlock(), label=_("Sections"), min_num=2)

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        group = _("Callouts")
        description = _("Sections that open one by one. Only for text of which most readers need one part.")
        template = "blocks/accordion.html"
        value_class = AccordionValue
        preview_value = {
            "items": [
                {"title": "Before you start", "text": "<p>Bring any letters about your benefits.</p>"},
                {"title": "At the first meeting", "text": "<p>You say what you want to do.</p>"},
            ]
        }
