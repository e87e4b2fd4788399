"""Whether a .docx, .xlsx, .odt or .ods file is what its name says, and nothing in it runs or reaches out."""

from __future__ import annotations

import re

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.media.office_files import (
    DECLARATION,
    OLD_OFFICE_FILE,
    PROGRAM,
    Damaged,
    Limits,
    Locked,
    TooMuch,
    unpacked,
)

LIMITS = Limits(unpacked=150 * 1024 * 1024, parts=5_000, ratio=200)
LARGEST_LIST_OF_RELATIONS = 5 * 1024 * 1024
ZIP = b"PK\x03\x04"
END_OF_ZIP = b"PK\x05\x06"
END_OF_ZIP_LENGTH = 22  # without a comment, which no office program writes
RUNS = (OLD_OFFICE_FILE, b"MZ", b"\x7fELF", b"#!")
OPEN_DOCUMENT_PROGRAM = re.compile(r"^(Basic|Scripts|Dialogs)/")
# In the parts of an OpenDocument file: code that answers to what a reader does, and what has a password.
OPEN_DOCUMENT_LISTENER = b"<script:event-listener "
OPEN_DOCUMENT_LOCKED = b"encryption-data"
MARKS = {
    "docx": ("[Content_Types].xml", b"wordprocessingml.document.main+xml"),
    "xlsx": ("[Content_Types].xml", b"spreadsheetml.sheet.main+xml"),
    "odt": ("mimetype", b"application/vnd.oasis.opendocument.text"),
    "ods": ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
}
EMBEDDED = re.compile(r"/embeddings/[^/]+\.(docx|xlsx)$", re.IGNORECASE)


def refuse_unsafe_office_file(kind: str, file: bytes, is_embedded: bool = False) -> None:
    """ValidationError, with one line for whoever uploads it. The workbook in a chart is looked at too."""
    if file.startswith(OLD_OFFICE_FILE):
        raise ValidationError(_("This file is of an old format, or it has a password. Save it anew."))
    if not file.startswith(ZIP) or file[-END_OF_ZIP_LENGTH:][:4] != END_OF_ZIP:
        raise ValidationError(not_what_it_says(kind))
    parts = _unpacked(file)
    name, mark = MARKS[kind]
    types = parts.get(name, b"")
    if not (types.strip() == mark if name == "mimetype" else mark in types):
        raise ValidationError(not_what_it_says(kind))
    if b"macroenabled" in types.lower() or any(_is_program(name) for name in parts):
        raise ValidationError(_("This file holds macros. Save it without macros and upload that."))
    for name, content in parts.items():
        _refuse_part(name, content, is_embedded)


def not_what_it_says(kind: str) -> str:
    return _("This is no .%(kind)s file, whatever its name says. Save it as .%(kind)s and upload that.") % {
        "kind": kind
    }


def _unpacked(file: bytes) -> dict[str, bytes]:
    try:
        return unpacked(file, LIMITS)
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


def _refuse_part(name: str, content: bytes, is_embedded: bool) -> None:
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise ValidationError(_built_oddly())
    embedded = EMBEDDED.search(f"/{name}")
    if embedded and content.startswith(ZIP) and not is_embedded:
        refuse_unsafe_office_file(embedded[1].lower(), content, is_embedded=True)
    elif content.startswith((ZIP, *RUNS)):
        raise ValidationError(
            _("This file holds another file inside. Take it out, or put it in as a picture, and upload that.")
        )
    if name.endswith((".xml", ".rels")):
        _refuse_xml(name, content)


def _refuse_xml(name: str, content: bytes) -> None:
    # Two bytes a letter would hide what is looked for below.
    if b"\0" in content or DECLARATION.search(content):
        raise ValidationError(_built_oddly())
    if OPEN_DOCUMENT_LISTENER in content:
        raise ValidationError(_("This file holds macros. Save it without macros and upload that."))
    if name == "META-INF/manifest.xml" and OPEN_DOCUMENT_LOCKED in content:
        raise ValidationError(_("This file has a password. Save it without one and upload that."))
    if name.endswith(".rels") and _reaches_out(content):
        raise ValidationError(
            _("This file loads a template, a picture or a workbook from elsewhere. Break that link first.")
        )


def _reaches_out(relations: bytes) -> bool:
    """Whether a program that opens the file fetches something; a link waits for its reader."""
    if len(relations) > LARGEST_LIST_OF_RELATIONS:
        raise ValidationError(_built_oddly())
    try:
        root = fromstring(relations, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise ValidationError(_built_oddly()) from None
    return any(
        relation.get("TargetMode", "").lower() == "external"
        and not relation.get("Type", "").endswith("/hyperlink")
        for relation in root.iter()
    )


def _built_oddly() -> str:
    return _("This file is built as office programs build none. Open it, save it again and upload that.")
