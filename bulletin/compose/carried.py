"""What editions have told their readers already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q
from wagtail.blocks import StreamValue

from bulletin.models import EditionPage, Sending
from cms.pages.whats_new import page_key


def told_since(after: datetime, without: EditionPage | None = None) -> dict[str, datetime]:
    """Up to which moment the news of a record were carried by an edition that went out, or is about to."""
    out = Q(live=True) | Q(sendings__state__in=[*Sending.OPEN, Sending.State.SENT])
    since = Q(latest_revision_created_at__gt=after) | Q(first_published_at__gt=after)
    editions = EditionPage.objects.filter(out, since).distinct()
    if without is not None:
        editions = editions.exclude(pk=without.pk)
    told: dict[str, datetime] = {}
    for edition in editions:
        for key, moment in items_of(edition):
            if moment is not None:
                told[key] = max(moment, told.get(key, moment))
    return told


def items_of(edition: EditionPage) -> Iterator[tuple[str, datetime | None]]:
    """The key of each record that the edition tells of, and up to which moment."""
    usual = edition.first_published_at or edition.latest_revision_created_at
    for item in stored_items(edition.sections):
        if item.get("source"):
            yield item["source"], moment_of(item.get("source_at", "")) or usual
        elif isinstance(item.get("page"), int):
            yield page_key(item["page"]), usual


def stored_items(sections: StreamValue) -> Iterator[dict[str, Any]]:
    """The values of all items as they are stored, so that nothing they point at is fetched."""
    for section in _blocks(sections.get_prep_value()):
        for item in _blocks(section["value"].get("items") or []):
            if isinstance(item["value"], dict):
                yield item["value"]


def _blocks(stored: Iterable[Any]) -> Iterator[dict[str, Any]]:
    return (block for block in stored if isinstance(block, dict) and isinstance(block.get("value"), dict))


def moment_of(stored: str) -> datetime | None:
    """None where nothing, or no moment, is stored."""
    try:
        moment = datetime.fromisoformat(stored)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None
