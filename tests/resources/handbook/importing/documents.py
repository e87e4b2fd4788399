"""Documents as the reader gives them, and the site they were written for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cms.partial_dates.value import PartialDate
from resources.handbook.content import Link, Note, Passage
from resources.handbook.importing.apply import apply
from resources.handbook.importing.held import handbook_page
from resources.handbook.importing.plan import plan
from resources.handbook.importing.summary import Summary
from resources.handbook.word.found import (
    FoundHandbook,
    FoundMilestone,
    FoundProduct,
    FoundResource,
    FoundSection,
    Place,
)

PRODUCTS = {
    "Service Standards": "National products",
    "Customer Charter": "National products",
    "Service Design Toolkit": "Supplementary resources",
}


def product(name: str, row: int = 2, **fields: Any) -> FoundProduct:
    start = FoundProduct(
        name=name,
        category=PRODUCTS.get(name, "National products"),
        published=PartialDate.in_month(2021, 12),
        what=Passage(f"<p>Says what {name} is for.</p>"),
        made_by=Passage("<p>Made by partners.</p>"),
        used_by=Passage("<p>Local authorities.</p>"),
        usage=Passage(f"<p>{name} is used in planning.</p>"),
        links=(Link(name, f"https://example.org/{name.lower().replace(' ', '-')}/"),),
        proposed_audiences=("Local authorities",),
        place=Place(table=1, row=row),
    )
    return replace(start, **fields)


def document(**fields: Any) -> FoundHandbook:
    """Three products, two sections, a milestone with a note, and two further resources."""
    start = FoundHandbook(
        title="National Products Handbook",
        published=PartialDate.in_month(2024, 10),
        sections=(
            FoundSection("Introduction", Passage("<p>What it is.</p><h3>For whom</h3><p>For you.</p>")),
            FoundSection("Overview", Passage("<p>Three products.</p>"), "products"),
        ),
        products=tuple(product(name, row) for row, name in enumerate(PRODUCTS, start=3)),
        timeline_introduction=Passage("<p>What happened when.</p>"),
        timeline_notes=(Note("*", Passage("<p>See the plan.</p>")),),
        milestones=(
            FoundMilestone(
                PartialDate.parse("5 December 2018"),
                "Agreement signed",
                Passage("<p>By both.</p>"),
                Link("Agreement signed", "https://example.org/agreement/"),
                "*",
                place=Place(table=2, row=2),
            ),
        ),
        resources_introduction=Passage("<p>More to read.</p>"),
        resources=(
            FoundResource(
                "Statistics",
                PartialDate.in_year(2024),
                "Figures",
                "https://example.org/f/",
                Place(table=3, row=2),
            ),
            FoundResource("Website", None, "Bulletin", place=Place(table=3, row=3)),
        ),
    )
    return replace(start, **fields)


def imported(found: FoundHandbook, publish: bool = True, **options: Any) -> Summary:
    return apply(plan(found, handbook_page()), publish=publish, **options)


def with_product(found: FoundHandbook, name: str, /, **fields: Any) -> FoundHandbook:
    """The same document with other words about one product."""
    changed = (replace(each, **fields) if each.name == name else each for each in found.products)
    return replace(found, products=tuple(changed))
