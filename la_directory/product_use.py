"""Who uses a product of the handbook: local services of councils, and case studies."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import get_language

from cms.languages.original import first_locale_id, in_language, source_of
from cms.languages.sorting import by_letter
from cms.page_cache.generation import kept
from la_directory.in_its_language import Words, council_link, council_name, link_words, words_of
from la_directory.models import CaseStudyPage, CouncilPage, LocalServicePage
from resources.models import ProductPage

Link = tuple[Words, str]
T = TypeVar("T", LocalServicePage, CaseStudyPage)
OF_COUNCIL = (
    "pk",
    "title",
    "url_path",
    "path",
    "live",
    "locale_id",
    "translation_key",
    "official_name",
    "gaelic_name",
)


@dataclass(frozen=True)
class ProductUse:
    """Words and address of each council and of its services; each case study with the name of its council."""

    councils: tuple[tuple[Link, tuple[Link, ...]], ...]
    case_studies: tuple[tuple[Link, Words], ...]


def use_of(product: ProductPage) -> ProductUse:
    """In the language of the product's page where there are translations. No query when kept."""
    name = ("use of a product", product.translation_key, product.locale_id, get_language())
    return kept(name, lambda: _use_of(product))


def _use_of(product: ProductPage) -> ProductUse:
    """Two queries, and three more for a translated page."""
    services = list(_users(LocalServicePage, product).order_by("sort_order", "path"))
    case_studies = list(_users(CaseStudyPage, product).order_by("-first_published_at", "-pk"))
    councils = _councils([*services, *case_studies], product.locale_id)
    by_council = sorted(
        ((councils[source_of(service).above_path], service) for service in _here(services, product)),
        key=lambda each: _place(each[0]),
    )
    return ProductUse(
        tuple(
            (
                (council_link(council), council.url or ""),
                tuple(_place_on_page(council, service) for _council, service in members),
            )
            for council, members in groupby(by_council, key=lambda each: each[0])
        ),
        tuple(
            (
                (link_words(words_of(record.title, record), record), record.url or ""),
                council_name(councils[source_of(record).above_path]),
            )
            for record in _here(case_studies, product)
        ),
    )


def _here(records: list[T], product: ProductPage) -> list[T]:
    return in_language(records, product.locale_id)


def _place(council: CouncilPage) -> tuple[str, int]:
    """Together also where another council has the same title."""
    return by_letter(council.title), council.pk


def _place_on_page(council: CouncilPage, service: LocalServicePage) -> Link:
    return words_of(service.title, service), f"{council.url or ''}#{service.anchor}"


def _users(model: type[T], product: ProductPage) -> QuerySet[T]:
    """What names the product, with the columns of its council; a hidden council hides it."""
    records = model.objects.live().public().filter(locale_id=first_locale_id())
    above = CouncilPage.objects.live().filter(path=model.council_path_in_query(OuterRef("path")))
    columns = {f"above_{name}": Subquery(above.values(name)) for name in OF_COUNCIL}
    users = records.filter(products__translation_key=product.translation_key)
    return users.annotate(**columns).exclude(above_pk=None)


def _councils(users: list[LocalServicePage | CaseStudyPage], locale_id: int) -> dict[str, CouncilPage]:
    """The councils of these in a language, by their place in the tree of the first language."""
    found = {
        user.above_path: CouncilPage(**{name: getattr(user, f"above_{name}") for name in OF_COUNCIL})
        for user in users
    }
    return dict(zip(found, in_language(found.values(), locale_id), strict=True))
