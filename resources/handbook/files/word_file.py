"""The handbook as a Word document. The Word import reads it back to the same content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import override

from resources.handbook.content import Handbook
from resources.handbook.files.word.annexes import resources_annex, timeline_annex
from resources.handbook.files.word.front import contents, cover
from resources.handbook.files.word.layout import end_of_pages, foot, pages
from resources.handbook.files.word.manuscript import Manuscript
from resources.handbook.files.word.ooxml import Element
from resources.handbook.files.word.package import blank, packed
from resources.handbook.files.word.products import how_they_fit, product_tables


def make(
    book: Handbook,
    page_numbers: Mapping[str, int] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The same bytes for the same handbook.

    `page_numbers` by anchor ("section-1", "annex-a") stand in the contents until Word counts for itself.
    `pictures` are the bytes by the `src` that the text has; a picture without bytes is told in words.
    """
    with override(book.language):
        document = blank(book)
        manuscript = Manuscript(document, pictures or {})
        footer, feet = document.part.add_footer_part()
        footer.element[:] = foot(book)
        text = list(_text(book, manuscript, feet))
        front = [*cover(book, manuscript), contents(manuscript.headings, page_numbers or {})]
        document.element.body[:] = [*front, end_of_pages(pages(feet, first=True)), *text, pages(feet)]
        return packed(document)


def _text(book: Handbook, manuscript: Manuscript, feet: str) -> Iterator[Element]:
    """Sections and annexes. The tables of products, which are wide, stand on pages that lie on their side."""
    for section in book.sections:
        yield manuscript.chapter(f"{section.number}. {section.heading}", section.anchor)
        yield from manuscript.passage(section.body)
        if section.shows == "products" and book.categories:
            yield end_of_pages(pages(feet))
            yield from product_tables(book, manuscript)
            yield end_of_pages(pages(feet, lying=True))
        elif section.shows == "diagram":
            yield from how_they_fit(book, manuscript)
    yield from timeline_annex(book, manuscript)
    yield from resources_annex(book, manuscript)
