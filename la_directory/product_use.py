"""Who uses a product of the handbook: local services of councils, and case studies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from django.db.models import OuterRef, QuerySet, Subquery

from cms.page_cache.generation import kept
from la_directory.models import CaseStudyPage, CouncilPage, LocalServicePage
from resources.models import ProductPage

Link = tuple[str, str]
T = TypeVar("T", LocalServicePage, CaseStudyPage)
OF_COUNCIL = ("pk", "title", "url_path")


@dataclass(frozen=True)
class ProductUse:
    """(title, address) of each council and of its services; each case study with the name of its council."""

    councils: tuple[tuple[Link, tuple[Link, ...]], ...]
    case_studies: tuple[tuple[Link, str], ...]


def use_of(product: ProductPage) -> ProductUse:
    """In the language of the product's page where there is a translation. Two queries, or none when kept."""
    name = ("use of a product", product.translation_key, product.locale_id)
    return kept(name, lambda: _use_of(product))


def _use_of(product: ProductPage) -> ProductUse:
    services = _users(LocalServicePage.objects.live().public(), product).order_by("sort_order", "path")
    case_studies = _users(CaseStudyPage.objects.live().public(), product).order_by(
        "-first_published_at", "-pk"
    )
    by_council = sorted(_in_language(services, product), key=_by_council)
    return ProductUse(
        tuple(
            (
                (council.title, council.url or ""),
                tuple((service.title, service.url or "") for service in members),
            )
            for council, members in groupby(by_council, key=lambda service: service.council)
        ),
        tuple(
            ((record.title, record.url or ""), record.council.title)
            for record in _in_language(case_studies, product)
        ),
    )


def _by_council(service: LocalServicePage) -> tuple[str, int]:
    """Together also where another council has the same title."""
    return service.council.title, service.council.pk


def _users(records: QuerySet, product: ProductPage) -> QuerySet:
    """What names the product, in any language, with the columns of its council; a hidden council hides it."""
    above = CouncilPage.objects.live().filter(path=records.model.council_path_in_query(OuterRef("path")))
    columns = {f"above_{name}": Subquery(above.values(name)) for name in OF_COUNCIL}
    users = records.filter(products__translation_key=product.translation_key)
    return users.annotate(**columns).exclude(above_pk=None)


def _in_language(records: Iterable[T], product: ProductPage) -> list[T]:
    """Each record once: the one in the product's language, else the one that there is."""
    chosen: dict[object, T] = {}
    for record in records:
        record.council = CouncilPage(**{name: getattr(record, f"above_{name}") for name in OF_COUNCIL})
        if record.locale_id == product.locale_id or record.translation_key not in chosen:
            chosen[record.translation_key] = record
    return list(chosen.values())
