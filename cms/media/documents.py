"""Whether a document is what its name says: judged by what it holds."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.media.office_documents import MARKS, refuse_unsafe_office_file
from cms.media.pdf_files import refuse_unsafe_pdf

# What text may hold below the space: tab, new line, new page, carriage return.
CONTROLS_IN_TEXT = frozenset("\t\n\f\r")


def refuse_unsafe_document(kind: str, file: bytes) -> None:
    """ValidationError, with one line for whoever uploads it. `kind` is the ending of a name, as "pdf"."""
    if kind == "pdf":
        refuse_unsafe_pdf(file)
    elif kind in MARKS:
        refuse_unsafe_office_file(kind, file)
    elif kind == "csv":
        _refuse_what_is_no_text(file)


def _refuse_what_is_no_text(file: bytes) -> None:
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if any(letter < " " and letter not in CONTROLS_IN_TEXT for letter in text):
        raise ValidationError(_("This is not a table as plain text. Save it as “CSV UTF-8” and upload that."))
