"""PDF files and tables that run something in the open, hold something else, or are none."""

from __future__ import annotations

from functools import partial
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tests.media.nasty.file import Nasty, Outcome
from tests.media.nasty.pictures import HTML, LARGEST, SVG, archive

EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PROGRAM = "holds a program"
NO_PDF = "no PDF file"
NO_TEXT = "not a table"


def pdf(writer: PdfWriter | None = None) -> bytes:
    writer = writer or PdfWriter()
    writer.add_blank_page(200, 200)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def with_action(kind: str) -> bytes:
    writer = PdfWriter()
    action = {NameObject("/S"): NameObject(kind), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    return pdf(writer)


def with_name_in_numbers() -> bytes:
    """/Launch with a letter written as its number."""
    return with_action("/Launch").replace(b"/Launch", b"/L#61unch")


def with_attachment() -> bytes:
    writer = PdfWriter()
    writer.add_attachment("invoice.exe", b"MZ")
    return pdf(writer)


def locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    return pdf(writer)


ATTACHED = Outcome.ATTACHED
DOCUMENTS = {
    "html named pdf": Nasty("plan.pdf", lambda: HTML, says=NO_PDF),
    "html before a pdf": Nasty("plan.pdf", lambda: HTML + pdf(), says=NO_PDF),
    "pdf and archive behind": Nasty("plan.pdf", lambda: pdf() + archive(), says="follows behind"),
    "pdf that breaks off": Nasty("plan.pdf", lambda: pdf()[:-40], says="cut off"),
    "pdf with a script": Nasty("plan.pdf", partial(with_action, "/JavaScript"), says=PROGRAM),
    "pdf that starts a program": Nasty("plan.pdf", partial(with_action, "/Launch"), says=PROGRAM),
    "pdf that hides what it starts": Nasty("plan.pdf", with_name_in_numbers, says=PROGRAM),
    "pdf that sends a form": Nasty("plan.pdf", partial(with_action, "/SubmitForm"), says=PROGRAM),
    "pdf with a program attached": Nasty("plan.pdf", with_attachment, says="another file inside"),
    "pdf with a password": Nasty("plan.pdf", locked, says="is protected"),
    "pdf of 21 MB": Nasty("plan.pdf", lambda: pdf() + bytes(LARGEST + 1024 * 1024), says="too big"),
    "empty document": Nasty("plan.pdf", lambda: b"", says="is empty"),
    "program named as a pdf": Nasty("plan.pdf.exe", lambda: b"MZ" + bytes(100), says="not allowed"),
    "archive": Nasty("plans.zip", archive, says="not allowed"),
    "html": Nasty("plan.html", lambda: HTML, says="not allowed"),
    "svg as document": Nasty("plan.svg", lambda: SVG, says="not allowed"),
    "document without an ending": Nasty("pdf", pdf, says="not allowed"),
    "table with binary": Nasty("table.csv", lambda: b"a,b\n\x00\x01\x02", says=NO_TEXT),
    "table in two bytes a letter": Nasty("table.csv", lambda: "a,b\n1,2\n".encode("utf-16"), says=NO_TEXT),
    "picture named csv": Nasty("table.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(30), says=NO_TEXT),
    "test virus as program": Nasty("eicar.com", EICAR.encode, says="not allowed"),
    "test virus as pdf": Nasty("eicar.pdf", EICAR.encode, says=NO_PDF),
    "test virus as table": Nasty("eicar.csv", EICAR.encode, ATTACHED),
    "html named csv": Nasty("table.csv", lambda: HTML, ATTACHED),
    "table with formulas": Nasty("table.csv", lambda: b"a,b\n=cmd|'/C calc'!A0,@SUM(1)\n", ATTACHED),
    "table with two endings": Nasty("../table.php.csv", lambda: b"a,b\n1,2\n", ATTACHED),
}
