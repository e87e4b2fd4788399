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
from bulletin.approval.log_actions import APPROVED, BY, COMMAND
from bulletin.compose.checklist import problems_of
from bulletin.models import Approval, EditionPage


class CannotApprove(Exception):
    """`reasons` are sentences for the person who wanted to approve."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)


@transaction.atomic
def approve(
    edition: EditionPage,
    by: AbstractUser,
    seen: str | None = None,
    comment: str = "",
    by_command: bool = False,
) -> Approval:
    """Approves the newest draft, whether or not it was submitted.

    `seen` is the digest of what the person looked at: other words are not approved unseen, also not under the
    same number. A comment stands in the history of what was submitted, and so does that it was done by a
    command, where nobody had signed in.
    CannotApprove for whoever may not, and for what is not complete.
    """
    newest = edition.get_latest_revision()
    if newest is None or (seen is not None and digest_of(newest.as_object()) != seen):
        raise _changed()
    check(edition, by)
    state = edition.current_workflow_task_state
    is_submitted = state is not None and state.status == TaskState.STATUS_IN_PROGRESS
    if by_command or not is_submitted:
        log(edition, APPROVED, user=by, revision=newest, data={BY: COMMAND} if by_command else None)
    if not is_submitted:
        return record(edition, newest, by)
    task = state.task.specific
    if "approve" not in [name for name, *_words in task.get_actions(edition, by)]:
        raise CannotApprove(_("It waits for a step of its approval that is not yours."))
    if state.revision_id != newest.pk:
        state.revision = newest
        state.save(update_fields=["revision"])
    task.on_action(state, by, "approve", comment=comment, was_seen=True)
    approval = Approval.objects.filter(edition_id=edition.pk, revision=newest).first()
    if approval is None:
        raise CannotApprove(_("It has to be approved by somebody else, too."))
    if seen is not None and approval.digest != seen:
        raise _changed()
    return approval


def _changed() -> CannotApprove:
    return CannotApprove(_("The edition was changed after you opened it. Look at it as it is now."))


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
