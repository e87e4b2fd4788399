"""Which products of the handbook readers are told of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from cms.page_cache.restrictions import is_restricted, restricted_paths
from la_directory.in_its_language import Words, kept_in_language, link_words, words_of
from resources.models import ProductPage

if TYPE_CHECKING:
    from la_directory.models import CaseStudyPage, LocalServicePage


def public_among(products: Iterable[ProductPage]) -> list[ProductPage]:
    """Those that readers can open, in the order of the handbook; without a query where they were fetched."""
    paths = restricted_paths()
    public = [product for product in products if product.live and not is_restricted(product, paths)]
    return sorted(public, key=lambda product: product.path)


def product_links(
    users: Iterable[LocalServicePage | CaseStudyPage], locale_id: int
) -> Mapping[UUID, list[tuple[Words, str]]]:
    """Words and address of the products that each of these uses, in the reader's language where there are."""
    used = {user.translation_key: public_among(user.products.all()) for user in users}
    every = {product.translation_key: product for products in used.values() for product in products}
    shown = kept_in_language(every.values(), locale_id)
    here = {product.translation_key: _link(product) for product in shown}
    return {key: [here[product.translation_key] for product in products] for key, products in used.items()}


def _link(product: ProductPage) -> tuple[Words, str]:
    return link_words(words_of(product.title, product), product), product.url or ""
