"""Handbooks as values, for tests of what is made from them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cms.partial_dates.value import LATEST_STATISTICS, ONGOING, PartialDate
from resources.handbook.content import (
    Audience,
    Category,
    FurtherResource,
    Handbook,
    Link,
    Milestone,
    Note,
    Passage,
    Product,
    Relation,
    Section,
)

PARTNERS = Audience("audience-partners", "Delivery partners")
CATEGORIES = ("National products", "Supplementary resources", "Local resources", "Data resources")


def product(name: str, **fields: Any) -> Product:
    """A product with every column filled; fields replace what it starts with."""
    key = name.lower().replace(" ", "-")
    start = Product(
        id=f"product-{key}",
        name=name,
        url=f"https://example.org/handbook/products/{key}/",
        published=PartialDate.in_month(2021, 12),
        what=Passage(f"<p>Says what {name} is good for.</p>"),
        made_by=Passage("<p>Made by partners <b>together</b>.</p>"),
        used_by=Passage("<ul><li>Local authorities</li><li>Delivery partners</li></ul>"),
        usage=Passage('<p>Used in planning. <a href="https://example.org/guide/">Read the guide</a>.</p>'),
        audiences=(PARTNERS,),
        links=(Link(name, f"https://example.org/{key}/"), Link("Summary", f"https://example.org/{key}.pdf")),
    )
    return replace(start, **fields)


def handbook(products: int = 9, **fields: Any) -> Handbook:
    """A handbook of four categories with `products` products, two of them related."""
    names = [f"Product {number}" for number in range(1, products + 1)]
    parts = [names[start::4] for start in range(4)]
    made = [[product(name) for name in part] for part in parts]
    if products > 1:
        made[0][0] = replace(made[0][0], relations=(Relation("supports", made[1][0].id),))
    start = Handbook(
        id="handbook",
        language="en",
        title="National Products Handbook",
        url="https://example.org/handbook/",
        published=PartialDate.in_month(2024, 10),
        summary="All products in one place.",
        changed_on="2025-01-15",
        sections=(
            Section(
                "s1", 1, "Introduction", Passage("<p>What it <i>is</i>.</p><h3>For whom</h3><p>You.</p>")
            ),
            Section("s2", 2, "Overview", Passage("<p>Four parts:</p><ul><li>one</li></ul>"), "products"),
            Section("s3", 3, "How the resources fit together", Passage("<p>Together.</p>"), "diagram"),
        ),
        ambition="Better outcomes for people",
        categories=tuple(
            Category(f"category-{place}", name, tuple(made[place])) for place, name in enumerate(CATEGORIES)
        ),
        timeline_introduction=Passage("<p>What happened when.</p>"),
        timeline_notes=(Note("*", Passage("<p>The principles stand in the plan.</p>")),),
        milestones=(
            Milestone(
                "milestone-1",
                PartialDate.parse("5 December 2018"),
                "Agreement signed",
                Passage("<p>By both partners.</p>"),
                Link("The agreement", "https://example.org/agreement/"),
                "*",
            ),
            Milestone("milestone-2", PartialDate.in_year(2016), "New powers"),
        ),
        resources_introduction=Passage("<p>More to read.</p>"),
        further_resources=(
            FurtherResource(
                "r1", "Statistics", LATEST_STATISTICS, "Statistics", "https://example.org/stats/"
            ),
            FurtherResource("r2", "Website", ONGOING, "Bulletin archive", "https://example.org/bulletin/"),
        ),
    )
    return replace(start, **fields)
