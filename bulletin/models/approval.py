"""The second person's word for one version of an edition."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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
    """Approval of an edition by somebody other than its author."""

    class Meta:
        verbose_name = _("approval of an edition of the bulletin")

    def get_actions(self, obj: models.Model, user: AbstractUser) -> list[tuple[str, Any, bool]]:
        from bulletin.approval.approvers import may_approve

        actions = super().get_actions(obj, user)
        if actions and not may_approve(user, obj):
            return [action for action in actions if action[0] != "approve"]
        return actions
