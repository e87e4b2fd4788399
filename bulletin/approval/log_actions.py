"""What is written down about approvals outside of Wagtail's workflows, which write their own entries."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

APPROVED = "bulletin.approve"
BY, COMMAND = "by", "command"


def register(actions: LogActionRegistry) -> None:
    @actions.register_action(APPROVED)
    class Approved(LogFormatter):
        label = gettext_lazy("Approve edition")

        def format_message(self, log_entry: PageLogEntry) -> str:
            if log_entry.data.get(BY) == COMMAND:
                return _("Approved for sending, by command in the name of this person")
            return _("Approved for sending")
