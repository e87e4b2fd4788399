"""A plain PDF: text in two weights on A4 pages. It has no tags, which is why its link says “not checked”."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cms.design_system.lettering import wrap
from home.demo.plain_text import Passage

WIDTH, HEIGHT, MARGIN = 595, 842, 72


@dataclass(frozen=True)
class Look:
    """How a passage is set: font of the page's resources, size, space above, indent, mark before it."""

    font: str
    size: int
    above: int
    indent: int = 0
    mark: str = ""


LOOKS = {
    "title": Look("B", 24, 0),
    "heading": Look("B", 17, 22),
    "subheading": Look("B", 13, 14),
    "paragraph": Look("R", 11, 8),
    "item": Look("R", 11, 4, 16, "•"),
}


def _pages(text: Iterable[Passage]) -> list[bytes]:
    """The drawing commands of each page."""
    pages: list[list[str]] = [[]]
    y = HEIGHT - MARGIN
    for passage in text:
        look = LOOKS[passage.style]
        room = WIDTH - 2 * MARGIN - look.indent
        lines = wrap(passage.text, room, look.size) or [passage.text]
        y -= look.above
        for number, line in enumerate(lines):
            if y < MARGIN + look.size:
                pages.append([])
                y = HEIGHT - MARGIN
            y -= look.size * 1.35
            if look.mark and number == 0:
                pages[-1].append(_show(look, MARGIN, y, look.mark))
            pages[-1].append(_show(look, MARGIN + look.indent, y, line))
    return ["\n".join(commands).encode("cp1252", "replace") for commands in pages]


def _show(look: Look, x: float, y: float, text: str) -> str:
    return f"BT /{look.font} {look.size} Tf {x:.1f} {y:.1f} Td ({_escaped(text)}) Tj ET"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf(title: str, text: Iterable[Passage]) -> bytes:
    contents = _pages(text)
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    first_page = 6
    pages = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>",
        f"<< /Type /Pages /Kids [{pages}] /Count {len(contents)} >>".encode(),
        f"<< /Title ({_escaped(title)}) >>".encode("cp1252", "replace"),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
    ]
    for index, commands in enumerate(contents):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /R 4 0 R /B 5 0 R >> >> /Contents {first_page + 2 * index + 1} 0 R >>"
        )
        stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(commands), commands)
        objects += [page.encode(), stream]
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    """The objects, numbered from 1, with the table of where each begins."""
    output = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    output += b"".join(b"%010d 00000 n \n" % place for place in places)
    output += b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R >>\n" % (len(objects) + 1)
    output += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(output)
