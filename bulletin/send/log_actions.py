"""What is written down about sendings: who did what, and when. The history of the edition shows it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import ModelLogEntry

from bulletin.models import Sending

QUEUED = "bulletin.queue"
STARTED = "bulletin.start"
PAUSED = "bulletin.pause"
STOPPED = "bulletin.stop"
RESUMED = "bulletin.resume"
CANCELLED = "bulletin.cancel"
SENT = "bulletin.sent"
RESENT = "bulletin.resend"
TREATED_AS_SENT = "bulletin.treat_as_sent"
RELEASED = "bulletin.release"

ACTIONS = (
    (QUEUED, _("Queue edition"), _("Queued for sending")),
    (STARTED, _("Start sending"), _("Sending started to %(audience)s addresses")),
    (PAUSED, _("Pause sending"), _("Paused the sending")),
    (STOPPED, _("Sending paused by itself"), _("The sending paused by itself: %(why)s")),
    (RESUMED, _("Resume sending"), _("Resumed the sending")),
    (CANCELLED, _("Cancel sending"), _("Cancelled the sending")),
    (SENT, _("Finish sending"), _("The sending has ended")),
    (RESENT, _("Resend"), _("Sent an uncertain message once more (row %(delivery)s)")),
    (TREATED_AS_SENT, _("Treat as sent"), _("Treated an uncertain message as sent (row %(delivery)s)")),
    (RELEASED, _("Let this copy send"), _("Said that this database may send the bulletin")),
)


def register(actions: LogActionRegistry) -> None:
    for action, label, words in ACTIONS:
        actions.register_action(action)(_formatter(label, words))


def note(sending: Sending, action: str, by: AbstractUser | None = None, **data: Any) -> None:
    """One entry in the history of the edition. `data` holds no address."""
    log(sending.edition, action, user=by, data={"sending": sending.pk, **data})


def _formatter(name: Any, words: Any) -> type[LogFormatter]:
    class Formatter(LogFormatter):
        label = name

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return str(words) % log_entry.data

    return Formatter
