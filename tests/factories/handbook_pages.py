"""Handbooks as records, for tests that need pages of their own."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from resources.models import (
    FurtherResource,
    HandbookPage,
    Milestone,
    ProductCategory,
    ProductIndexPage,
    ProductPage,
    ResourceGroup,
)
from tests.factories.pages import add

SECTIONS = [
    {
        "type": "section",
        "value": {"heading": "Introduction", "body": [{"type": "text", "value": "<p>Hi.</p>"}]},
    },
    {"type": "section", "value": {"heading": "Overview", "body": [], "shows": "products"}},
    {"type": "section", "value": {"heading": "How they fit", "body": [], "shows": "diagram"}},
]


def handbook_page(parent: Page, title: str = "Handbook", **fields: Any) -> HandbookPage:
    """A live handbook with three sections and an empty Products page."""
    sections = fields.pop("sections", SECTIONS)
    page = HandbookPage(title=title, summary="All of it.", ambition="Better lives", **fields)
    page.sections = HandbookPage._meta.get_field("sections").stream_block.to_python(
        [{"id": f"section-{place}", **section} for place, section in enumerate(sections)]
    )
    parent.add_child(instance=page)
    page.save_revision().publish()
    add(page, ProductIndexPage, "Products")
    page.refresh_from_db()
    return page


def products_page(handbook: HandbookPage) -> ProductIndexPage:
    return ProductIndexPage.objects.child_of(handbook).get()


def product_page(
    handbook: HandbookPage, title: str, category: str = "National products", **fields: Any
) -> ProductPage:
    """A live product of a category that exists."""
    start = {
        "category": ProductCategory.objects.get(name=category, locale=handbook.locale),
        "published": "December 2021",
        "what": f"<p>What {title} does.</p>",
        "made_by": "<p>Partners.</p>",
        "used_by": "<p>Everyone.</p>",
        "usage": "<p>Every day.</p>",
    }
    return add(products_page(handbook), ProductPage, title, **{**start, **fields})


def products(handbook: HandbookPage, number: int) -> list[ProductPage]:
    categories = list(ProductCategory.objects.filter(locale=handbook.locale).values_list("name", flat=True))
    return [
        product_page(handbook, f"Product {count}", categories[count % len(categories)])
        for count in range(number)
    ]


def milestone(title: str, date: str, **fields: Any) -> Milestone:
    record = Milestone(title=title, date=date, **fields)
    record.save()
    record.save_revision().publish()
    return record


def further_resource(title: str, group: str, **fields: Any) -> FurtherResource:
    owner = ResourceGroup.objects.filter(name=group).first() or ResourceGroup.objects.create(name=group)
    record = FurtherResource(title=title, group=owner, **fields)
    record.save()
    record.save_revision().publish()
    return record
