"""Headings, paragraphs and quotations."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText, expand_db_html

from cms.blocks.previews import PreviewedBlock
from cms.blocks.rich_text_links import finish_links, unusable_addresses

RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript"]


class LinkedText(RichText):
    """Rich text whose links lead somewhere; a link that leads nowhere is shown as its words."""

    def __html__(self) -> SafeString:
        html = finish_links(expand_db_html(self.source))
        return mark_safe(html)  # noqa: S308  the editor's words passed Wagtail's whitelist when they were stored


class LinkedTextBlock(blocks.RichTextBlock):
    """Paragraphs and lists with links. Headings are blocks of their own: contents are made of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": RICH_TEXT_FEATURES, **kwargs})

    def clean(self, value: RichText) -> LinkedText:
        text = super().clean(value)
        if not self.is_deferred_validation and (addresses := unusable_addresses(text.source)):
            raise ValidationError(
                _("A link can lead to http, https, mailto or tel only. Please change: %(address)s"),
                params={"address": ", ".join(addresses)},
            )
        return text

    def to_python(self, value: str | None) -> LinkedText:
        return LinkedText(value)

    def normalize(self, value: Any) -> LinkedText:
        return LinkedText(super().normalize(value).source)

    def value_from_form(self, value: str) -> LinkedText:
        return LinkedText(value)


# Migrations hold Wagtail's own block, so that they do not import this module.
DECONSTRUCT_ALIASES = {LinkedTextBlock: "wagtail.blocks.RichTextBlock"}


class TextBlock(LinkedTextBlock):
    """The plain words of a page."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text")
        description = _("Paragraphs and lists, with links to pages, documents and other sites.")
        template = "blocks/text.html"
        preview_value = (
            "<p>People get help from a key worker, who agrees a plan with them. The plan can hold:</p>"
            "<ul><li>training</li><li>work experience</li><li>support from other people</li></ul>"
        )


DECONSTRUCT_ALIASES[TextBlock] = "wagtail.blocks.RichTextBlock"


class HeadingBlock(PreviewedBlock):
    """A heading in the text. The contents list and the address of the section come from it."""

    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("2: section")), ("3", _("3: part of a section")), ("4", _("4: detail"))],
        default="2",
        search_index=False,
        help_text=_(
            "A level 3 heading stands below a level 2 heading, a level 4 heading below a level 3 heading."
        ),
    )
    text = blocks.CharBlock(label=_("Heading"), max_length=150)

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        description = _("The title of a section. Sections of level 2 and 3 are listed under “On this page”.")
        template = "blocks/heading.html"
        label_format = "{text} ({level})"
        preview_value = {"level": "2", "text": "How people get support"}


class QuotationBlock(PreviewedBlock):
    """What somebody said or wrote."""

    text = LinkedTextBlock(label=_("Quotation"), features=["bold", "italic", "link"])
    attribution = blocks.CharBlock(
        label=_("Who said it"), required=False, max_length=150, help_text=_("A person, a body or a document.")
    )
    role = blocks.CharBlock(label=_("Their role"), required=False, max_length=150)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        group = _("Text")
        description = _("Words of somebody else, with their name and role.")
        template = "blocks/quotation.html"
        preview_value = {
            "text": "<p>My key worker listened first. Then we made the plan together.</p>",
            "attribution": "A participant",
            "role": "Local employability service",
        }
