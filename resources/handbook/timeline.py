"""The timeline: milestones and the products' own dates together, by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cms.partial_dates.value import PartialDate
from resources.handbook.content import NOTHING, Handbook, Link, Milestone, Passage, Product


@dataclass(frozen=True)
class Entry:
    """One line of a year. `belongs_to` is what a milestone is about."""

    date: str
    title: str
    url: str = ""
    text: Passage = NOTHING
    is_product: bool = False
    note_mark: str = ""
    belongs_to: Link | None = None


@dataclass
class Year:
    """`label` is "2018", or words such as "Ongoing" for what has no year."""

    label: str
    entries: list[Entry] = field(default_factory=list)


def timeline(book: Handbook) -> list[Year]:
    """All milestones and products with a date, in the order of time."""
    return years(book.milestones, book.products)


def years(milestones: Iterable[Milestone], products: Iterable[Product] = ()) -> list[Year]:
    dated: list[tuple[PartialDate, Entry]] = [
        (
            milestone.date,
            Entry(
                str(milestone.date),
                milestone.title,
                milestone.link.url if milestone.link else "",
                milestone.text,
                note_mark=milestone.note_mark,
                belongs_to=milestone.belongs_to,
            ),
        )
        for milestone in milestones
        if milestone.date
    ]
    dated += [
        (product.published, Entry(str(product.published), product.name, product.url, is_product=True))
        for product in products
        if product.published
    ]
    found: list[Year] = []
    for date, entry in sorted(dated, key=lambda pair: pair[0].sort_key):
        label = str(date.first_day.year) if date.first_day else str(date)
        if not found or found[-1].label != label:
            found.append(Year(label))
        found[-1].entries.append(entry)
    return found
