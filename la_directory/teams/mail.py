"""Mail about the people of a council."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from la_directory.models import CouncilTeam, Invitation
from la_directory.teams.government import government_addresses
from la_directory.teams.invitation_links import link_of

log = logging.getLogger(__name__)


def send_invitation(invitation: Invitation, token: str) -> bool:
    """Whether the mail was handed over; what is recorded stands in any case."""
    context = {"invitation": invitation, "council": invitation.team.council, "link": link_of(token)}
    subject = _("Invitation to keep the pages of %(council)s") % {"council": invitation.team.council}
    return _send(subject, "invitation", context, [invitation.email])


def ask_for_successor(team: CouncilTeam, name: str) -> None:
    """The Scottish Government and the council's shared mailbox learn that somebody has left."""
    council = team.council
    subject = _("%(council)s: who keeps the pages now?") % {"council": council}
    context = {
        "name": name,
        "council": council,
        "remaining": team.members.count(),
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("council_teams:inspect", args=[team.pk]),
    }
    _send(subject, "successor_for_government", context, government_addresses())
    if team.team_mailbox:
        _send(subject, "successor_for_council", context, [team.team_mailbox])


def _send(subject: str, template: str, context: dict[str, Any], addresses: list[str]) -> bool:
    """Several people are not shown to each other."""
    if not addresses:
        return False
    text = render_to_string(f"la_directory/mail/{template}.txt", context)
    to, bcc = (addresses, []) if len(addresses) == 1 else ([], addresses)
    try:
        EmailMessage(subject, text, None, to, bcc).send()
    except (OSError, SMTPException) as error:
        log.error("A mail about a council's team was not sent: %s", type(error).__name__)
        return False
    return True
