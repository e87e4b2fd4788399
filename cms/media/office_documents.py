"""Whether a .docx, .xlsx, .odt or .ods file is what its name says, and holds none of what is named here.

Refused are macros and what calls them in OpenDocument; objects, programs, archives and documents inside;
templates, pictures and workbooks from elsewhere; links by DDE; and XML that office programs do not write.
Formulas, connections to data and the codes of other fields are not looked at.
"""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.media.office_files import OLD_OFFICE_FILE, PROGRAM, Damaged, Limits, Locked, TooMuch, unpacked
from cms.media.office_parts import ZIP, built_oddly, refuse_part

# For all of an upload, the workbooks in it together.
LIMITS = Limits(unpacked=150 * 1024 * 1024, parts=5_000, ratio=200)
END_OF_ZIP = b"PK\x05\x06"
END_OF_ZIP_LENGTH = 22  # without a comment, which no office program writes
OPEN_DOCUMENT_PROGRAM = re.compile(r"^(basic|scripts|dialogs)/")
MARKS = {
    "docx": ("[content_types].xml", b"wordprocessingml.document.main+xml"),
    "xlsx": ("[content_types].xml", b"spreadsheetml.sheet.main+xml"),
    "odt": ("mimetype", b"application/vnd.oasis.opendocument.text"),
    "ods": ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
}
WORKBOOK = re.compile(r"/embeddings/[^/]+\.(docx|xlsx)$")


def refuse_unsafe_office_file(kind: str, file: bytes) -> None:
    """ValidationError, with one line for whoever uploads it. The workbook in a chart is looked at too."""
    parts = _parts(kind, file, LIMITS)
    left = LIMITS.after(parts)
    is_open_document = MARKS[kind][0] == "mimetype"
    for name, content in parts.items():
        workbook = WORKBOOK.search(f"/{name}")
        if not (workbook and content.startswith(ZIP)):
            refuse_part(name, content, is_open_document)
            continue
        inner = _parts(workbook[1], content, left)
        left = left.after(inner)
        for inner_name, inner_content in inner.items():
            refuse_part(inner_name, inner_content, is_open_document=False)


def _parts(kind: str, file: bytes, limits: Limits) -> dict[str, bytes]:
    """By name in small letters, as programs look for most of them whatever their letters."""
    if file.startswith(OLD_OFFICE_FILE):
        raise ValidationError(_("This file is of an old format, or it has a password. Save it anew."))
    if not file.startswith(ZIP) or file[-END_OF_ZIP_LENGTH:][:4] != END_OF_ZIP:
        raise ValidationError(_not_what_it_says(kind))
    as_written = _unpacked(file, limits)
    parts = {name.lower(): content for name, content in as_written.items()}
    if len(parts) < len(as_written):
        raise ValidationError(built_oddly())
    where, mark = MARKS[kind]
    types = parts.get(where, b"")
    if not (types.strip() == mark if where == "mimetype" else mark in types):
        raise ValidationError(_not_what_it_says(kind))
    if b"macroenabled" in types.lower() or any(_is_program(name) for name in parts):
        raise ValidationError(_("This file holds macros. Save it without macros and upload that."))
    return parts


def _not_what_it_says(kind: str) -> str:
    return _("This is no .%(kind)s file, whatever its name says. Save it as .%(kind)s and upload that.") % {
        "kind": kind
    }


def _unpacked(file: bytes, limits: Limits) -> dict[str, bytes]:
    try:
        return unpacked(file, limits)
    except Locked:
        raise ValidationError(_("This file has a password. Save it without one and upload that.")) from None
    except TooMuch:
        raise ValidationError(
            _("This file unpacks to far more than people write, so it is refused.")
        ) from None
    except Damaged:
        raise ValidationError(
            _("This file is damaged and cannot be read. Open it, save it again and upload that.")
        ) from None


def _is_program(name: str) -> bool:
    return bool(PROGRAM.search(f"/{name}") or OPEN_DOCUMENT_PROGRAM.match(name))
