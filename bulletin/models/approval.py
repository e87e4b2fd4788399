"""The second person's word for one version of an edition."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState

from bulletin.models.edition import EditionPage
from cms.pages.models import CompleteDraftApprovalTask


class Approval(models.Model):
    """Somebody has approved an edition as it stood. It holds while the digest of the draft is the same.

    bulletin/approval/ makes, reads and takes it away.
    """

    edition = models.OneToOneField(EditionPage, on_delete=models.CASCADE, related_name="approval")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    digest = models.CharField(max_length=64)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    approver_name = models.CharField(max_length=200)
    approved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("approval of an edition")

    def __str__(self) -> str:
        return f"{self.approver_name}, {self.approved_at:%d %B %Y}"


class EditionApprovalTask(CompleteDraftApprovalTask):
    """Approval of an edition by somebody other than its author.

    An edition that readers have seen is corrected like any page, and so is one from elsewhere.
    """

    class Meta:
        verbose_name = _("approval of an edition of the bulletin")

    def get_actions(self, obj: models.Model, user: AbstractUser) -> list[tuple[str, Any, bool]]:
        actions = super().get_actions(obj, user)
        if actions and not _may_approve(user, obj):
            return [action for action in actions if action[0] != "approve"]
        return actions

    @transaction.atomic
    def on_action(
        self,
        task_state: TaskState,
        user: AbstractUser,
        action_name: str,
        was_seen: bool = False,
        **kwargs: Any,
    ) -> None:
        """PermissionDenied for whoever may not approve, also when they became an author a moment ago.

        So it is where somebody else has written over the draft since it was submitted, unless it is known
        that this person has seen it so.
        """
        if action_name == "approve":
            edition = _edition_to_be_sent(task_state.workflow_state.content_object)
            if edition is not None:
                _refuse_what_may_not_be_approved(user, edition)
                if not was_seen and _was_written_over(edition, task_state, user):
                    raise PermissionDenied
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: AbstractUser, **kwargs: Any) -> QuerySet[TaskState]:
        """What waits for a person is what they may approve."""
        from bulletin.approval.approvers import not_for

        states = super().get_task_states_user_can_moderate(user, **kwargs)
        is_edition = Q(workflow_state__content_type=ContentType.objects.get_for_model(EditionPage))
        waiting = states.filter(is_edition).values_list("workflow_state__object_id", flat=True)
        editions = EditionPage.objects.filter(pk__in=[int(key) for key in waiting])
        return states.exclude(is_edition & Q(workflow_state__object_id__in=not_for(user, editions)))


def _may_approve(user: AbstractUser, thing: models.Model) -> bool:
    from bulletin.approval.approvers import may_approve

    edition = _edition_to_be_sent(thing)
    return edition is None or may_approve(user, edition)


def _refuse_what_may_not_be_approved(user: AbstractUser, edition: EditionPage) -> None:
    from bulletin.approval.approve import CannotApprove, check

    try:
        check(edition, user)
    except CannotApprove as words:
        raise PermissionDenied(str(words)) from words


def _was_written_over(edition: EditionPage, task_state: TaskState, user: AbstractUser) -> bool:
    """A draft keeps its number when the editor saves into it by itself."""
    newest = edition.get_latest_revision()
    return newest.created_at > task_state.started_at and newest.user_id != user.pk


def _edition_to_be_sent(thing: models.Model) -> EditionPage | None:
    """None for what is published at the end of its approval. Wagtail often hands over a plain page."""
    from bulletin.approval.rights import is_published_as_usual

    edition = thing.specific if isinstance(thing, Page) else thing
    if not isinstance(edition, EditionPage):
        return None
    return None if is_published_as_usual(edition) else edition
