"""The products as a table for spreadsheets: one row a product."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.languages.marks import html_language
from cms.pages.spreadsheet_safety import harmless
from resources.handbook.content import Category, Handbook, Passage, Product
from resources.handbook.files.wording import product_headings, status_line, version_line
from resources.handbook.product_choices import ProductStatus

# Without this mark spreadsheet programs read UTF-8 as something else.
BYTE_ORDER_MARK = "\ufeff"
ITEM_MARK = re.compile(r"^- ", re.MULTILINE)


def make(book: Handbook) -> bytes:
    """UTF-8 with its mark; a column says which version of the handbook the row was taken from.

    Where products are not translated, one more says in which language each of them is.
    """
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    version = version_line(book)
    # A column that would say the same in every row says nothing.
    says_language = any(product.language for product in book.products)
    with override(book.language):
        writer.writerow([*_column_names(book.language), *([_("Language")] if says_language else [])])
        for category in book.categories:
            for product in category.products:
                cells = [*_cells(category, product, book), version]
                if says_language:
                    cells.append(html_language(product.language or book.language))
                writer.writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode()


def _column_names(language: str) -> tuple[str, ...]:
    name, *columns = product_headings(language)
    return (
        _("Category"),
        name,
        *columns,
        _("Audiences"),
        _("How often it is updated"),
        _("Status"),
        _("Main link"),
        _("Other links"),
        _("Page address"),
        _("Id"),
        _("Handbook version"),
    )


def _cells(category: Category, product: Product, book: Handbook) -> Iterator[str]:
    yield category.name
    yield product.name
    yield str(product.published or "")
    for passage in (product.what, product.made_by, product.used_by, product.usage):
        yield _words(passage)
    yield "; ".join(audience.name for audience in product.audiences)
    yield product.rhythm
    yield status_line(product, book) or str(ProductStatus.CURRENT.label)
    yield product.main_link.url if product.main_link else ""
    yield "\n".join(f"{link.title}: {link.url}".removesuffix(": ") for link in product.links[1:])
    yield product.url
    yield product.id


def _words(passage: Passage) -> str:
    """A cell must not start with "-", which spreadsheets take for a sum, so list items get a dot instead."""
    return ITEM_MARK.sub("• ", passage.text)
