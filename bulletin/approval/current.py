"""Whether an edition is approved as it stands now."""

from __future__ import annotations

import hashlib

from bulletin.approval.words import all_words
from bulletin.models import Approval, EditionPage


def digest_of(edition: EditionPage) -> str:
    """SHA-256 in hexadecimal over all that would be mailed or shown of `edition` as it stands in memory.

    That includes what its items take over from other pages: their new words have not been approved either.
    Saving without a change leaves it as it is.
    """
    return hashlib.sha256(all_words(edition).encode()).hexdigest()


def newest_draft(edition: EditionPage) -> EditionPage:
    """The edition as it was saved last, whether or not that is public."""
    return edition.get_latest_revision_as_object()


def approval_of(edition: EditionPage) -> Approval | None:
    """The approval of the newest draft; None where it has none, or has changed since."""
    approval = Approval.objects.filter(edition_id=edition.pk).select_related("approved_by").first()
    if approval is None or approval.digest != digest_of(newest_draft(edition)):
        return None
    return approval


def has_lost_its_approval(edition: EditionPage) -> bool:
    """It was approved once, and has changed since."""
    return Approval.objects.filter(edition_id=edition.pk).exists() and approval_of(edition) is None
