"""What is wrong with a file, in words for whoever made it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


class CannotRead(ValueError):
    """The file is refused as a whole; the message is one line for the person who gave it."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(str(message).split()))


class NotReadable(ValueError):
    """One cell does not say what its column asks for; the message says what was expected."""


@dataclass(frozen=True)
class Problem:
    """`row` as spreadsheet programs number it, headings included; `column` by its heading, or ""."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        place = _("Row %d") % self.row
        return f"{place}, {self.column}: {self.message}" if self.column else f"{place}: {self.message}"
