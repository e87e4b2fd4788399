"""The handbook as an accessible PDF (PDF/UA-1); WeasyPrint sets templates/resources/handbook/pdf."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, Tag
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from resources.handbook.content import NOTHING, Handbook, Passage, Product
from resources.handbook.files import wording
from resources.handbook.markup import as_html
from resources.handbook.shown import in_the_diagram, relations
from resources.handbook.timeline import timeline

if TYPE_CHECKING:
    from weasyprint import Document

TEMPLATES = "resources/handbook/pdf"
LINKS_LEAD_TO = ("https://", "http://", "mailto:", "tel:")
DEBIAN_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig"
# WeasyPrint takes the title of a drawing as its alternative text, so the description is added to that.
END_OF_DRAWING_TITLE = re.compile(r"</title>\s*<desc[^>]*>(.*?)</desc>", re.DOTALL)
WIDEST_PICTURE = 627  # CSS pixels that fit between the margins of an upright page


class PdfNotPossible(RuntimeError):
    """This machine lacks the libraries that set the pages; the message says which."""


def make(book: Handbook, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The file. `pictures` are those that sections show, by the address or name they give as `src`."""
    return laid_out(book, pictures).write_pdf(pdf_variant="pdf/ua-1", dpi=200)


def laid_out(book: Handbook, pictures: Mapping[str, bytes] | None = None) -> Document:
    """The pages, not yet written. Nothing is fetched: see pdf_sources for what they are made of."""
    try:
        # Loading it takes a second and needs libraries that the rest of the site does without.
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration

        from resources.handbook.files.pdf_sources import Sources
    except OSError as error:
        raise PdfNotPossible(
            f"PDF files need Debian's packages {DEBIAN_PACKAGES}: scripts/pdf_libraries.sh installs them."
        ) from error
    sources = Sources(pictures or {})
    fonts = FontConfiguration()
    style = CSS(string=render_to_string(f"{TEMPLATES}/handbook.css"), url_fetcher=sources, font_config=fonts)
    html = HTML(string=page_source(book, pictures or {}), url_fetcher=sources)
    return html.render(font_config=fonts, stylesheets=[style])


@dataclass(frozen=True)
class Part:
    """A section or annex: a heading with a bookmark and a line in the contents."""

    anchor: str
    title: str
    body: Passage = NOTHING
    shows: str = ""
    within: tuple[Part, ...] = ()  # headings and tables within it, for the contents


def page_source(book: Handbook, pictures: Mapping[str, bytes]) -> str:
    """The HTML of all pages, in the handbook's language."""
    with override(book.language):
        text = PassageText(pictures)
        page_words = _("Page %(number)s of %(total)s") % {"number": "\n", "total": "\n"}
        context: dict[str, Any] = {
            "book": book,
            "author": _("Employability in Scotland"),
            "published_line": wording.published_line(book),
            "version_line": wording.version_line(book),
            "page_words": page_words.split("\n"),
            "sections": [*_sections(book, text)],
            "annexes": [*_annexes(book, text)],
            "product_headings": wording.product_headings(book.language),
            "resource_headings": wording.resource_headings(book.language),
            "categories": [*_categories(book, text)],
            "groups": [
                (each.name, [in_the_diagram(product) for product in each.products])
                for each in book.categories
            ],
            "relations": relations(book),
            "years": [
                (year.label, [(entry, text.shown(entry.text)) for entry in year.entries])
                for year in timeline(book)
            ],
            "notes": [(note.mark, text.shown(note.text)) for note in book.timeline_notes],
        }
        source = render_to_string(f"{TEMPLATES}/handbook.html", context)
    return END_OF_DRAWING_TITLE.sub(r". \1</title>", source).replace("<svg ", '<svg font-family="Roboto" ')


def _sections(book: Handbook, text: PassageText) -> Iterator[Part]:
    for section in book.sections:
        body, headings = text.with_headings(section.body, section.anchor)
        tables = []
        if section.shows == "products":
            tables = [
                Part(f"{section.anchor}-{category.id}", category.name)
                for category in book.categories
                if category.products
            ]
        title = f"{section.number}. {section.heading}"
        yield Part(section.anchor, title, body, section.shows, (*headings, *tables))


def _annexes(book: Handbook, text: PassageText) -> Iterator[Part]:
    titles = wording.annex_titles(book.language)
    if book.timeline_introduction or timeline(book):
        body, headings = text.with_headings(book.timeline_introduction, "annex-a")
        yield Part("annex-a", titles.timeline, body, "timeline", (*headings,))
    if book.resources_introduction or book.further_resources:
        body, headings = text.with_headings(book.resources_introduction, "annex-b")
        yield Part("annex-b", titles.resources, body, "resources", (*headings,))


def _categories(book: Handbook, text: PassageText) -> Iterator[dict[str, Any]]:
    for category in book.categories:
        if category.products:
            products = [_product(product, book, text) for product in category.products]
            yield {"id": category.id, "name": category.name, "products": products}


def _product(product: Product, book: Handbook, text: PassageText) -> dict[str, Any]:
    main = product.main_link
    return {
        "record": product,
        "url": (main and main.url) or product.url,
        "links": product.links[1:],
        "status": wording.status_line(product, book),
        "columns": [
            text.shown(passage) for passage in (product.what, product.made_by, product.used_by, product.usage)
        ],
    }


class PassageText:
    """Rich text made fit for the PDF: only pictures that we hold, and only links that lead somewhere."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.numbers = {name: number for number, name in enumerate(pictures)}

    def shown(self, passage: Passage) -> Passage:
        return self.with_headings(passage, "")[0]

    def with_headings(self, passage: Passage, prefix: str) -> tuple[Passage, list[Part]]:
        """Its headings of level 3 get addresses that start with `prefix`, and are told."""
        soup = BeautifulSoup(passage.html, "html.parser")
        for link in soup.find_all("a"):
            if not str(link.get("href", "")).lower().startswith(LINKS_LEAD_TO):
                link.unwrap()
        for picture in soup.find_all("img"):
            self._place(picture)
        # PDF/UA wants words straight within a list's item, and WeasyPrint would tag a paragraph between.
        for block in soup.select("li p, li h3, li h4, li figure, li figcaption"):
            if block.find_previous_sibling():
                block.insert_before(soup.new_tag("br"))
            block.unwrap()
        headings = []
        for number, heading in enumerate(soup.find_all("h3") if prefix else [], start=1):
            heading["id"] = f"{prefix}-{number}"
            headings.append(Part(heading["id"], heading.get_text(" ", strip=True)))
        return Passage(as_html(soup)), headings

    def _place(self, picture: Tag) -> None:
        number = self.numbers.get(str(picture.get("src", "")))
        words = str(picture.get("alt", ""))
        if number is None:
            picture.replace_with(words)
        elif words:
            picture["src"] = f"picture:{number}"
        else:
            picture.replace_with(BeautifulSoup(_decoration(picture, number), "html.parser"))


def _decoration(picture: Tag, number: int) -> str:
    """A picture that says nothing is painted as background: PDF/UA asks for words for every image."""
    sizes = [str(picture.get(name, "")) for name in ("width", "height")]
    if not all(size.isdecimal() and int(size) for size in sizes):
        return ""
    width, height = (int(size) for size in sizes)
    shown_width = min(width, WIDEST_PICTURE)
    return format_html(
        '<span class="decoration" style="width: {}px; height: {}px; background-image: url(picture:{})">'
        "</span>",
        shown_width,
        height * shown_width // width,
        number,
    )
