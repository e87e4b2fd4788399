"""Approval that is offered only for what is complete, and that publishes what was looked at."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from cms.pages.completeness import problems


class CompleteDraftApprovalTask(AbstractGroupApprovalTask):
    """Approval by a group. A draft that lacks something can be sent back or mended, but not approved."""

    class Meta:
        verbose_name = _("approval of a complete draft")

    def get_actions(self, obj: models.Model, user: AbstractUser) -> list[tuple[str, Any, bool]]:
        actions = super().get_actions(obj, user)
        # Wagtail hands over the live row as often as the draft, and the draft is what would go out.
        if actions and problems(obj.get_latest_revision_as_object()):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def locked_for_user(self, obj: models.Model, user: AbstractUser) -> bool:
        """Whoever may publish a page needs no approval, so what waits does not lock it for them."""
        may_publish = isinstance(obj, Page) and obj.permissions_for_user(user).can_publish()
        return super().locked_for_user(obj, user) and not may_publish

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: AbstractUser, action_name: str, **kwargs: Any) -> None:
        """Publishing takes the newest draft, which has to be the submitted one or the moderator’s own.

        PermissionDenied when somebody else has saved one since; the editor tells the moderator before it
        comes to that.
        """
        newest = task_state.workflow_state.content_object.get_latest_revision()
        if action_name == "approve" and newest.pk != task_state.revision_id:
            if newest.user_id != user.pk:
                raise PermissionDenied
            task_state.revision = newest
        super().on_action(task_state, user, action_name, **kwargs)
