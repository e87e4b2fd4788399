"""Whether an .xlsx file, which is a zip of XML parts, is safe to be opened at all."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.media.office_files import DECLARATION, PROGRAM, Damaged, Limits, Locked, TooMuch, unpacked
from la_directory.exchange.problems import CannotRead

LIMITS = Limits(unpacked=40 * 1024 * 1024, parts=1_000)
# Each element takes a few hundred bytes of memory; 5,000 full rows have about so many.
MOST_ELEMENTS = 800_000

WORKBOOK_TYPE = b"spreadsheetml.sheet.main+xml"


def refuse_hostile(file: bytes) -> None:
    """CannotRead for what is no workbook, holds programs, or would unpack to more than people write."""
    parts = _unpacked(file)
    kinds = parts.get("[Content_Types].xml", b"")
    if any(PROGRAM.search(f"/{name}") for name in parts) or b"macroenabled" in kinds.lower():
        raise CannotRead(_("This workbook holds macros. Save it as .xlsx, without macros, and try again."))
    if WORKBOOK_TYPE not in kinds:
        raise CannotRead(not_a_workbook())
    xml = [content for name, content in parts.items() if name.endswith((".xml", ".rels"))]
    if any(DECLARATION.search(content) for content in xml):
        raise CannotRead(_("This workbook is built in a way Excel builds none. Save it again in Excel."))
    if sum(content.count(b"<") for content in xml) > MOST_ELEMENTS:
        raise CannotRead(_too_much())


def not_a_workbook() -> str:
    return _(
        "This is not an Excel workbook. Save it as “Excel workbook (.xlsx)” or “CSV UTF-8” and try again."
    )


def damaged() -> str:
    return _("This workbook is damaged and cannot be read. Open it in Excel, save it again and try again.")


def _unpacked(file: bytes) -> dict[str, bytes]:
    try:
        return unpacked(file, LIMITS)
    except Locked:
        raise CannotRead(_("This workbook has a password. Save it without one and try again.")) from None
    except TooMuch:
        raise CannotRead(_too_much()) from None
    except Damaged:
        raise CannotRead(damaged()) from None


def _too_much() -> str:
    return _("This workbook unpacks to far more than a directory can hold, so it is refused.")
