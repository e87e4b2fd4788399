"""Tables an editor types. What the site keeps as records is shown by tables of its own, not by these."""

from typing import Any

from django.core.exceptions import ValidationError
from django.template.defaultfilters import linebreaksbr
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)

from cms.blocks.previews import PreviewedBlock
from cms.blocks.table_words import TranslatableCells
from cms.blocks.text import LinkedTextBlock
from cms.partial_dates.block import PartialDateBlock


class ColumnsBlock(TranslatableCells, TypedTableBlock):
    """Columns of four kinds. The first column names the rows."""

    text = blocks.TextBlock(label=_("Text"), required=False, rows=2)
    rich_text = LinkedTextBlock(label=_("Text with links and lists"), required=False)
    figure = blocks.CharBlock(label=_("Figure"), required=False, max_length=30)
    partial_date = PartialDateBlock(label=_("Date"), required=False, help_text="")

    class Meta:
        icon = "table"
        label = _("Table")


class TableValue(blocks.StructValue):
    """A table as the design system takes it."""

    @property
    def headings(self) -> list[str]:
        return [column["heading"] for column in self["table"].columns]

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        return [
            [
                {
                    "html": _cell_html(cell),
                    "is_heading": number == 0,
                    "is_number": number > 0 and cell.block.name == "figure",
                }
                for number, cell in enumerate(row)
            ]
            for row in self["table"].rows
        ]


def _cell_html(cell: blocks.BoundBlock) -> SafeString:
    if cell.value is None:
        return SafeString("")
    if cell.block.name == "text":
        return linebreaksbr(cell.value, autoescape=True)
    return conditional_escape(str(cell.value))


class TableBlock(PreviewedBlock):
    """A table with its caption, which tells what it is about to people who cannot see it."""

    caption = blocks.CharBlock(
        label=_("Caption"), max_length=200, help_text=_("What the table shows, such as “Starts by year”.")
    )
    note = blocks.CharBlock(
        label=_("Note"), required=False, max_length=300, help_text=_("Source, date or what a sign means.")
    )
    table = ColumnsBlock(
        help_text=_(
            "The first column names the rows. A figure stands as it should be read: 61,930 or 31%. "
            "A date is as precise as it is known: 24 November 2020, Dec 2021, Ongoing."
        )
    )

    def clean(self, value: TableValue) -> TableValue:
        entry = super().clean(value)
        if not self.is_deferred_validation and (messages := _missing_parts(entry["table"])):
            raise blocks.StructBlockValidationError(
                {"table": TypedTableBlockValidationError(non_block_errors=messages)}
            )
        return entry

    class Meta:
        value_class = TableValue
        form_classname = "struct-block captioned-table"
        label_format = "{caption}"


def _missing_parts(table: TypedTable) -> list[ValidationError]:
    missing = []
    if len(table.columns) < 2 or not table.row_data:
        missing.append(ValidationError(_("A table needs at least two columns and one row.")))
    if not all(column["heading"].strip() for column in table.columns):
        missing.append(ValidationError(_("Give every column a heading.")))
    return missing


class StackTableBlock(TableBlock):
    """A table of words. On a phone each row becomes a card."""

    class Meta:
        icon = "table"
        label = _("Table of words")
        group = _("Tables and figures")
        description = _("For words. On small screens each row becomes a card with the column headings in it.")
        template = "blocks/stack_table.html"
        preview_value = {
            "caption": "What each partner does",
            "table": {
                "columns": [
                    {"type": "text", "heading": "Partner"},
                    {"type": "text", "heading": "Role"},
                    {"type": "partial_date", "heading": "Since"},
                ],
                "rows": [
                    {"values": ["Local authority", "Leads the local partnership", "2019"]},
                    {"values": ["Third sector", "Brings services to people", "Ongoing"]},
                ],
            },
        }


class ScrollTableBlock(TableBlock):
    """A table of figures. On a phone it moves sideways, so that columns can be compared."""

    class Meta:
        icon = "table"
        label = _("Table of figures")
        group = _("Tables and figures")
        description = _(
            "For figures. On small screens it moves sideways, so that columns can still be compared."
        )
        template = "blocks/scroll_table.html"
        preview_value = {
            "caption": "People who started, by year",
            "note": "Years run from April to March.",
            "table": {
                "columns": [{"type": "text", "heading": "Year"}, {"type": "figure", "heading": "Starts"}],
                "rows": [{"values": ["2019/20", "2,694"]}, {"values": ["2023/24", "20,988"]}],
            },
        }
