"""The timeline: milestones and the products' own dates together, by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cms.languages.marks import html_language
from resources.handbook.content import NOTHING, Handbook, Link, Milestone, Passage, Product


@dataclass(frozen=True)
class Entry:
    """One line of a year. `belongs_to` is what a milestone is about.

    `language` and `leads_to` are those of words and page where they are not the reader's ("en-GB").
    """

    date: str
    title: str
    url: str = ""
    text: Passage = NOTHING
    is_product: bool = False
    note_mark: str = ""
    belongs_to: Link | None = None
    language: str = ""
    leads_to: str = ""


@dataclass
class Year:
    """`label` is "2018", or words such as "Ongoing" for what has no year."""

    label: str
    entries: list[Entry] = field(default_factory=list)


def timeline(book: Handbook) -> list[Year]:
    """All milestones and products with a date, in the order of time."""
    return years(book.milestones, book.products)


def years(milestones: Iterable[Milestone], products: Iterable[Product] = ()) -> list[Year]:
    dated = [(each.date, _of_milestone(each)) for each in milestones if each.date]
    dated += [(each.published, _of_product(each)) for each in products if each.published]
    found: list[Year] = []
    for date, entry in sorted(dated, key=lambda pair: pair[0].sort_key):
        label = str(date.first_day.year) if date.first_day else str(date)
        if not found or found[-1].label != label:
            found.append(Year(label))
        found[-1].entries.append(entry)
    return found


def _of_milestone(milestone: Milestone) -> Entry:
    link, about = milestone.link, milestone.belongs_to
    return Entry(
        str(milestone.date),
        milestone.title,
        link.url if link else "",
        milestone.text,
        note_mark=milestone.note_mark,
        belongs_to=about and replace(about, language=html_language(about.language)),
        language=html_language(milestone.language),
        leads_to=html_language(milestone.language or (link.language if link else "")),
    )


def _of_product(product: Product) -> Entry:
    language = html_language(product.language)
    return Entry(
        str(product.published),
        product.name,
        product.url,
        is_product=True,
        language=language,
        leads_to=language,
    )
