"""Word documents for tests, written as XML so that a test shows exactly what Word would have stored."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
COLUMNS = (
    "What is it called?",
    "When was it published?",
    "What does it do?",
    "Who made it?",
    "Who can use it?",
    "How and when can it be used?",
)
STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "ListBullet": "List Bullet",
    "ListNumber": "List Number",
    "ListContinue": "List Continue",
    "Caption": "caption",
    "TOC1": "toc 1",
    "HandbookStatus": "Handbook Status",
    "HandbookMade": "Handbook Made",
    "HandbookNote": "Handbook Note",
    "HandbookCaption": "Handbook Caption",
}


def run(words: str, look: str = "") -> str:
    """`look` names elements of w:rPr: "b i"."""
    properties = "".join(f"<w:{name}/>" for name in look.split())
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def raised(words: str) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{escape(words)}</w:t></w:r>'


def text(*parts: str, style: str = "", properties: str = "") -> str:
    """A paragraph; parts that are no XML are words."""
    shown = "".join(part if part.startswith("<") else run(part) for part in parts)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{shown}</w:p>"


def heading(words: str, level: int = 1) -> str:
    return text(words, style=f"Heading{level}")


def bold(words: str) -> str:
    return text(run(words, "b"))


def item(words: str, kind: str = "bullet", depth: int = 0) -> str:
    list_id = {"bullet": 1, "number": 2, "other number": 3}[kind]
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return text(words, properties=place)


def link(words: str, address: str) -> str:
    """By relationship; `document` makes one for each address."""
    return f'<w:hyperlink r:id="link:{escape(address)}">{run(words)}</w:hyperlink>'


def field_link(words: str, code: str) -> str:
    """As the field code that Word writes for links in some places."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(words)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def picture(description: str, relationship: str = "picture1") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{escape(description)}"/>'
        f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relationship}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def cell(*paragraphs: str, span: int = 1, merge: str = "") -> str:
    """Parts that are no paragraph become one. `merge` is "restart" or "continue"."""
    inner = "".join(
        one if one.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else text(one) for one in paragraphs
    )
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f"<w:tc><w:tcPr>{wide}{merged}</w:tcPr>{inner or text()}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    made = (one if one.startswith(("<w:tc>", "<w:sdt>")) else cell(one) if one else cell() for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def headings(*columns: str) -> str:
    return row(*(cell(bold(column)) for column in columns or COLUMNS), properties="<w:tblHeader/>")


def category(name: str) -> str:
    return row(cell(text(run(name, "i"))), "", "", "", "", "")


def product(name: str, published: str = "May 2022", **cells: str) -> str:
    columns = ("what", "made_by", "used_by", "usage")
    return row(name, published, *(cells.get(column, f"Of {name}: {column}.") for column in columns))


def products_table(*rows: str) -> str:
    return table(headings(), category("National products"), *rows)


def handbook(*blocks: str, before: str = "", extra: Mapping[str, bytes | str] | None = None) -> bytes:
    """A document with a title and one section, "1. Overview", which has the blocks."""
    start = text("National Products Handbook", style="Title") + text("Published October 2024")
    return document(start, before, heading("1. Overview"), *blocks, extra=extra)


def document(*blocks: str, extra: Mapping[str, bytes | str] | None = None, styles: str = "") -> bytes:
    """The file. `extra` are more parts by name, or other content for the usual ones."""
    body = "".join(blocks)
    links = sorted(set(_links(body)))
    related = [
        f'<Relationship Id="{one}" Type="{OFFICE}/hyperlink" Target="{one[5:]}" TargetMode="External"/>'
        for one in links
    ]
    for name, kind, target in (
        ("styles", "styles", "styles.xml"),
        ("numbering", "numbering", "numbering.xml"),
        ("notes", "footnotes", "footnotes.xml"),
        ("picture1", "image", "media/image1.png"),
        ("picture2", "image", "media/image2.emf"),
    ):
        related.append(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>')
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": _relationships(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships("".join(related)),
        "word/styles.xml": f"<w:styles {NAMES}>{_styles()}{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{_lists()}</w:numbering>",
        "word/media/image1.png": PNG,
        "word/media/image2.emf": b"\x01\x00\x00\x00",
    }
    parts.update(extra or {})
    return zipped(parts)


def content_types(main: str = MAIN) -> str:
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def footnotes(*words: str) -> dict[str, str]:
    """The part with footnotes 1, 2 …, for `extra`."""
    notes = "".join(
        f'<w:footnote w:id="{number}">{text(one)}</w:footnote>' for number, one in enumerate(words, start=1)
    )
    return {"word/footnotes.xml": f"<w:footnotes {NAMES}>{notes}</w:footnotes>"}


def _relationships(inner: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _links(body: str) -> list[str]:
    return [part.split('"', 1)[0] for part in body.split('r:id="')[1:] if part.startswith("link:")]


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
        for id_, name in STYLES.items()
    )


def _lists() -> str:
    kinds = {1: "bullet", 2: "decimal"}
    levels = {
        number: "".join(f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{kind}"/></w:lvl>' for depth in range(3))
        for number, kind in kinds.items()
    }
    lists = "".join(f'<w:abstractNum w:abstractNumId="{n}">{levels[n]}</w:abstractNum>' for n in kinds)
    numbers = {1: 1, 2: 2, 3: 2}  # the third counts like the second, from its own start
    return lists + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/></w:num>'
        for number, kind in numbers.items()
    )
