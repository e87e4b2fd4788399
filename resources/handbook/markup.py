"""The small set of HTML that the handbook is written in, and its plain text."""

from __future__ import annotations

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from bs4.dammit import EntitySubstitution
from bs4.formatter import HTMLFormatter

from cms.blocks.addresses import has_allowed_scheme

BLOCKS = {"p", "h3", "h4", "ul", "ol", "li", "figure", "figcaption"}
INLINE = {"a", "b", "i", "sup", "br", "img"}
ELEMENTS = BLOCKS | INLINE
ATTRIBUTES = {"a": {"href", "hreflang"}, "img": {"src", "alt", "width", "height"}}
# No slash in <img>, and letters as they are.
PLAIN_HTML = HTMLFormatter(
    entity_substitution=EntitySubstitution.substitute_xml, void_element_close_prefix=""
)
SAME_AS = {"strong": "b", "em": "i"}


def as_html(soup: BeautifulSoup) -> str:
    """Written the same way everywhere, so that two passages can be compared as text."""
    return soup.decode(formatter=PLAIN_HTML)


def tidied(html: str) -> str:
    """Only the elements and attributes of the set; others give way to what they hold. No spare spaces."""
    if not html:
        return ""
    soup = BeautifulSoup(html, "html.parser")
    for element in [*soup.find_all(["script", "style"]), *soup.find_all(string=_is_comment)]:
        element.extract()
    for element in soup.find_all(True):
        element.name = SAME_AS.get(element.name, element.name)
        if element.name not in ELEMENTS:
            element.unwrap()
            continue
        allowed = ATTRIBUTES.get(element.name, set())
        element.attrs = {name: value for name, value in element.attrs.items() if name in allowed}
        if element.name == "a" and not _leads_somewhere(element.get("href", "")):
            element.unwrap()
    for element in soup.find_all(["p", "li", "h3", "h4"]):
        if not element.get_text(strip=True) and not element.find("img"):
            element.decompose()
    return as_html(soup).strip()


def _is_comment(text: str | None) -> bool:
    return isinstance(text, Comment)


def _leads_somewhere(address: str) -> bool:
    """Within this site, or elsewhere by one of the schemes that readers may be led to."""
    if address.startswith(("/", "#")):
        return not address.startswith(("//", "/\\"))
    return has_allowed_scheme(address)


def plain_text(html: str) -> str:
    """Paragraphs, headings and items on lines of their own; an item starts with "- " or such as "1. "."""
    if "<" not in html:
        return html.strip()
    lines: list[str] = []
    _gather_lines(BeautifulSoup(html, "html.parser"), lines)
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _gather_lines(element: Tag | BeautifulSoup, lines: list[str]) -> None:
    loose: list[str] = []  # words that stand in no block of their own

    def finish() -> None:
        if loose:
            lines.extend("".join(loose).split("\n"))
            loose.clear()

    for child in element.children:
        if isinstance(child, NavigableString):
            loose.append(str(child).replace("\n", " "))
        elif child.name in {"ul", "ol"}:
            finish()
            for number, item in enumerate(child.find_all("li", recursive=False), start=1):
                start = len(lines)
                _gather_lines(item, lines)
                mark = f"{number}. " if child.name == "ol" else "- "
                if len(lines) > start:
                    lines[start] = mark + lines[start].strip()
        elif child.name in BLOCKS:
            finish()
            _gather_lines(child, lines)
        elif child.name == "br":
            loose.append("\n")
        elif child.name == "img":
            loose.append(child.get("alt", ""))
        else:
            loose.append(_inline_text(child))
    finish()


def _inline_text(element: Tag) -> str:
    parts = []
    for child in element.children:
        if isinstance(child, NavigableString):
            parts.append(str(child).replace("\n", " "))
        elif child.name == "br":
            parts.append("\n")
        else:
            parts.append(_inline_text(child))
    return "".join(parts)
