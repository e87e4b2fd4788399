"""Approval that is offered only for what is complete."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

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
