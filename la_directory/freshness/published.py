"""What a council's own people publish is checked by that: they have just written it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from cms.languages.original import original_of
from la_directory.freshness.record import record_check
from la_directory.models import Check, CouncilTeam, RecordReport
from la_directory.models.place_on_council_page import CouncilRecord


def check_by_publishing(
    sender: type[CouncilRecord], instance: CouncilRecord, revision: Revision | None, **signal: Any
) -> None:
    """A record went live as its council wrote it, now or when it asked for approval: that was a check.

    What SG changed or imported is none. Nor is publishing again what was checked last: nobody looked at it.
    Nor is a translation: what is checked stands in the record it was made from.
    """
    if original_of(instance) is not None:
        return
    if revision is None or not instance.live or signal.get("alias") or _is_copy(instance, revision):
        return
    corrections = RecordReport.objects.filter(
        source=RecordReport.Source.COUNCIL, translation_key=instance.translation_key
    )
    is_correction = corrections.filter(draft=revision).exists()
    if (is_correction or _is_by_council(instance, revision)) and not _is_checked_as_it_stands(instance):
        council = instance.council.official_name
        record_check([instance], by=revision.user, name=council, at=revision.created_at)
    # A draft that a newer one has followed went out with it, or was left out of it on purpose.
    corrections.open().filter(draft__lte=revision.pk).update(dealt_with_at=timezone.now())


def _is_by_council(record: CouncilRecord, revision: Revision) -> bool:
    teams = CouncilTeam.objects.of_council(record.council).filter(group__user=revision.user_id)
    return revision.user_id is not None and teams.exists()


def _is_copy(record: CouncilRecord, revision: Revision) -> bool:
    """Nobody reads a copy before it is live. Wagtail gives it and its revision the same moment."""
    return record.last_published_at == revision.created_at


def _is_checked_as_it_stands(record: CouncilRecord) -> bool:
    last = Check.objects.filter(translation_key=record.translation_key).first()
    return last is not None and last.digest == record.content_digest
