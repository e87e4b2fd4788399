"""The account that an e-mail address stands for, and whether it may join a team."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from la_directory.models import CouncilTeam


class CannotJoin(Exception):
    """The message says why, to the Scottish Government's people."""


def account_of(email: str) -> AbstractUser | None:
    """The account with this address; of several, one that can sign in."""
    people = get_user_model().objects.filter(email__iexact=email)
    return people.order_by("-is_active", "pk").first()


def refuse_others(team: CouncilTeam, account: AbstractUser | None) -> None:
    """One account keeps one council and nothing else: CannotJoin for any other."""
    if account is None:
        return
    if account.is_superuser or account.groups.filter(council_team=None).exists():
        raise CannotJoin(_("This address belongs to an account with other rights. Use another address."))
    teams = CouncilTeam.objects.of_user(account)
    if (other := teams.exclude(pk=team.pk).first()) is not None:
        raise CannotJoin(
            _("This address belongs to an editor of %(council)s. End that membership first.")
            % {"council": other}
        )
    if account.is_active and teams.exists():
        raise CannotJoin(_("This person is in the team already."))


def free_username(email: str) -> str:
    """People sign in with their address; a number is added where somebody else has it as a name."""
    model = get_user_model()
    longest = model._meta.get_field(model.USERNAME_FIELD).max_length - 4
    number, name = 2, email[:longest]
    while model.objects.filter(username__iexact=name).exists():
        number, name = number + 1, f"{email[:longest]}-{number}"
    return name
