"""Taking an invitation up."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from la_directory.models import Invitation
from la_directory.teams.accounts import CannotJoin, account_of, free_username, refuse_others
from la_directory.teams.log_actions import JOINED


def join_with_account(invitation: Invitation, account: AbstractUser) -> None:
    """An account that can sign in joins the team. Raises CannotJoin."""
    with transaction.atomic():
        _lock(invitation)
        _take_up(invitation, account)


def join_anew(invitation: Invitation, first_name: str, last_name: str, password: str) -> AbstractUser:
    """A new account joins, or one that was closed and comes back with a new password. Raises CannotJoin.

    A successor who is invited under the same shared address gets an account of their own: what was done keeps
    the name of who did it.
    """
    with transaction.atomic():
        _lock(invitation)
        account = account_of(invitation.email)
        if account is not None and account.is_active:
            raise CannotJoin
        if account is not None and not _is_called(account, first_name, last_name):
            account = None
        if account is None:
            account = get_user_model()(username=free_username(invitation.email), email=invitation.email)
        account.first_name, account.last_name, account.is_active = first_name, last_name, True
        account.set_password(password)
        # Who comes back may have been in the group of another council before.
        refuse_others(invitation.team, account if account.pk else None)
        account.save()
        _take_up(invitation, account)
    return account


def _lock(invitation: Invitation) -> None:
    """Of two clicks at the same time the second waits here, and then finds nothing left."""
    if Invitation.objects.open().select_for_update().filter(pk=invitation.pk).first() is None:
        raise CannotJoin


def _is_called(account: AbstractUser, first_name: str, last_name: str) -> bool:
    kept, given = (account.first_name, account.last_name), (first_name, last_name)
    return [name.strip().casefold() for name in kept] == [name.strip().casefold() for name in given]


def _take_up(invitation: Invitation, account: AbstractUser) -> None:
    """Once: of two clicks at the same time one finds nothing left to take up."""
    refuse_others(invitation.team, account)
    taken = Invitation.objects.open().filter(pk=invitation.pk)
    if not taken.update(accepted_at=timezone.now(), accepted_by=account):
        raise CannotJoin
    account.groups.add(invitation.team.group)
    log(invitation.team, JOINED, user=account, data={"name": str(account)})
