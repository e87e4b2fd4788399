"""Whether an .xlsx file, which is a zip of XML parts, is safe to be opened at all."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.utils.translation import gettext as _

from cms.pages.office_files import DAMAGE, DECLARATION, PROGRAM
from la_directory.exchange.problems import CannotRead

LARGEST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 1_000
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
    """Sizes are counted while parts are read, for what the zip says of itself may be a lie."""
    parts: dict[str, bytes] = {}
    left = LARGEST_UNPACKED
    try:
        with ZipFile(BytesIO(file)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_PARTS:
                raise CannotRead(_too_much())
            for info in infos:
                if info.flag_bits & 1:
                    raise CannotRead(_("This workbook has a password. Save it without one and try again."))
                if info.filename in parts or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                    raise CannotRead(damaged())
                with archive.open(info) as part:
                    # Reading past the end makes the zip compare its checksum.
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise CannotRead(_too_much())
                parts[info.filename] = content
    except CannotRead:
        raise
    except DAMAGE:
        raise CannotRead(damaged()) from None
    return parts


def _too_much() -> str:
    return _("This workbook unpacks to far more than a directory can hold, so it is refused.")
