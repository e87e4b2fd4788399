"""A Word file opened for a test: its parts as XML, without the code that made it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NAMES = {"w": W.strip("{}"), "r": R.strip("{}"), "wp": WP.strip("{}")}


class Opened:
    """`find` takes XPath with the prefixes w, r and wp."""

    def __init__(self, file: bytes) -> None:
        self.zip = ZipFile(BytesIO(file))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(name))

    @cached_property
    def document(self) -> etree._Element:
        return self.part("word/document.xml")

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Addresses outside, by the id of their relation."""
        relations = self.part("word/_rels/document.xml.rels")
        return {one.get("Id"): one.get("Target") for one in relations if one.get("TargetMode") == "External"}

    def find(self, path: str) -> list[etree._Element]:
        return self.document.xpath(path, namespaces=NAMES)

    def styled(self, style: str) -> list[str]:
        """The words of all paragraphs in a style, by its id."""
        return [words(one) for one in self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")]

    @property
    def links(self) -> set[tuple[str, str]]:
        """Words and address of each link to somewhere else."""
        found = self.find("//w:hyperlink[@r:id]")
        return {(words(one), self.addresses[one.get(f"{R}id")]) for one in found}

    @property
    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Style and words of the paragraphs outside of tables and contents."""
        for one in self.find("/w:document/w:body/w:p"):
            style = one.find(f"{W}pPr/{W}pStyle")
            yield ("" if style is None else style.get(f"{W}val")), words(one)

    def after(self, heading: str) -> list[tuple[str, str]]:
        """Style and words of what follows a heading of the first level, as far as the next."""
        found, inside = [], False
        for style, text in self.paragraphs:
            if style == "Heading1":
                inside = text == heading
            elif inside:
                found.append((style, text))
        return found


def words(element: etree._Element) -> str:
    """Its text; line breaks and tabs as such."""
    parts = []
    for one in element.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if one.tag == f"{W}t":
            parts.append(one.text or "")
        elif one.getparent().tag == f"{W}r":
            parts.append("\n" if one.tag == f"{W}br" else "\t")
    return "".join(parts)
