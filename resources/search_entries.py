"""How search finds policy pages, publications, updates and the handbook."""

from __future__ import annotations

from dataclasses import replace

from cms.pages.search_entries import SearchEntry, SearchKind, plain_entry
from resources.models import (
    ChapterPage,
    HandbookPage,
    PolicyPage,
    ProductIndexPage,
    ProductPage,
    PublicationPage,
    UpdatePage,
)


def policy(page: PolicyPage) -> SearchEntry:
    return replace(plain_entry(page), kind=SearchKind.GUIDANCE)


def publication(page: PublicationPage) -> SearchEntry:
    return replace(plain_entry(page), kind=SearchKind.PUBLICATION)


def chapter(page: ChapterPage) -> SearchEntry:
    """Its publication's date, and its title under the publication's."""
    above = page.get_parent().specific
    return replace(plain_entry(page), kind=SearchKind.PUBLICATION, names=above.title, date=above.listing_date)


def update(page: UpdatePage) -> SearchEntry:
    return replace(plain_entry(page), kind=SearchKind.UPDATE, is_news=True)


def handbook(page: HandbookPage | ProductIndexPage) -> SearchEntry:
    return replace(plain_entry(page), kind=SearchKind.PRODUCT)


def product(page: ProductPage) -> SearchEntry:
    audiences = tuple(each.name for each in page.audiences.all())
    return replace(plain_entry(page), kind=SearchKind.PRODUCT, audiences=audiences)


MAKERS = {
    PolicyPage: policy,
    PublicationPage: publication,
    ChapterPage: chapter,
    UpdatePage: update,
    HandbookPage: handbook,
    ProductIndexPage: handbook,
    ProductPage: product,
}
