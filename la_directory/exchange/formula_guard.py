"""Text for cells that no spreadsheet program runs as a formula, and back again without loss."""

from __future__ import annotations

from cms.pages.spreadsheet_safety import harmless

MARK = "'"


def guarded(text: str) -> str:
    """What looks like a formula gets an apostrophe before it, also behind apostrophes of its own."""
    return f"{MARK}{text}" if _is_formula_behind_marks(text) else text


def unguarded(text: str) -> str:
    """Takes off the one apostrophe that `guarded` has put there, and no other."""
    return text[1:] if text.startswith(MARK) and _is_formula_behind_marks(text) else text


def _is_formula_behind_marks(text: str) -> bool:
    return harmless(text.lstrip(MARK)).startswith(MARK)
