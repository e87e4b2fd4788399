"""Single records as values, in the language that their words are written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.utils.translation import override
from wagtail.models import Page, TranslatableMixin

from cms.blocks.targets import readable_page
from cms.blocks.text import LinkedText
from cms.languages.marks import is_foreign, language_of
from cms.languages.original import source_of
from resources.handbook import content
from resources.handbook.markup import tidied
from resources.handbook.product_choices import ProductStatus

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

    from cms.blocks.links import LinkValue
    from resources.models import FurtherResource, Milestone, ProductPage


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
    with _in_its_language(record) as language:
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
            status_note=withdrawn_reason(record) if is_withdrawn else names.get(replaced_by, ""),
            replaced_by=replaced_by if replaced_by in names else "",
            audiences=tuple(audiences),
            links=tuple(_links(record.links, language)),
            relations=tuple(
                content.Relation(block.value["kind"], str(block.value["product"].translation_key))
                for block in record.relations
                if block.value["product"] and str(block.value["product"].translation_key) in names
            ),
            language=language,
        )


def withdrawn_reason(record: ProductPage) -> str:
    """In English where it was withdrawn after the translation was made."""
    return record.withdrawn_reason or source_of(record).withdrawn_reason


def milestone(record: Milestone) -> content.Milestone:
    about = readable_page(record.belongs_to)
    belongs_to = about and content.Link(about.title, about.url or "", language=_other_language(about))
    with _in_its_language(record) as language:
        return content.Milestone(
            id=str(record.translation_key),
            date=record.date,
            title=record.title,
            text=passage(record.text),
            link=_link(record.link, language),
            note_mark=record.note_mark,
            belongs_to=belongs_to,
            language=language,
        )


def further_resource(record: FurtherResource) -> content.FurtherResource:
    with _in_its_language(record) as language:
        link = _link(record.link, language)
    return content.FurtherResource(
        id=str(record.translation_key),
        group=str(record.group) if record.group_id else "",
        published=record.published,
        title=record.title,
        url=link.url if link else "",
        note=link.note if link else "",
        language=language or (link.language if link else ""),
    )


@contextmanager
def _in_its_language(record: TranslatableMixin) -> Iterator[str]:
    """Its language where that is not the reader's. Links within its words are then not marked one by one."""
    language = _other_language(record)
    if not language:
        yield ""
        return
    with override(language):
        yield language


def _other_language(record: TranslatableMixin | Page | None) -> str:
    return language_of(record) if record is not None and is_foreign(record) else ""


def _links(links: StreamValue, around: str) -> Iterator[content.Link]:
    for block in links:
        if block.value.url:
            language = "" if around else _other_language(block.value.shown_page)
            yield content.Link(block.value.shown_title, block.value.url, block.value.note, language)


def _link(link: StreamValue, around: str) -> content.Link | None:
    for block in link:
        value: LinkValue = block.value
        if value.url:
            language = "" if around else _other_language(value.shown_page)
            return content.Link(value.title, value.url, value.note, language)
    return None
