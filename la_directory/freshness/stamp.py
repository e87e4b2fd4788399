"""What is said about a contact or a service: checked, when, by whom, and whether that still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from la_directory.models.check import Check
from la_directory.models.place_on_council_page import CouncilRecord


class State(Enum):
    """FRESH holds; DUE still holds but is asked for again; STALE is past its time; UNCHECKED never was."""

    FRESH = "fresh"
    DUE = "due"
    STALE = "stale"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Stamp:
    """The last check of a record's content; `checked_on` is None when this content was never checked."""

    checked_on: date | None
    checked_for: str = ""

    def state(self, today: date | None = None) -> State:
        if self.checked_on is None:
            return State.UNCHECKED
        today = today or timezone.localdate()
        if today > self.holds_until:
            return State.STALE
        return State.DUE if today >= self.holds_until - timedelta(settings.CHECK_DUE_DAYS) else State.FRESH

    @property
    def holds_until(self) -> date | None:
        """The last day on which the check holds."""
        return self.checked_on and self.checked_on + timedelta(settings.CHECK_HOLDS_DAYS)

    @property
    def is_fresh(self) -> bool:
        return self.state() in (State.FRESH, State.DUE)


NEVER = Stamp(None)


def stamps_of(records: Iterable[CouncilRecord]) -> Mapping[UUID, Stamp]:
    """The stamp of each record by its translation key, in one query; of versions that differ, the oldest."""
    contents = {(record.translation_key, record.content_digest) for record in records}
    checks = Check.objects.filter(translation_key__in={key for key, _ in contents}).order_by(
        "checked_at", "pk"
    )
    found = {
        (check.translation_key, check.digest): Stamp(timezone.localdate(check.checked_at), check.checked_for)
        for check in checks
    }
    stamps = [(key, found.get((key, digest), NEVER)) for key, digest in contents]
    stamps.sort(key=lambda stamp: stamp[1].checked_on or date.min, reverse=True)
    return dict(stamps)
