"""Writing down that contacts and services were found to be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from wagtail.models import Page

from cms.page_cache.generation import advance
from la_directory.models.check import Check
from la_directory.models.place_on_council_page import CouncilRecord


def record_check(
    records: Iterable[CouncilRecord], *, by: AbstractUser | None, name: str, at: datetime | None = None
) -> int:
    """Stamp records as they stand, and with each its aliases; the number of records stamped.

    `by` is the person, where one has an account; `name` is what readers see.
    """
    records = list(records)
    moment = at or timezone.now()
    aliases = _keys_of_aliases(records)
    # Each once: an alias in another language has the key of its source.
    contents = {
        (key, digest)
        for record, digest in [(record, record.content_digest) for record in records]
        for key in (record.translation_key, *aliases[record.pk])
    }
    Check.objects.bulk_create(
        Check(translation_key=key, digest=digest, checked_at=moment, checked_by=by, checked_for=name)
        for key, digest in sorted(contents)
    )
    if contents:
        advance()  # many rows at once send no signal, and readers see the stamp
    return len(records)


def _keys_of_aliases(records: list[CouncilRecord]) -> dict[int, list[UUID]]:
    """An alias shows the same words as its source, and nobody can check them apart from it."""
    found: dict[int, list[UUID]] = defaultdict(list)
    aliases = Page.objects.filter(alias_of__in=[record.pk for record in records])
    for source, key in aliases.values_list("alias_of_id", "translation_key"):
        found[source].append(key)
    return found
