"""Where an edition stands on its way to its readers, and what comes next."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from bulletin.admin.editions.audience import already_reached, audience_now
from bulletin.approval.approvers import approvers_of, is_approver, may_approve, objection
from bulletin.approval.current import approval_of, digest_of
from bulletin.compose.checklist import Problem, problems_of
from bulletin.models import Approval, EditionPage, Sending


class Stage(StrEnum):
    """The last three are those of its sending."""

    ELSEWHERE = "elsewhere"
    PUBLIC = "public"
    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    QUEUED = "queued"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"


LABELS = {
    Stage.ELSEWHERE: _("Sent by other means"),
    Stage.PUBLIC: _("Public, not mailed from here"),
    Stage.DRAFT: _("Draft"),
    Stage.WAITING: _("Waits for approval"),
    Stage.APPROVED: _("Approved"),
    Stage.QUEUED: _("Queued"),
    Stage.SENDING: _("Being sent"),
    Stage.PAUSED: _("Paused"),
    Stage.SENT: _("Sent"),
}
WAY = (Stage.DRAFT, Stage.WAITING, Stage.APPROVED, Stage.QUEUED, Stage.SENDING, Stage.SENT)


def stage_of_sending(sending: Sending | None) -> Stage | None:
    """None where nothing is on its way or out: what was cancelled is a draft again."""
    if sending is None or sending.state == Sending.State.CANCELLED:
        return None
    return Stage(sending.state)


def stage_in_list(edition: EditionPage) -> Stage:
    """`known_sendings` holds its sendings, newest first. Queries are made for drafts only."""
    if not edition.is_sendable:
        return Stage.ELSEWHERE
    newest = edition.known_sendings[0] if edition.known_sendings else None
    return stage_of_sending(newest) or _stage_before_sending(edition)


def _stage_before_sending(edition: EditionPage) -> Stage:
    if hasattr(edition, "approval") and approval_of(edition):  # most have never had one
        return Stage.APPROVED
    if edition.workflow_in_progress:
        return Stage.WAITING
    return Stage.PUBLIC if edition.live and not edition.has_unpublished_changes else Stage.DRAFT


class Standing:
    """One edition as one person sees it."""

    def __init__(self, edition: EditionPage, user: AbstractUser) -> None:
        self.edition = edition
        self.user = user

    @cached_property
    def draft(self) -> EditionPage:
        return self.edition.get_latest_revision_as_object()

    @cached_property
    def sendings(self) -> list[Sending]:
        """Newest first, without the bulk of what was frozen."""
        return list(self.edition.sendings.defer("html", "text", "message").select_related("queued_by"))

    @property
    def sending(self) -> Sending | None:
        """The one that counts: the newest."""
        return self.sendings[0] if self.sendings else None

    @cached_property
    def stage(self) -> Stage:
        if not self.draft.is_sendable:
            return Stage.ELSEWHERE
        return stage_of_sending(self.sending) or _stage_before_sending(self.edition)

    @property
    def label(self) -> str:
        return str(LABELS[self.stage])

    @property
    def way(self) -> list[dict[str, Any]]:
        """All steps in order, with the one that is now."""
        now = Stage.SENDING if self.stage is Stage.PAUSED else self.stage
        if now not in WAY:
            return []
        place = WAY.index(now)
        return [
            {
                "label": LABELS[self.stage if step is now else step],
                "is_now": step is now,
                "is_done": number < place,
            }
            for number, step in enumerate(WAY)
        ]

    @cached_property
    def approval(self) -> Approval | None:
        return approval_of(self.edition)

    @cached_property
    def seen(self) -> str:
        """What the person has before their eyes; an approval names it."""
        return digest_of(self.draft)

    @cached_property
    def lost_approval(self) -> Approval | None:
        return None if self.approval else Approval.objects.filter(edition_id=self.edition.pk).first()

    @cached_property
    def problems(self) -> list[Problem]:
        return problems_of(self.draft)

    @property
    def blocking(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.is_blocking]

    @property
    def advice(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.is_blocking]

    @property
    def is_complete(self) -> bool:
        return not self.blocking

    @cached_property
    def returned(self) -> WorkflowState | None:
        """The approval that ended in a wish for changes."""
        state = self.edition.current_workflow_state
        is_back = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        return state if is_back else None

    @cached_property
    def approvers(self) -> list[AbstractUser]:
        return approvers_of(self.edition)

    @cached_property
    def is_approver(self) -> bool:
        return is_approver(self.user, self.edition)

    @cached_property
    def may_approve(self) -> bool:
        return may_approve(self.user, self.edition)

    @cached_property
    def objection(self) -> str:
        return objection(self.user, self.edition)

    @cached_property
    def may_submit(self) -> bool:
        rights = self.edition.permissions_for_user(self.user)
        return rights.can_edit() and rights.can_submit_for_moderation()

    @property
    def may_edit(self) -> bool:
        return self.edition.permissions_for_user(self.user).can_edit()

    @cached_property
    def may_queue(self) -> bool:
        return self.user.has_perm("bulletin.queue_sending")

    @cached_property
    def may_report(self) -> bool:
        return self.user.has_perm("bulletin.view_sending")

    @cached_property
    def audience(self) -> int:
        """How many it would go to if it started now."""
        return audience_now(self.edition, self.draft.edition_kind)

    @cached_property
    def already_reached(self) -> int:
        return already_reached(self.edition)
