"""What is written down about reports: who took addresses away in a file."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

EXPORTED = "bulletin.export_report"


def register(actions: LogActionRegistry) -> None:
    actions.register_action(
        EXPORTED, _("Export report"), _("Exported the report of the sending, with addresses")
    )
