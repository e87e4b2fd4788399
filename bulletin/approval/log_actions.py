"""What is written down about approvals outside of Wagtail's workflows, which write their own entries."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

APPROVED = "bulletin.approve"


def register(actions: LogActionRegistry) -> None:
    actions.register_action(APPROVED, _("Approve edition"), _("Approved for sending"))
