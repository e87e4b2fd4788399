"""Which products of the handbook readers are told of."""

from __future__ import annotations

from collections.abc import Iterable

from cms.page_cache.restrictions import is_restricted, restricted_paths
from resources.models import ProductPage


def public_among(products: Iterable[ProductPage]) -> list[ProductPage]:
    """Those that readers can open, in the order of the handbook; without a query where they were fetched."""
    paths = restricted_paths()
    public = [product for product in products if product.live and not is_restricted(product, paths)]
    return sorted(public, key=lambda product: product.path)
