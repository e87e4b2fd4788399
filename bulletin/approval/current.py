"""Whether an edition is approved as it stands now."""

from __future__ import annotations

import hashlib

from django.db.models import Prefetch, QuerySet
from wagtail.models import WorkflowState

from bulletin.approval.words import all_words
from bulletin.models import Approval, EditionPage


def digest_of(edition: EditionPage) -> str:
    """SHA-256 in hexadecimal over all that would be mailed or shown of `edition` as it stands in memory.

    That includes what its items take over from other pages, and the sender, head and foot of the mail: their
    new words have not been approved either.
    Saving without a change leaves it as it is.
    """
    return hashlib.sha256(all_words(edition).encode()).hexdigest()


def with_workflow_states(editions: QuerySet[EditionPage]) -> QuerySet[EditionPage]:
    """Where each is in its approval, in one query. Wagtail's own way is for pages that are not specific."""
    states = WorkflowState.objects.active().select_related("current_task_state__task")
    found = Prefetch("_specific_workflow_states", queryset=states, to_attr="_current_workflow_states")
    return editions.prefetch_related(found)


def newest_draft(edition: EditionPage) -> EditionPage:
    """The edition as it was saved last, whether or not that is public."""
    return edition.get_latest_revision_as_object()


def approval_of(edition: EditionPage) -> Approval | None:
    """The approval of the newest draft; None where it has none, or has changed since."""
    approval = Approval.objects.filter(edition_id=edition.pk).select_related("approved_by").first()
    if approval is None or approval.digest != digest_of(newest_draft(edition)):
        return None
    return approval
