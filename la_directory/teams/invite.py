"""Inviting a person into the team of a council, again if need be, or no longer."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from la_directory.models import CouncilTeam, Invitation
from la_directory.teams.accounts import account_of, refuse_others
from la_directory.teams.invitation_links import digest_of, new_token
from la_directory.teams.log_actions import CANCELLED, INVITED, INVITED_AGAIN
from la_directory.teams.mail import send_invitation


def invite(team: CouncilTeam, email: str, by: AbstractUser) -> bool:
    """Sends a link to this address; whether the mail was handed over. Raises CannotJoin.

    An address that was invited before gets a new link, and the old one opens nothing any more.
    """
    email = email.strip().lower()
    refuse_others(team, account_of(email))
    token = new_token()
    now = timezone.now()
    with transaction.atomic():
        invitation, is_new = Invitation.objects.waiting().update_or_create(
            team=team,
            email=email,
            defaults={
                "token_digest": digest_of(token),
                "invited_by": by,
                "invited_at": now,
                "expires_at": now + timedelta(settings.INVITATION_DAYS),
            },
        )
        log(team, INVITED if is_new else INVITED_AGAIN, user=by, data={"invitation": invitation.pk})
    return send_invitation(invitation, token)


def cancel(invitation: Invitation, by: AbstractUser | None) -> bool:
    """The link opens nothing any more; False where there was nothing left to cancel."""
    with transaction.atomic():
        waiting = Invitation.objects.waiting().filter(pk=invitation.pk)
        if not waiting.update(cancelled_at=timezone.now()):
            return False
        log(invitation.team, CANCELLED, user=by, data={"invitation": invitation.pk})
    return True
