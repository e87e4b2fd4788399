"""What is written into the histories of the admin about subscribers: who, what and when, and no address."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from bulletin.subscribe.exporting import EXPORTED, IMPORTED

UNSUBSCRIBED = "bulletin.unsubscribe_by_hand"
ERASED = "bulletin.erase_by_hand"
SUPPRESSED = "bulletin.suppress_by_hand"


def register(actions: LogActionRegistry) -> None:
    actions.register_action(EXPORTED, _("Export of subscribers"), _("Exported the subscribers to a file"))
    actions.register_action(IMPORTED, _("Import of subscribers"), _("Imported subscribers from a file"))
    actions.register_action(UNSUBSCRIBED, _("Subscriber: unsubscribed"), _("Unsubscribed on request"))
    actions.register_action(SUPPRESSED, _("Address: suppressed"), _("Entered an address that gets no mail"))
    actions.register_action(ERASED, _("Subscriber: erased"), _("Erased on request"))
