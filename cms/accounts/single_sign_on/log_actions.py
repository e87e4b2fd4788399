"""What is written down about single sign-on: that somebody first came that way, and that groups followed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

LINKED = "accounts.single_sign_on.link"
UNLINKED = "accounts.single_sign_on.unlink"
FOLLOWED = "accounts.single_sign_on.groups"


def register(actions: LogActionRegistry) -> None:
    actions.register_action(
        LINKED, _("First single sign-on"), _("Signed in with single sign-on for the first time")
    )
    actions.register_action(
        UNLINKED, _("Forget single sign-on"), _("Was set free for another single sign-on")
    )
    actions.register_action(FOLLOWED, _("Groups by single sign-on"), _("Groups were set by single sign-on"))
