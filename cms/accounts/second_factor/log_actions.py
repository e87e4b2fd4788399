"""What is written down about second factors: who did what, and when. The history of a person shows it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

SET_UP = "accounts.second_factor.set_up"
REPLACED = "accounts.second_factor.replace"
RENEWED = "accounts.second_factor.renew_codes"
RESET = "accounts.second_factor.reset"
RECOVERED = "accounts.second_factor.recovery_code"

ACTIONS = (
    (SET_UP, gettext_lazy("Set up second factor"), gettext_lazy("Set up a second factor")),
    (REPLACED, gettext_lazy("Replace second factor"), gettext_lazy("Replaced the second factor")),
    (RENEWED, gettext_lazy("New recovery codes"), gettext_lazy("Made new recovery codes")),
)


def register(actions: LogActionRegistry) -> None:
    for action, name, words in ACTIONS:
        actions.register_action(action, name, words)

    @actions.register_action(RESET)
    class Reset(LogFormatter):
        label = gettext_lazy("Reset second factor")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            if log_entry.user_id is None:
                return _("Reset the second factor with the command on the server")
            return _("Reset the second factor")

    @actions.register_action(RECOVERED)
    class Recovered(LogFormatter):
        label: Any = gettext_lazy("Sign in with a recovery code")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            left = log_entry.data.get("left", 0)
            words = ngettext(
                "Signed in with a recovery code; %(left)d is left",
                "Signed in with a recovery code; %(left)d are left",
                left,
            )
            return words % {"left": left}
