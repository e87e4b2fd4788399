"""Elements of Word's XML by short names such as "w:p", whichever of its two families of names a file uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

from defusedxml.ElementTree import DefusedXMLParser

MOST_ELEMENTS = 400_000
DEEPEST = 120  # Word nests tables some dozens deep at the very most

OPEN_XML = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"
MICROSOFT = "http://schemas.microsoft.com/office"
PREFIXES = {
    f"{OPEN_XML}/wordprocessingml/2006/main": "w",
    f"{STRICT}/wordprocessingml/main": "w",
    f"{OPEN_XML}/officeDocument/2006/relationships": "r",
    f"{STRICT}/officeDocument/relationships": "r",
    f"{OPEN_XML}/drawingml/2006/main": "a",
    f"{STRICT}/drawingml/main": "a",
    f"{OPEN_XML}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{OPEN_XML}/drawingml/2006/picture": "pic",
    f"{STRICT}/drawingml/picture": "pic",
    f"{OPEN_XML}/officeDocument/2006/math": "m",
    f"{STRICT}/officeDocument/math": "m",
    f"{OPEN_XML}/markup-compatibility/2006": "mc",
    f"{OPEN_XML}/package/2006/relationships": "rel",
    f"{OPEN_XML}/package/2006/content-types": "ct",
    f"{MICROSOFT}/drawing/2017/decorative": "adec",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}


class TooMuchXml(ValueError):
    """More elements, or deeper ones, than a document that a person wrote can have."""


def _short(name: str) -> str:
    namespace, bracket, local = name.rpartition("}")
    if not bracket:
        return name
    prefix = PREFIXES.get(namespace[1:])
    return f"{prefix}:{local}" if prefix else name


class _MeasuredTree(TreeBuilder):
    """Stops before a hostile file has filled the memory."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._elements = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise TooMuchXml
        return super().start(_short(tag), {_short(name): value for name, value in attrs.items()})

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(_short(tag))


def parse(xml: bytes) -> Element:
    """ValueError or ParseError for what is no XML, declares types or entities, or is too much."""
    parser: Any = DefusedXMLParser(target=_MeasuredTree(), forbid_dtd=True)
    parser.feed(xml)
    return parser.close()


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of each name in turn."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if one.tag == name), None)
    return element


def children(element: Element | None, name: str = "") -> Iterator[Element]:
    """Those of one name, or all."""
    return (one for one in (element if element is not None else ()) if not name or one.tag == name)


def value(element: Element | None, *path: str) -> str:
    """The w:val at the end of the path, "" for none."""
    found = child(element, *path)
    return found.get("w:val", "") if found is not None else ""


def number(text: str, otherwise: int = 0, most: int = 10_000) -> int:
    """A number out of an attribute, whatever stands there."""
    try:
        return max(-1, min(int(text), most))
    except ValueError:
        return otherwise


def switched_on(properties: Element | None, name: str) -> bool | None:
    """A property such as w:b: on, off, or not said (None)."""
    found = child(properties, name)
    if found is None:
        return None
    return found.get("w:val", "true").lower() not in {"0", "false", "off", "none"}
