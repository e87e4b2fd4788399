"""The handbook as its page shows it: tables, timeline, diagram. An edition is shown by the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.design_system.languages import in_english
from cms.design_system.tables import Cell
from cms.languages.marks import html_language
from resources.handbook.content import Category, FurtherResource, Handbook, Link, Product
from resources.handbook.files.wording import annex_titles, product_headings, status_line, version_line
from resources.handbook.product_choices import RelationKind
from resources.handbook.timeline import timeline

ANNEX_A, ANNEX_B = "annex-a", "annex-b"


@dataclass(frozen=True)
class Heading:
    """One line of the contents list."""

    text: str
    anchor: str
    children: tuple = ()


@dataclass(frozen=True)
class ShownTable:
    """A table as the design system takes it."""

    caption: str
    headings: tuple[str, ...]
    rows: list[list[Cell]]


def handbook_context(book: Handbook) -> dict[str, Any]:
    """What `handbook_body.html` and the pages around it need."""
    annexes = annex_titles(book.language)
    headings = [Heading(f"{each.number}. {each.heading}", each.anchor) for each in book.sections]
    years = timeline(book)
    has_timeline = bool(years or book.timeline_introduction)
    has_resources = bool(book.further_resources or book.resources_introduction)
    if has_timeline:
        headings.append(Heading(annexes.timeline, ANNEX_A))
    if has_resources:
        headings.append(Heading(annexes.resources, ANNEX_B))
    return {
        "book": book,
        "contents": headings,
        "annexes": annexes,
        "product_tables": [products_table(category, book) for category in book.categories],
        "groups": [
            (each.name, [in_the_diagram(product) for product in each.products]) for each in book.categories
        ],
        "relations": relations(book),
        "years": years,
        "has_timeline": has_timeline,
        "has_resources": has_resources,
        "notes": [(note.mark, note.text) for note in book.timeline_notes],
        "resource_tables": resource_tables(book.further_resources),
        "version_line": version_line(book),
    }


def in_the_diagram(product: Product) -> tuple[str, str, str, str]:
    return product.id, product.name, product.url, html_language(product.language)


def relations(book: Handbook) -> list[tuple[str, str, str]]:
    """(id, words, id) of each pair of products that are both in the handbook."""
    known = {product.id for product in book.products}
    return [
        (product.id, str(RelationKind(relation.kind).label), relation.product)
        for product in book.products
        for relation in product.relations
        if relation.product in known
    ]


def products_table(category: Category, book: Handbook) -> ShownTable:
    rows = [
        [
            {"html": _name(product, book), "is_heading": True},
            {"html": _when(product)},
            *(
                {"html": each, "lang": html_language(product.language)}
                for each in (product.what, product.made_by, product.used_by, product.usage)
            ),
        ]
        for product in category.products
    ]
    return ShownTable(category.name, product_headings(book.language), rows)


def _name(product: Product, book: Handbook) -> SafeString:
    name = product_link(product)
    status = status_line(product, book)
    return format_html('{} <span class="es_product-status">{}</span>', name, status) if status else name


def product_link(product: Product) -> SafeString:
    return linked(Link(product.name, product.url, language=product.language), product.language)


def _when(product: Product) -> SafeString:
    """The date is in the language of the reader, the rest in that of the record."""
    lines = [(str(product.published or ""), ""), (product.rhythm, product.language)]
    return format_html_join("", "<p{1}>{0}</p>", ((line, _lang(code)) for line, code in lines if line))


def resource_tables(resources: Iterable[FurtherResource]) -> list[ShownTable]:
    """One a group, in the editors' order."""
    headings = (_("Publication or resource"), _("Date published"))
    return [
        ShownTable(
            group,
            headings,
            [
                [
                    {
                        "html": linked(
                            Link(each.title, each.url, each.note, language=each.language), each.language
                        ),
                        "is_heading": True,
                    },
                    {"html": str(each.published or "")},
                ]
                for each in members
            ],
        )
        for group, members in groupby(resources, key=lambda resource: resource.group)
    ]


def linked(link: Link, language: str = "") -> SafeString:
    """The words, as a link where they lead anywhere; type and size of a file behind them.

    `language` is that of the words. Behind a link to what is not in the language of the reader stands so.
    """
    if not link.url:
        return format_html("<span{1}>{0}</span>" if language else "{0}", link.title, _lang(language))
    note = format_html(" ({})", link.note) if link.note else ""
    if not link.language:
        return format_html('<a href="{}">{}{}</a>', link.url, link.title, note)
    leads_to = html_language(link.language)
    return format_html(
        '<a href="{}" hreflang="{}"{}>{}{}</a>{}',
        link.url,
        leads_to,
        _lang(language),
        link.title,
        note,
        in_english(leads_to),
    )


def _lang(code: str) -> SafeString | str:
    return format_html(' lang="{}"', html_language(code)) if code else ""
