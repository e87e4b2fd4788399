"""Reads the records into one value. Costs the same number of queries however many records there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from cms.blocks.targets import gathered, readable_page
from cms.blocks.text import LinkedText
from cms.page_cache.generation import kept
from resources.handbook import content
from resources.handbook.changed_on import changed_on
from resources.handbook.markup import tidied
from resources.handbook.product_choices import ProductStatus
from resources.handbook.sections import section_html

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

    from resources.models import FurtherResource, HandbookPage, Milestone, ProductCategory, ProductPage
    from resources.models.product import ProductQuerySet


def current_handbook(page: HandbookPage, request: HttpRequest | None = None) -> content.Handbook:
    """The handbook as readers may see it now; in a preview with the draft's own words."""
    if request is not None and getattr(request, "is_preview", False):
        return gather(page)
    language = translation.get_language()
    return kept(("handbook", page.pk, language), lambda: gather(page))


def gather(page: HandbookPage) -> content.Handbook:
    """Addresses are those that pages use; `addresses.absolute` makes them whole."""
    from resources.models import FurtherResource, Milestone, ProductCategory, ProductPage

    products = list(_with_what_they_name(ProductPage.objects.for_handbook().descendant_of(page)))
    milestones = list(Milestone.objects.live().filter(locale=page.locale_id).select_related("belongs_to"))
    resources = list(
        FurtherResource.objects.live()
        .filter(locale=page.locale_id)
        .select_related("group")
        .order_by("group__sort_order", "group_id", "sort_order", "pk")
    )
    categories = list(ProductCategory.objects.filter(locale=page.locale_id))
    audiences = _audiences(products)
    own = [page.timeline_introduction, page.resources_introduction, page.sections, page.timeline_notes]
    with gathered(*own, *_texts(products, milestones, resources)):
        # What is withdrawn keeps its page and leaves the tables.
        shown = [
            (record, product(record, products, audiences.get(record.pk, ())))
            for record in products
            if record.status != ProductStatus.WITHDRAWN
        ]
        return content.Handbook(
            id=str(page.translation_key),
            language=page.locale.language_code,
            title=page.title,
            url=(page.url or "") if page.live else "",
            summary=page.summary,
            published=page.published,
            changed_on=changed_on(),
            sections=tuple(_sections(page)),
            ambition=page.ambition,
            categories=tuple(_in_categories(shown, categories)),
            timeline_introduction=passage(page.timeline_introduction),
            timeline_notes=tuple(
                content.Note(block.value["mark"], passage(block.value["text"].source))
                for block in page.timeline_notes
            ),
            milestones=tuple(milestone(each) for each in milestones),
            resources_introduction=passage(page.resources_introduction),
            further_resources=tuple(further_resource(each) for each in resources),
        )


def product_of(record: ProductPage) -> content.Product:
    """One product by itself: a draft in a preview, or one that was withdrawn."""
    from resources.models import ProductPage

    siblings = ProductPage.objects.live().public().sibling_of(record).only("title", "translation_key")
    audiences = [content.Audience(str(each.translation_key), each.name) for each in record.audiences.all()]
    with gathered(*_texts([record], [], [])):
        return product(record, siblings, audiences)


def withdrawn_products(page: HandbookPage) -> list[tuple[content.Category, content.Product]]:
    """They stand in no table any more, but their pages stay."""
    from resources.models import ProductCategory, ProductPage

    products = list(_with_what_they_name(ProductPage.objects.for_handbook().descendant_of(page)))
    records = [record for record in products if record.status == ProductStatus.WITHDRAWN]
    audiences = _audiences(records)
    categories = list(ProductCategory.objects.filter(locale=page.locale_id))
    with gathered(*_texts(records, [], [])):
        made = [(record, product(record, products, audiences.get(record.pk, ()))) for record in records]
        found = _in_categories(made, categories)
        return [(category, each) for category in found for each in category.products]


def passage(stored: str) -> content.Passage:
    """Rich text as it was stored, with its links led to where readers may go."""
    return content.Passage(tidied(LinkedText(stored).__html__()))


