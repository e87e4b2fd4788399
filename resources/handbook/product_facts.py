"""What a product's own page says beyond its row in the table."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from resources.handbook.content import Handbook, Product
from resources.handbook.files.wording import product_headings, version_line
from resources.handbook.product_choices import ProductStatus, RelationKind
from resources.handbook.shown import linked, product_link
from resources.handbook.timeline import Year, years


def product_context(product: Product, category: str, book: Handbook) -> dict[str, Any]:
    """`book` is the handbook the product stands in; the product itself may be a draft or withdrawn."""
    _name, _when, *questions = product_headings(book.language)
    answers = (product.what, product.made_by, product.used_by, product.usage)
    return {
        "book": book,
        "product": product,
        "facts": _facts(product, category),
        "answers": [pair for pair in zip(questions, answers, strict=True) if pair[1]],
        "replacement": _replacement(product, book),
        "links": [linked(link) for link in product.links],
        "relations": related_products(product, book),
        "years": _milestones(product, book),
        "version_line": version_line(book),
    }


def _facts(product: Product, category: str) -> list[tuple[str, str]]:
    return [
        (_("Published"), str(product.published or "")),
        (_("Category"), category),
        (_("Updates"), product.rhythm),
        (_("For"), ", ".join(audience.name for audience in product.audiences)),
        (_("Status"), str(ProductStatus(product.status).label)),
    ]


def related_products(product: Product, book: Handbook) -> list[tuple[str, SafeString]]:
    """(words before the link, link), those that start here first, then those that lead here."""
    by_id = {each.id: each for each in book.products}
    here = [
        (str(RelationKind(relation.kind).label), product_link(by_id[relation.product]))
        for relation in product.relations
        if relation.product in by_id
    ]
    there = [
        (RelationKind(relation.kind).the_other_way(), product_link(each))
        for each in book.products
        for relation in each.relations
        if relation.product == product.id and each.id != product.id
    ]
    return here + there


def _replacement(product: Product, book: Handbook) -> SafeString | str:
    found = book.product(product.replaced_by) if product.replaced_by else None
    return product_link(found) if found else ""


def _milestones(product: Product, book: Handbook) -> list[Year]:
    mine = [each for each in book.milestones if each.belongs_to and each.belongs_to.url == product.url]
    return years(mine)
