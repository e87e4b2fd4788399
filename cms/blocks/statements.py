"""The statements several pages share."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

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
        """Nothing where the statements were deleted or are not published."""
        shown = value.localized if value and value.pk else value
        return super().render(shown, context) if shown and shown.live else SafeString("")


# Migrations hold Wagtail's own block, so that they do not import this module.
DECONSTRUCT_ALIASES = {StatementsBlock: "wagtail.snippets.blocks.SnippetChooserBlock"}