def product(
    record: ProductPage, products: Iterable[ProductPage], audiences: Iterable[content.Audience]
) -> content.Product:
    # By translation key: a translation goes on naming the records of the language it was made from.
    names = {str(other.translation_key): other.title for other in products}
    is_replaced = record.status == ProductStatus.REPLACED and record.replaced_by_id
    replaced_by = str(record.replaced_by.translation_key) if is_replaced else ""
    is_withdrawn = record.status == ProductStatus.WITHDRAWN
    return content.Product(
        id=str(record.translation_key),
        name=record.title,
        url=record.url or "",
        published=record.published,
        what=passage(record.what),
        made_by=passage(record.made_by),
        used_by=passage(record.used_by),
        usage=passage(record.usage),
        rhythm=record.rhythm,
        status=record.status,
        status_note=record.withdrawn_reason if is_withdrawn else names.get(replaced_by, ""),
        replaced_by=replaced_by if replaced_by in names else "",
        audiences=tuple(audiences),
        links=tuple(_links(record.links)),
        relations=tuple(
            content.Relation(block.value["kind"], str(block.value["product"].translation_key))
            for block in record.relations
            if block.value["product"] and str(block.value["product"].translation_key) in names
        ),
    )


def milestone(record: Milestone) -> content.Milestone:
    about = readable_page(record.belongs_to)
    return content.Milestone(
        id=str(record.translation_key),
        date=record.date,
        title=record.title,
        text=passage(record.text),
        link=_link(record.link),
        note_mark=record.note_mark,
        belongs_to=about and content.Link(about.title, about.url or ""),
    )


def further_resource(record: FurtherResource) -> content.FurtherResource:
    link = _link(record.link)
    return content.FurtherResource(
        id=str(record.translation_key),
        group=record.group.name if record.group_id else "",
        published=record.published,
        title=record.title,
        url=link.url if link else "",
        note=link.note if link else "",
    )


def _sections(page: HandbookPage) -> Iterable[content.Section]:
    for number, block in enumerate(page.sections, start=1):
        yield content.Section(
            id=block.id or f"section-{number}",
            number=number,
            heading=block.value["heading"],
            body=content.Passage(section_html(block.value["body"])),
            shows=block.value["shows"] or "",
        )


def _links(links: StreamValue) -> Iterable[content.Link]:
    for block in links:
        if block.value.url:
            yield content.Link(block.value.shown_title, block.value.url, block.value.note)


def _link(link: StreamValue) -> content.Link | None:
    for block in link:
        if block.value.url:
            return content.Link(block.value.title, block.value.url, block.value.note)
    return None


def _audiences(products: list[ProductPage]) -> dict[int, list[content.Audience]]:
    """By product; one query for all."""
    from cms.vocabulary.models import Audience

    found: dict[int, list[content.Audience]] = {}
    keys = [record.pk for record in products]
    rows = Audience.objects.filter(productpage__in=keys).values_list("productpage", "translation_key", "name")
    for product_key, key, name in rows:
        found.setdefault(product_key, []).append(content.Audience(str(key), name))
    return found


def _texts(
    products: list[ProductPage], milestones: list[Milestone], resources: list[FurtherResource]
) -> Iterable[StreamValue | str]:
    """Everything that may hold a link."""
    for record in products:
        yield from (record.what, record.made_by, record.used_by, record.usage)
        yield from (record.links, record.relations)
    for record in milestones:
        yield from (record.text, record.link)
    for record in resources:
        yield record.link


def _with_what_they_name(products: ProductQuerySet) -> ProductQuerySet:
    return products.select_related("category", "replaced_by")


def _in_categories(
    products: Iterable[tuple[ProductPage, content.Product]], categories: Iterable[ProductCategory]
) -> Iterable[content.Category]:
    """In the editors' order. A category that is not translated keeps its name; no product is left out."""
    members: dict[str, list[content.Product]] = {}
    names = {str(category.translation_key): category.name for category in categories}
    for record, made in products:
        key = str(record.category.translation_key) if record.category else ""
        names.setdefault(key, record.category.name if record.category else _("Other products"))
        members.setdefault(key, []).append(made)
    for key, name in names.items():
        if key in members:
            yield content.Category(key or "other", name, tuple(members[key]))
