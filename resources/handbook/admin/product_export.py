"""The products as rows of a spreadsheet: every field of the record, rich text in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.blocks.targets import gathered
from resources.handbook.markup import plain_text
from resources.handbook.product_choices import RelationKind

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

    from resources.models import ProductPage

PLAIN = ("title", "category", "published")
WORDS = ("what", "made_by", "used_by", "usage")
HELD_BY_THE_RECORD = (
    *PLAIN, *WORDS, "audiences", "links", "rhythm", "status", "replaced_by", "withdrawn_reason", "relations",
    "related", "summary", "seo_title", "search_description", "change_note", "review_on", "responsible",
)  # fmt: skip
COLUMNS = (*HELD_BY_THE_RECORD, "live", "draft", "updated", "address", "id")


def headings(model: type[ProductPage]) -> dict[str, str]:
    """The labels of the editor, so that a column is found again there."""
    own = {name: capfirst(str(model._meta.get_field(name).verbose_name)) for name in HELD_BY_THE_RECORD}
    return own | {
        "live": _("Live"),
        "draft": _("Has a newer draft"),
        "updated": _("Updated"),
        "address": _("Address"),
        "id": _("Id"),
    }


def rows(products: QuerySet[ProductPage]) -> list[dict[str, Any]]:
    """One row a product, in a constant number of queries."""
    found = list(products.select_related("replaced_by", "responsible").prefetch_related("audiences"))
    with gathered(*(text for record in found for text in (record.links, record.relations, record.related))):
        return [_row(record) for record in found]


def _row(record: ProductPage) -> dict[str, Any]:
    person = record.responsible
    values = {name: getattr(record, name) for name in HELD_BY_THE_RECORD}
    return {
        **values,
        **{name: plain_text(getattr(record, name)) for name in WORDS},
        "category": str(record.category or ""),
        "published": str(record.published or ""),
        "audiences": "\n".join(audience.name for audience in record.audiences.all()),
        "links": _links(record.links),
        "related": _links(record.related),
        "relations": _relations(record.relations),
        "status": record.get_status_display(),
        "replaced_by": str(record.replaced_by or ""),
        "responsible": (person.get_full_name() or person.get_username()) if person else "",
        "live": _yes_or_no(record.live),
        "draft": _yes_or_no(record.has_unpublished_changes),
        "updated": timezone.localtime(record.latest_revision_created_at).replace(tzinfo=None)
        if record.latest_revision_created_at
        else "",
        "address": record.full_url or "",
        "id": str(record.translation_key),
    }


def _links(links: StreamValue) -> str:
    return "\n".join(
        " ".join(filter(None, [item.value.shown_title, urljoin(settings.SITE_URL, item.value.url)]))
        for item in links
    )


def _relations(relations: StreamValue) -> str:
    return "\n".join(
        f"{RelationKind(item.value['kind']).label} {item.value['product'].title}"
        for item in relations
        if item.value["product"]
    )


def _yes_or_no(value: bool) -> str:
    return _("Yes") if value else _("No")
