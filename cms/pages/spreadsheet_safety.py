"""Cells that a spreadsheet program would run as a formula, made harmless before anyone opens the file."""

import re
from functools import wraps
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

# What spreadsheet programs take for the start of a formula, also behind blanks and in full width.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Characters that no XLSX file may hold.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def harmless(value: Any) -> Any:
    """The value for one cell: text that looks like a formula gets an apostrophe before it, numbers stay."""
    if not isinstance(value, str):
        return value
    text = _FORBIDDEN.sub("", value)
    return f"'{text}" if _FORMULA.match(text) else text


def guard_exports() -> None:
    """Every list that the admin exports, Wagtail’s own reports too, writes its cells with `harmless`."""
    usual = SpreadsheetExportMixin.preprocess_field_value
    if hasattr(usual, "__wrapped__"):
        return

    @wraps(usual)
    def guarded(view: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
        return harmless(usual(view, field, value, export_format))

    SpreadsheetExportMixin.preprocess_field_value = guarded
