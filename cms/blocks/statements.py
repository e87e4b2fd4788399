"""The statements several pages share."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.languages.original import active_locale_id, in_language, source_of
from cms.vocabulary.models import ApproachStatements


def example_statements() -> ApproachStatements:
    statements = [
        ("statement", {"text": "helping people into fair and lasting work", "principles": []}),
        (
            "statement",
            {
                "text": "holding to these principles:",
                "principles": ["Dignity and respect", "Support that fits the person"],
            },
        ),
    ]
    return ApproachStatements(title="Example", statements=statements)


class StatementsBlock(SnippetChooserBlock):
    """What the partners say they are doing, written once and shown where it is chosen."""

    class Meta:
        icon = "list-ul"
        label = _("“We are” statements")
        group = _("Text")
        description = _("Statements written once under Snippets and shared by several pages.")
        template = "blocks/statements.html"
        preview_value = staticmethod(example_statements)

    def render(self, value: ApproachStatements | None, context: dict[str, Any] | None = None) -> SafeString:
        """In the language of the reader; nothing where the statements were deleted or are not published."""
        if value and value.pk and not (value.live and value.locale_id == active_locale_id()):
            value = in_language([source_of(value)], active_locale_id())[0]
        return super().render(value, context) if value and value.live else SafeString("")


# Migrations hold Wagtail's own block, so that they do not import this module.
DECONSTRUCT_ALIASES = {StatementsBlock: "wagtail.snippets.blocks.SnippetChooserBlock"}
