"""What becomes of a draft whose approval has come to its end: `WAGTAIL_FINISH_WORKFLOW_ACTION`.

Wagtail imports this module before there are models, so it imports them where it needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from wagtail.workflows import publish_workflow_state

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import WorkflowState

    from bulletin.models import EditionPage


def finish_workflow(workflow_state: WorkflowState, user: AbstractUser | None = None) -> None:
    """An edition that is to be mailed is approved and stays a draft; everything else is published.

    So is one from elsewhere; if it was queued here before, only with the word of a second person.

    PermissionDenied for an edition whose last step was taken by somebody who may not approve it, whatever
    task let them.
    """
    from bulletin.approval.rights import is_published_as_usual
    from bulletin.models import EditionPage

    edition = workflow_state.content_object.specific if _is_page(workflow_state) else None
    if not isinstance(edition, EditionPage):
        publish_workflow_state(workflow_state, user=user)
        return
    draft = edition.get_latest_revision_as_object()
    is_usual = is_published_as_usual(draft)
    is_approved = (draft.is_sendable or not is_usual) and _approve(
        edition, workflow_state, user, is_needed=not is_usual
    )
    if is_usual:
        publish_workflow_state(workflow_state, user=user)
    elif is_approved and not draft.is_sendable:
        edition.get_latest_revision().publish(user=user, skip_permission_checks=True)


def _is_page(workflow_state: WorkflowState) -> bool:
    from wagtail.models import Page

    return isinstance(workflow_state.content_object, Page)


def _approve(
    edition: EditionPage, workflow_state: WorkflowState, user: AbstractUser | None, is_needed: bool
) -> bool:
    """A workflow also ends when its last task is switched off: that approves nothing."""
    from bulletin.approval.approve import record
    from bulletin.approval.approvers import may_approve

    last = workflow_state.current_task_state
    if user is None or last is None or last.status != last.STATUS_APPROVED or last.finished_by_id != user.pk:
        return False
    if may_approve(user, edition):
        record(edition, edition.get_latest_revision(), user)
        return True
    if is_needed:
        raise PermissionDenied
    return False
