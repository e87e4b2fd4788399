"""What the site holds now, in the words of the newest drafts: what a document is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import models
from wagtail.models import Locale, Revision, Site

from cms.blocks.targets import gathered
from resources.handbook import content, record_values
from resources.handbook.addresses import absolute
from resources.handbook.product_choices import ProductStatus
from resources.handbook.sections import section_html
from resources.models import (
    FurtherResource,
    HandbookPage,
    Milestone,
    ProductCategory,
    ProductPage,
    ResourceGroup,
)

V = TypeVar("V")

# What a document can say; the rest of a draft stays unread here.
WORDS: dict[type[models.Model], tuple[str, ...]] = {
    HandbookPage: (
        "published", "sections", "timeline_introduction", "timeline_notes", "resources_introduction",
    ),
    ProductPage: (
        "title", "category", "published", "what", "made_by", "used_by", "usage", "links", "rhythm", "status",
    ),
    Milestone: ("date", "title", "text", "link", "note_mark", "belongs_to"),
    FurtherResource: ("group", "published", "title", "link"),
}  # fmt: skip
NO_HANDBOOK = content.Handbook(id="", language="", title="", url="", published=None)


@dataclass(frozen=True)
class Held(Generic[V]):
    """One record, or a part of the handbook's page, with what it says as an export would write it."""

    key: str
    title: str
    value: V
    group: str = ""  # the category of a product, the group of a resource
    is_live: bool = True
    waits: bool = False  # something in it is not public yet
    is_withdrawn: bool = False
    record: models.Model | None = None


@dataclass(frozen=True)
class HeldHandbook:
    """`page` is None where no handbook has been made yet; short records may be there already.

    `page_waits` is of its own words: sections, annexes, date.
    """

    page: HandbookPage | None
    locale: Locale
    book: content.Handbook
    sections: tuple[Held[content.Section], ...] = ()
    notes: tuple[Held[content.Note], ...] = ()
    products: tuple[Held[content.Product], ...] = ()
    milestones: tuple[Held[content.Milestone], ...] = ()
    resources: tuple[Held[content.FurtherResource], ...] = ()
    categories: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    page_waits: bool = False


def handbook_page() -> HandbookPage | None:
    """The handbook of the default site in the site's own language, live or not."""
    home = Site.objects.select_related("root_page").get(is_default_site=True).root_page
    pages = HandbookPage.objects.descendant_of(home).filter(locale=home.locale_id)
    return pages.order_by("path").first()


def held(page: HandbookPage | None) -> HeldHandbook:
    """Costs the same number of queries however many records there are."""
    home = Site.objects.select_related("root_page__locale").get(is_default_site=True).root_page
    locale = page.locale if page else home.locale
    products = list(ProductPage.objects.descendant_of(page).order_by("path")) if page else []
    groups = {group.pk: group for group in ResourceGroup.objects.filter(locale=locale)}
    categories = {each.pk: each.name for each in ProductCategory.objects.filter(locale=locale)}
    milestones = list(Milestone.objects.filter(locale=locale).order_by("date", "sort_order", "pk"))
    resources = list(FurtherResource.objects.filter(locale=locale).order_by("sort_order", "pk"))
    page = page and HandbookPage.objects.get(pk=page.pk)
    waiting = _redraft([*([page] if page else []), *products, *milestones, *resources])
    for record in resources:
        record.group = groups.get(record.group_id)
    models.prefetch_related_objects(milestones, "belongs_to")

    with gathered(*_texts(page, products, milestones, resources)):
        book = content.Handbook(
            id="",
            language=locale.language_code,
            title=page.title if page else "",
            url="",
            published=page.published if page else None,
            sections=tuple(_sections(page)) if page else (),
            categories=(
                content.Category("", "", tuple(record_values.product(each, (), ()) for each in products)),
            ),
            timeline_introduction=record_values.passage(page.timeline_introduction if page else ""),
            timeline_notes=tuple(_notes(page)) if page else (),
            milestones=tuple(record_values.milestone(each) for each in milestones),
            resources_introduction=record_values.passage(page.resources_introduction if page else ""),
            further_resources=tuple(record_values.further_resource(each) for each in resources),
        )
    book = absolute(book, (page.full_url if page else home.full_url) or "")
    return HeldHandbook(
        page=page,
        locale=locale,
        book=book,
        sections=tuple(Held(each.id, each.heading, each) for each in book.sections),
        notes=tuple(Held(each.mark, each.mark, each) for each in book.timeline_notes),
        products=tuple(
            _held(record, waiting, value, value.name, categories.get(record.category_id, ""))
            for record, value in zip(products, book.products, strict=True)
        ),
        milestones=tuple(
            _held(record, waiting, value, value.title)
            for record, value in zip(milestones, book.milestones, strict=True)
        ),
        resources=tuple(
            _held(record, waiting, value, value.title, value.group)
            for record, value in zip(resources, book.further_resources, strict=True)
        ),
        categories=tuple(categories.values()),
        groups=tuple(group.name for group in groups.values()),
        page_waits=page is not None and (page in waiting or not page.live),
    )


def _held(record: Any, waiting: list[Any], value: V, title: str, group: str = "") -> Held[V]:
    return Held(
        key=str(record.pk),
        title=title,
        value=value,
        group=group,
        is_live=record.live,
        waits=record in waiting or not record.live,
        is_withdrawn=getattr(record, "status", "") == ProductStatus.WITHDRAWN,
        record=record,
    )


def _redraft(records: Sequence[Any]) -> list[Any]:
    """Gives records the words of their newest drafts, in memory only: one query for all drafts.

    Returns those whose words differ. A draft of something else is none of an import's business.
    """
    waiting = []
    drafted = [each for each in records if each.has_unpublished_changes and each.latest_revision_id]
    drafts = Revision.objects.in_bulk([each.latest_revision_id for each in drafted]) if drafted else {}
    for record in drafted:
        draft = drafts[record.latest_revision_id].content
        for name in WORDS[type(record)]:
            if name in draft:
                field = record._meta.get_field(name)
                live = field.get_prep_value(getattr(record, field.attname))
                setattr(record, field.attname, field.to_python(draft[name]))
                if live != field.get_prep_value(getattr(record, field.attname)):
                    waiting.append(record)
    return waiting


def _sections(page: HandbookPage) -> Iterable[content.Section]:
    for number, block in enumerate(page.sections, start=1):
        body = content.Passage(section_html(block.value["body"]))
        shows = block.value["shows"] or ""
        yield content.Section(block.id or f"section-{number}", number, block.value["heading"], body, shows)


def _notes(page: HandbookPage) -> Iterable[content.Note]:
    for block in page.timeline_notes:
        yield content.Note(block.value["mark"], record_values.passage(block.value["text"].source))


def _texts(
    page: HandbookPage | None,
    products: Iterable[ProductPage],
    milestones: Iterable[Milestone],
    resources: Iterable[FurtherResource],
) -> Iterable[Any]:
    """Everything that may hold a link or a picture."""
    if page:
        yield from (
            page.sections,
            page.timeline_notes,
            page.timeline_introduction,
            page.resources_introduction,
        )
    for product in products:
        yield from (product.what, product.made_by, product.used_by, product.usage)
        yield from (product.links, product.relations)
    for milestone in milestones:
        yield from (milestone.text, milestone.link)
    for resource in resources:
        yield resource.link
