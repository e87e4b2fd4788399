"""Editors’ rich text as mail programs show it: a few elements, everything else only its words."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText

from bulletin.render.links import absolute
from bulletin.render.typed import typed_run
from cms.blocks.addresses import has_allowed_scheme
from cms.blocks.text import LinkedText

BLOCKS = {"p", "ul", "ol", "li"}
INLINE = {"b", "strong", "i", "em", "a", "br"}
# Their contents are no words for readers.
SILENT = {"script", "style", "template", "noscript", "iframe", "object", "textarea", "title", "svg", "math"}
STYLES = {
    "p": "margin:0 0 12px",
    "ul": "margin:0 0 12px;padding-left:24px",
    "ol": "margin:0 0 12px;padding-left:24px",
    "li": "margin:0 0 6px",
    "a": "color:#0065bd;text-decoration:underline",
}


@dataclass(frozen=True)
class Element:
    """One of the few elements; `url` only on a link."""

    name: str
    children: tuple[Element | str, ...] = ()
    url: str = ""


Parts = tuple[Element | str, ...]


def mail_parts(source: str | RichText) -> Parts:
    """Paragraphs and lists of the stored rich text, with links in full."""
    stored = source.source if isinstance(source, RichText) else source
    html = LinkedText(stored).__html__()
    return _in_paragraphs(_clean_children(BeautifulSoup(html, "html.parser")))


def as_html(parts: Parts) -> SafeString:
    return mark_safe("".join(_html_of(part) for part in parts))  # noqa: S308  each word is escaped in _html_of


def _html_of(part: Element | str) -> str:
    if isinstance(part, str):
        return escape(part)
    if part.name == "br":
        return "<br />"
    style = f' style="{STYLES[part.name]}"' if part.name in STYLES else ""
    link = f' href="{escape(part.url)}"' if part.name == "a" else ""
    return f"<{part.name}{link}{style}>{as_html(part.children)}</{part.name}>"


def _clean_children(node: Tag) -> Parts:
    return tuple(part for child in node.children for part in _clean(child))


def _clean(node: PageElement) -> Parts:
    if type(node) is NavigableString:
        return (typed_run(str(node)),)
    if not isinstance(node, Tag) or node.name in SILENT:
        return ()
    children = _clean_children(node)
    if node.name == "a":
        url = _address(str(node.get("href", "")))
        return (Element("a", children, url),) if url and children else children
    if node.name in ("ul", "ol"):
        entries = tuple(child for child in children if isinstance(child, Element) and child.name == "li")
        return (Element(node.name, entries),) if entries else ()
    if node.name in BLOCKS | INLINE:
        return (Element(node.name, children),) if children or node.name == "br" else ()
    return children


def _address(href: str) -> str:
    """LinkedText has taken out what no reader may follow; a place within the mail is none."""
    return absolute(href) if href.startswith("/") or has_allowed_scheme(href) else ""


def _in_paragraphs(parts: Parts) -> Parts:
    """Words that stand in no block get a paragraph of their own."""
    blocks: list[Element] = []
    loose: list[Element | str] = []
    for part in (*parts, None):
        if part is not None and (isinstance(part, str) or part.name not in BLOCKS):
            loose.append(part)
            continue
        if any(isinstance(piece, Element) or piece.strip() for piece in loose):
            blocks.append(Element("p", tuple(loose)))
        loose = []
        if part is not None:
            blocks.append(part if part.name != "li" else Element("ul", (part,)))
    return tuple(blocks)


def as_text(parts: Parts, indent: str = "") -> str:
    """Paragraphs with an empty line between them, entries with a dash or a number, addresses in brackets."""
    return "\n\n".join(text for part in parts if (text := _block_text(part, indent)))


def _block_text(part: Element | str, indent: str) -> str:
    if isinstance(part, str) or part.name not in ("ul", "ol"):
        return indent + _words(part).strip()
    lines = []
    for number, entry in enumerate(part.children, start=1):
        mark = f"{number}. " if part.name == "ol" else "- "
        inner = [child for child in entry.children if not _is_list(child)]
        lines.append(indent + mark + "".join(_words(child) for child in inner).strip())
        lines += [_block_text(child, indent + "  ") for child in entry.children if _is_list(child)]
    return "\n".join(lines)


def _is_list(part: Element | str) -> bool:
    return isinstance(part, Element) and part.name in ("ul", "ol")


def _words(part: Element | str) -> str:
    if isinstance(part, str):
        return part
    if part.name == "br":
        return "\n"
    words = "".join(_words(child) for child in part.children)
    address = part.url.removeprefix("mailto:").removeprefix("tel:")
    return f"{words} <{address}>" if part.url and address != words.strip() else words
