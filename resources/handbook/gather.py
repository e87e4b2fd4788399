"""Reads the records into one value. Costs the same number of queries however many records there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone, translation
from wagtail.models import Page

from cms.blocks.targets import gathered, readable_page
from cms.blocks.text import LinkedText
from cms.page_cache.generation import kept
from resources.handbook import content
from resources.handbook.markup import tidied
from resources.handbook.product_choices import ProductStatus
from resources.handbook.sections import section_html

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

    from resources.models import FurtherResource, HandbookPage, Milestone, ProductPage


def current_handbook(page: HandbookPage, request: HttpRequest | None = None) -> content.Handbook:
    """The handbook as readers may see it now; in a preview with the draft's own words."""
    if request is not None and getattr(request, "is_preview", False):
        return gather(page)
    language = translation.get_language()
    return kept(("handbook", page.pk, language), lambda: gather(page))


def gather(page: HandbookPage) -> content.Handbook:
    """Addresses are those that pages use; `addresses.absolute` makes them whole."""
    from resources.models import FurtherResource, Milestone, ProductCategory, ProductPage

    products = list(ProductPage.objects.for_handbook().descendant_of(page))
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
        by_category: dict[int | None, list[content.Product]] = {}
        for record in products:
            # What is withdrawn keeps its page and leaves the tables.
            if record.status != ProductStatus.WITHDRAWN:
                made = product(record, products, audiences.get(record.pk, ()))
                by_category.setdefault(record.category_id, []).append(made)
        return content.Handbook(
            id=str(page.translation_key),
            language=page.locale.language_code,
            title=page.title,
            url=page.url or "",
            summary=page.summary,
            published=page.published,
            changed_on=_changed_on([page, *products, *milestones, *resources]),
            sections=tuple(_sections(page)),
            ambition=page.ambition,
            categories=tuple(
                content.Category(str(each.translation_key), each.name, tuple(by_category[each.pk]))
                for each in categories
                if each.pk in by_category
            ),
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

    siblings = ProductPage.objects.live().sibling_of(record).order_by("path").defer("related")
    audiences = [content.Audience(str(each.translation_key), each.name) for each in record.audiences.all()]
    with gathered(*_texts([record], [], [])):
        return product(record, [*siblings, record], audiences)


def passage(stored: str) -> content.Passage:
    """Rich text as it was stored, with its links led to where readers may go."""
    return content.Passage(tidied(LinkedText(stored).__html__()))


def product(
    record: ProductPage, products: Iterable[ProductPage], audiences: Iterable[content.Audience]
) -> content.Product:
    keys = {other.pk: str(other.translation_key) for other in products}
    names = {other.pk: other.title for other in products}
    replaced_by = record.replaced_by_id if record.status == ProductStatus.REPLACED else None
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
        status_note=names.get(replaced_by, ""),
        replaced_by=keys.get(replaced_by, ""),
        audiences=tuple(audiences),
        links=tuple(_links(record.links)),
        relations=tuple(
            content.Relation(block.value["kind"], keys[block.value["product"].pk])
            for block in record.relations
            if block.value["product"] and block.value["product"].pk in keys
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


def _changed_on(records: Iterable[Page | Milestone | FurtherResource]) -> str:
    """The day of the last publication of anything in it, in Scotland."""
    times = [record.last_published_at for record in records if record.last_published_at]
    return timezone.localdate(max(times)).isoformat() if times else ""
