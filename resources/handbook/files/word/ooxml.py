"""Elements of a Word file's XML, made with lxml: python-docx's own calls are too slow for long tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from docx.oxml.ns import nsmap, qn
from lxml import etree

Element = etree._Element

SPACES_OF = {
    **nsmap,
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
# Characters that no XML file may hold; they come with text pasted from elsewhere.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@cache
def name_of(tag: str) -> str:
    """ "w:p" as lxml names it."""
    if tag.startswith("xml:"):
        return qn(tag)
    prefix, local = tag.split(":")
    return f"{{{SPACES_OF[prefix]}}}{local}"


def element(tag: str, attributes: Mapping[str, str | int] | None = None, *children: Element) -> Element:
    """One element such as "w:p" with its attributes, named alike, and its children."""
    prefix = tag.partition(":")[0]
    made = etree.Element(name_of(tag), nsmap={prefix: SPACES_OF[prefix]})
    for name, value in (attributes or {}).items():
        made.set(name_of(name), clean(str(value)))
    made.extend(children)
    return made


def setting(tag: str, value: str | int) -> Element:
    """An element that only has a value: <w:jc w:val="right"/>."""
    return element(tag, {"w:val": value})


def text(tag: str, words: str) -> Element:
    """Text with its spaces kept: w:t or w:instrText."""
    made = element(tag, {"xml:space": "preserve"})
    made.text = clean(words)
    return made


def clean(words: str) -> str:
    return _FORBIDDEN.sub("", words)


def paragraph(style: str, content: Iterable[Element], *properties: Element) -> Element:
    """A paragraph in the style of this name ("" is Normal); properties in the order of the standard."""
    named = [setting("w:pStyle", style_id(style))] if style else []
    made = element("w:p")
    if named or properties:
        made.append(element("w:pPr", None, *named, *properties))
    made.extend(content)
    return made


def style_id(style: str) -> str:
    """The id of a style is its name without spaces."""
    return style.replace(" ", "")


def field(instruction: str, shown: str) -> list[Element]:
    """A field with the result that shows until Word works it out anew."""
    return [
        field_mark("begin"),
        element("w:r", None, text("w:instrText", f" {instruction} ")),
        field_mark("separate"),
        element("w:r", None, text("w:t", shown)),
        field_mark("end"),
    ]


def field_mark(kind: str) -> Element:
    return element("w:r", None, element("w:fldChar", {"w:fldCharType": kind}))
