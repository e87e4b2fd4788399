"""Reads the records into one value. Costs the same number of queries however many records there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from cms.blocks.targets import Targets, gathered
from cms.languages.marks import language_of
from cms.languages.original import in_language, source_of
from cms.page_cache.generation import kept
from resources.handbook import content
from resources.handbook.changed_on import changed_on
from resources.handbook.product_choices import ProductStatus
from resources.handbook.record_values import further_resource, milestone, passage, product
from resources.handbook.sections import section_html

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

    from resources.models import FurtherResource, HandbookPage, Milestone, ProductCategory, ProductPage


def current_handbook(page: HandbookPage, request: HttpRequest | None = None) -> content.Handbook:
    """The handbook as readers may see it now; in a preview with the draft's own words."""
    if request is not None and getattr(request, "is_preview", False):
        return gather(page)
    language = translation.get_language()
    return kept(("handbook", page.pk, language), lambda: gather(page))


def gather(page: HandbookPage) -> content.Handbook:
    """In its own language, whoever asks. Addresses are those that pages use; `addresses.absolute` makes them
    whole.

    The records are those of the handbook in the first language; what is not translated stays as it is there.
    """
    with translation.override(language_of(page)):
        return _gathered(page)


def _gathered(page: HandbookPage) -> content.Handbook:
    from resources.models import FurtherResource, Milestone, ProductCategory

    source = source_of(page)
    products = _products_of(page)
    milestones = in_language(
        Milestone.objects.live().filter(locale=source.locale_id).select_related("belongs_to"), page.locale_id
    )
    resources = in_language(
        FurtherResource.objects.live()
        .filter(locale=source.locale_id)
        .select_related("group")
        .order_by("group__sort_order", "group_id", "sort_order", "pk"),
        page.locale_id,
    )
    categories = list(ProductCategory.objects.filter(locale=source.locale_id))
    audiences = _audiences(products)
    own = [page.timeline_introduction, page.resources_introduction, page.sections, page.timeline_notes]
    about = [record.belongs_to for record in milestones if record.belongs_to]
    with gathered(*own, *_texts(products, milestones, resources), pages=about) as targets:
        _look_up_translations(page, targets)
        # What is withdrawn keeps its page and leaves the tables.
        shown = [
            (record, product(record, products, audiences.get(source_of(record).pk, ())))
            for record in products
            if record.status != ProductStatus.WITHDRAWN
        ]
        return content.Handbook(
            id=str(page.translation_key),
            language=language_of(page),
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

    siblings = ProductPage.objects.live().public().sibling_of(source_of(record))
    siblings = in_language(siblings.only("title", "translation_key"), record.locale_id)
    audiences = [content.Audience(str(each.translation_key), str(each)) for each in record.audiences.all()]
    with gathered(*_texts([record], [], [])):
        return product(record, siblings, audiences)


def withdrawn_products(page: HandbookPage) -> list[tuple[content.Category, content.Product]]:
    """They stand in no table any more, but their pages stay."""
    from resources.models import ProductCategory

    products = _products_of(page)
    records = [record for record in products if record.status == ProductStatus.WITHDRAWN]
    audiences = _audiences(records)
    categories = list(ProductCategory.objects.filter(locale=source_of(page).locale_id))
    with gathered(*_texts(records, [], [])) as targets:
        _look_up_translations(page, targets)
        made = [
            (record, product(record, products, audiences.get(source_of(record).pk, ()))) for record in records
        ]
        found = _in_categories(made, categories)
        return [(category, each) for category in found for each in category.products]


def _products_of(page: HandbookPage) -> list[ProductPage]:
    """In the editors' order, withdrawn ones too; with what they name."""
    from resources.models import ProductPage

    products = ProductPage.objects.for_handbook().descendant_of(source_of(page))
    return in_language(products.select_related("category", "replaced_by"), page.locale_id)


def _look_up_translations(page: HandbookPage, targets: Targets) -> None:
    """Now, for the language of the handbook: later it is done from within words in another language."""
    if source_of(page) is not page:
        targets.translations  # noqa: B018


def _sections(page: HandbookPage) -> Iterable[content.Section]:
    for number, block in enumerate(page.sections, start=1):
        yield content.Section(
            id=block.id or f"section-{number}",
            number=number,
            heading=block.value["heading"],
            body=content.Passage(section_html(block.value["body"])),
            shows=block.value["shows"] or "",
        )


def _audiences(products: list[ProductPage]) -> dict[int, list[content.Audience]]:
    """By product of the first language; one query for all."""
    from resources.models import ProductPage

    found: dict[int, list[content.Audience]] = {}
    keys = [source_of(record).pk for record in products]
    rows = ProductPage.audiences.through.objects.filter(productpage__in=keys).select_related("audience")
    for row in rows.order_by("audience__sort_order", "audience_id"):
        audience = content.Audience(str(row.audience.translation_key), str(row.audience))
        found.setdefault(row.productpage_id, []).append(audience)
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


def _in_categories(
    products: Iterable[tuple[ProductPage, content.Product]], categories: Iterable[ProductCategory]
) -> Iterable[content.Category]:
    """In the editors' order; no product is left out."""
    members: dict[str, list[content.Product]] = {}
    names = {str(category.translation_key): str(category) for category in categories}
    for record, made in products:
        key = str(record.category.translation_key) if record.category else ""
        names.setdefault(key, str(record.category) if record.category else _("Other products"))
        members.setdefault(key, []).append(made)
    for key, name in names.items():
        if key in members:
            yield content.Category(key or "other", name, tuple(members[key]))
