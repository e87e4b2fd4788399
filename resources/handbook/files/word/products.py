"""The products in the Word file: a table for each category, and how they fit together as a list."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from resources.handbook.content import Category, Handbook, Product
from resources.handbook.files.word.looks import said_to_be_in
from resources.handbook.files.word.manuscript import Manuscript
from resources.handbook.files.word.ooxml import Element, element
from resources.handbook.files.word.runs import line
from resources.handbook.files.word.styles import CAPTION, MADE, STATUS
from resources.handbook.files.word.table import Cell, full_row, row, table
from resources.handbook.files.wording import marked, product_headings, status_line
from resources.handbook.product_choices import RelationKind

WIDTHS = (2370, 1500, 2500, 2500, 2700, 3000)


def product_tables(book: Handbook, manuscript: Manuscript) -> Iterator[Element]:
    """A caption and a table for each category."""
    for number, category in enumerate(book.categories, start=1):
        caption = _("Table %(number)d. %(name)s") % {"number": number, "name": category.name}
        yield manuscript.line(caption, CAPTION)
        yield _category_table(category, caption, book, manuscript)


def _category_table(category: Category, caption: str, book: Handbook, manuscript: Manuscript) -> Element:
    name = manuscript.paragraph("", line(category.name, italic=True), element("w:keepNext"))
    rows = [full_row(WIDTHS, [name])]
    rows += [row(WIDTHS, _cells(product, book, manuscript)) for product in category.products]
    headings = [manuscript.line(heading) for heading in product_headings(book.language)]
    description = _("One row a product: its name and links, when it was published, and what it is for.")
    return table(WIDTHS, headings, caption, description, rows)


def _cells(product: Product, book: Handbook, manuscript: Manuscript) -> list[Cell]:
    main, others = product.main_link, product.links[1:]
    language = product.language
    name = [manuscript.line(marked(product.name, language), url=main.url if main else "")]
    name += [manuscript.line(marked(link.title, link.language), url=link.url) for link in others]
    name = said_to_be_in(language, name)
    if status := status_line(product, book):
        name.append(manuscript.line(status, STATUS))
    published = [manuscript.line(str(product.published or ""))]
    if product.rhythm:
        published += said_to_be_in(language, [manuscript.line(product.rhythm)])
    passages = (product.what, product.made_by, product.used_by, product.usage)
    return [
        name,
        published,
        *(said_to_be_in(language, manuscript.cell(passage)) for passage in passages),
    ]


def how_they_fit(book: Handbook, manuscript: Manuscript) -> Iterator[Element]:
    """What the diagram shows: the ambition, the groups around it, and the relations that somebody stated."""
    if book.ambition:
        yield manuscript.line(_("Shared ambition: %(ambition)s") % {"ambition": book.ambition}, MADE)
    for category in book.categories:
        yield manuscript.item(category.name, MADE)
        for product in category.products:
            yield manuscript.item(product.name, MADE, depth=1)
            for sentence in _relations(product, book):
                yield manuscript.item(sentence, MADE, depth=2)


def _relations(product: Product, book: Handbook) -> Iterator[str]:
    for relation in product.relations:
        if other := book.product(relation.product):
            kind = RelationKind(relation.kind).label
            yield f"{product.name} {kind} {other.name}"
