"""Giving the second person's word."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision, TaskState

from bulletin.approval.approvers import objection
from bulletin.approval.current import digest_of
from bulletin.approval.log_actions import APPROVED
from bulletin.compose.checklist import problems_of
from bulletin.models import Approval, EditionPage


class CannotApprove(Exception):
    """`reasons` are sentences for the person who wanted to approve."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)


@transaction.atomic
def approve(edition: EditionPage, by: AbstractUser, seen: int | None = None, comment: str = "") -> Approval:
    """Approves the newest draft, whether or not it was submitted.

    `seen` is the number of the draft that the person looked at: another one is not approved unseen.
    A comment stands in the history of what was submitted.
    CannotApprove for whoever may not, and for what is not complete.
    """
    newest = edition.get_latest_revision()
    if newest is None or (seen is not None and newest.pk != seen):
        raise CannotApprove(_("The edition was changed after you opened it. Look at it as it is now."))
    check(edition, by)
    state = edition.current_workflow_task_state
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        approval = record(edition, newest, by)
        log(edition, APPROVED, user=by, revision=newest)
        return approval
    task = state.task.specific
    if "approve" not in [name for name, *_words in task.get_actions(edition, by)]:
        raise CannotApprove(_("It waits for a step of its approval that is not yours."))
    if state.revision_id != newest.pk:
        state.revision = newest
        state.save(update_fields=["revision"])
    task.on_action(state, by, "approve", comment=comment)
    approval = Approval.objects.filter(edition_id=edition.pk, revision=newest).first()
    if approval is None:
        raise CannotApprove(_("It has to be approved by somebody else, too."))
    return approval


def check(edition: EditionPage, by: AbstractUser) -> None:
    """CannotApprove with all that stands against it: the person, and what is missing in the newest draft."""
    if words := objection(by, edition):
        raise CannotApprove(words)
    if missing := what_is_missing(edition.get_latest_revision_as_object()):
        raise CannotApprove(*missing)


def what_is_missing(draft: EditionPage) -> list[str]:
    """What has to be mended before a draft is approved."""
    return [f"{problem.where}: {problem.words}" for problem in problems_of(draft) if problem.is_blocking]


def record(edition: EditionPage, draft: Revision, by: AbstractUser) -> Approval:
    """Writes the approval down. Four eyes have been asked for; it takes the place of an earlier one."""
    approval, _made = Approval.objects.update_or_create(
        edition_id=edition.pk,
        defaults={
            "revision": draft,
            "digest": digest_of(draft.as_object()),
            "approved_by": by,
            "approver_name": by.get_full_name() or by.get_username(),
            "approved_at": timezone.now(),
        },
    )
    return approval
