"""What one part of a .docx, .xlsx, .odt or .ods file may not be or hold."""

from __future__ import annotations

import re

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.media.office_files import DECLARATION, OLD_OFFICE_FILE
from cms.media.office_links import fetches, has_fields, starts_a_conversation

ZIP = b"PK\x03\x04"
RUNS = (OLD_OFFICE_FILE, b"MZ", b"\x7fELF", b"#!")
XML = (".xml", ".rels", ".vml", ".rdf", ".psmdcp")
# Pictures, fonts, and what printers and programs keep for themselves; no form of text, page or document.
STILL = re.compile(
    r"\.(png|jpe?g|jpe|jfif|gif|bmp|dib|tiff?|webp|emf|wmf|svm|wdp|ico|svg|odttf|ttf|otf|bin|sigs)$"
    r"|^(mimetype|layout-cache|objectreplacements/[^/]+)$"
)
EMBEDDED = re.compile(r"(^|/)embeddings/")
LARGEST_LIST_OF_RELATIONS = 5 * 1024 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Another encoding may spell what is looked for in other bytes.
ENCODING = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"'](?!(?:utf-?8|us-ascii)[\"'])", re.IGNORECASE)
# What cuts words in two; office programs write none into a text with fields.
INTERRUPTION = re.compile(rb"<(?:!|\?(?!xml\s))")
# In an OpenDocument file: code that answers to what a reader does, under whatever prefix, and a password.
LISTENER = re.compile(rb"[:<]event-listener[\s/>]")
OPEN_DOCUMENT_LOCKED = b"encryption-data"


def refuse_part(name: str, content: bytes, is_open_document: bool) -> None:
    """ValidationError, with one line for whoever uploads the file. `name` is in small letters."""
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise ValidationError(built_oddly())
    is_xml = name.endswith(XML)
    if content.startswith((ZIP, *RUNS)) or EMBEDDED.search(name) or not (is_xml or STILL.search(name)):
        raise ValidationError(_holds_another())
    if not is_xml:
        return
    _refuse_xml(content)
    if name == "meta-inf/manifest.xml" and OPEN_DOCUMENT_LOCKED in content:
        raise ValidationError(_("This file has a password. Save it without one and upload that."))
    if name.endswith(".rels"):
        _refuse_relations(content)
    if is_open_document and fetches(content):
        raise ValidationError(_reaches_out())


def built_oddly() -> str:
    return _("This file is built as office programs build none. Open it, save it again and upload that.")


def _holds_another() -> str:
    return _("This file holds another file inside. Take it out, or put it in as a picture, and upload that.")


def _reaches_out() -> str:
    return _("This file loads a template, a picture or a workbook from elsewhere. Break that link first.")


def _refuse_xml(content: bytes) -> None:
    text = content.removeprefix(BYTE_ORDER_MARK).lstrip()
    # Two bytes a letter would hide what is looked for below.
    if text and (not text.startswith(b"<") or b"\0" in text or ENCODING.match(text)):
        raise ValidationError(built_oddly())
    if DECLARATION.search(text) or (has_fields(text) and INTERRUPTION.search(text)):
        raise ValidationError(built_oddly())
    if LISTENER.search(text):
        raise ValidationError(_("This file holds macros. Save it without macros and upload that."))
    if starts_a_conversation(text):
        raise ValidationError(_reaches_out())


def _refuse_relations(content: bytes) -> None:
    """What a program fetches when it opens the file, or pastes in; a link waits for its reader."""
    if len(content) > LARGEST_LIST_OF_RELATIONS:
        raise ValidationError(built_oddly())
    try:
        relations = list(fromstring(content, forbid_dtd=True).iter())
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise ValidationError(built_oddly()) from None
    for relation in relations:
        kind = relation.get("Type", "").lower()
        if kind.endswith("/afchunk"):
            raise ValidationError(_holds_another())
        if relation.get("TargetMode", "").lower() == "external" and not kind.endswith("/hyperlink"):
            raise ValidationError(_reaches_out())
