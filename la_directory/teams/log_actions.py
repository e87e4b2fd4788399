"""What is written down about teams: who did what, and when. The history of a team shows it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

INVITED = "la_directory.team.invite"
INVITED_AGAIN = "la_directory.team.invite_again"
CANCELLED = "la_directory.team.cancel_invitation"
JOINED = "la_directory.team.join"
LEFT = "la_directory.team.leave"
SETTINGS = "la_directory.team.settings"

ACTIONS = (
    (INVITED, gettext_lazy("Invite"), gettext_lazy("Invited a person (invitation %(invitation)s)")),
    (INVITED_AGAIN, gettext_lazy("Invite again"), gettext_lazy("Sent a new invitation (%(invitation)s)")),
    (CANCELLED, gettext_lazy("Cancel invitation"), gettext_lazy("Cancelled an invitation (%(invitation)s)")),
    (JOINED, gettext_lazy("Join team"), gettext_lazy("%(name)s joined the team")),
    (LEFT, gettext_lazy("Leave team"), gettext_lazy("%(name)s left the team")),
)


def register(actions: LogActionRegistry) -> None:
    for action, name, words in ACTIONS:
        actions.register_action(action)(_formatter(name, words))

    @actions.register_action(SETTINGS)
    class ChangeSettings(LogFormatter):
        label = gettext_lazy("Change team settings")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            if log_entry.data.get("contacts_wait"):
                return _("Changed the settings: contacts wait for approval")
            return _("Changed the settings: contacts go live at once")


def _formatter(name: Any, words: Any) -> type[LogFormatter]:
    class Formatter(LogFormatter):
        label = name

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return str(words) % {"invitation": "–", **log_entry.data}

    return Formatter
