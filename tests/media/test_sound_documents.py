"""Documents that people make with their usual programs, and those this site makes, are taken."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import partial

import pytest
from django.test import Client

from cms.media.documents import refuse_unsafe_document
from cms.media.models import SiteDocument
from la_directory.exchange import workbook
from tests.media.nasty.documents import pdf
from tests.media.nasty.office import chart, docx, open_document, part, with_parts, with_relation, xlsx
from tests.media.nasty.office_links import odt_with, with_fields
from tests.media.nasty.pdf_objects import with_object, with_packed_script

WORDS_IN_A_PDF = [
    b"<< /S /URI /URI (https://developer.example/en-US/docs/Web/JavaScript/Launch) >>",
    b"<< /Title (Skills: HTML/CSS/JavaScript, HTML/CSS/JS \\(basics\\)) >>",
    b"<< /Filter /FlateDecode /I 88 /Length 75 /S 38 >>",
    b"<< /Type /Sig /Filter /Adobe.PPKLite >>",
]
PLAIN_OBJECTS = zlib.compress(b"7 0 << /S /URI /URI (https://developer.example/docs/JavaScript/) >>")
OUTLINE_AND_PHOTOGRAPH = (
    b"<< /Type /Outlines /First 12 0 R /Last 14 0 R /Count 3 >>\nendobj\n10 0 obj\n"
    b"<< /Subtype /Image /Filter [/ASCII85Decode /DCTDecode] >>\nstream\nxx\nendstream"
)
TABLE_OF_OBJECTS = (
    b"<< /Type /XRef /W [1 2 1] /Filter /FlateDecode /DecodeParms << /Columns 4 /Predictor 12 >> >>"
    b"\nstream\n%s\nendstream" % zlib.compress(b"\2\0\0\0\0")
)
OF_EXCEL = {
    "xl/drawings/vmlDrawing1.vml": b'<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape/></xml>',
    "xl/printerSettings/printerSettings1.bin": b"\0\1",
    "xl/media/image1.JPG": b"\xff\xd8\xff",
}
OF_LIBREOFFICE = {
    "layout-cache": b"\1\0",
    "Configurations2/accelerator/current.xml": b"",
    "ObjectReplacements/Object 1": b"VCLMTF",
    "Pictures/1000.svm": b"VCLMTF",
    "manifest.rdf": b"<x/>",
    "meta.xml": b'<x><meta:template xlink:href="file:///C:/Users/x/letter.ott"/></x>',
    "content.xml": b"<x><office:event-listeners/><text:p a='x'>I write href=\"https://x/\"</text:p>"
    b'<text:a xlink:href="https://www.gov.scot/">x</text:a><draw:image xlink:href="Pictures/1000.svm"/></x>',
}


def three_charts() -> bytes:
    return with_parts(docx(), {f"word/embeddings/Workbook{number}.xlsx": xlsx() for number in range(3)})


def in_another_encoding() -> bytes:
    text = part(docx(), "word/document.xml")
    return with_parts(docx(), {"word/document.xml": b"\xef\xbb\xbf" + text.replace(b"UTF-8", b"utf-8")})


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("pdf", pdf),
        *(("pdf", partial(with_object, words)) for words in WORDS_IN_A_PDF),
        ("pdf", partial(with_packed_script, packed=PLAIN_OBJECTS)),
        ("pdf", partial(with_packed_script, b"/Extends 5 0 R /Filter [ /FlateDecode ]", PLAIN_OBJECTS)),
        ("pdf", partial(with_object, OUTLINE_AND_PHOTOGRAPH)),
        ("pdf", partial(with_object, TABLE_OF_OBJECTS)),
        ("docx", docx),
        ("docx", lambda: chart(xlsx())),
        ("docx", three_charts),
        ("docx", in_another_encoding),
        ("docx", partial(with_relation, "hyperlink", "https://www.gov.scot/")),
        ("docx", partial(with_fields, ' HYPERLINK "https://x/DDE"', "|", " PAGE DDE ")),
        ("xlsx", xlsx),
        ("xlsx", lambda: with_parts(xlsx(), OF_EXCEL)),
        ("xlsx", lambda: workbook.written(["council"], [["Moray"]])),
        ("odt", partial(open_document, "text")),
        ("odt", partial(open_document, "text", OF_LIBREOFFICE)),
        ("odt", partial(odt_with, "text:dde-connection-decls, script:event-listeners")),
        ("ods", partial(open_document, "spreadsheet")),
        ("csv", lambda: "\ufeffcouncil;name\r\nNa h-Eileanan Siar;Mòrag\r\n".encode()),
    ],
)
def test_what_usual_programs_make_is_taken(kind: str, make: Callable[[], bytes]) -> None:
    refuse_unsafe_document(kind, make())


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_handbook_is_taken_as_this_site_exports_it(client: Client, demo_site: None, kind: str) -> None:
    refuse_unsafe_document(kind, client.get(f"/handbook/export/handbook.{kind}").getvalue())


@pytest.mark.django_db
def test_the_documents_of_the_demo_site_are_taken(demo_site: None) -> None:
    documents = SiteDocument.objects.all()
    assert {document.file_extension for document in documents} >= {"docx", "pdf"}
    for document in documents:
        refuse_unsafe_document(document.file_extension, document.file.read())
