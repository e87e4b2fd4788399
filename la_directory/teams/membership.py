"""Whose council a person keeps."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from la_directory.models import CouncilTeam
from la_directory.teams.government import MANAGE


def team_of(user: AbstractBaseUser | AnonymousUser) -> CouncilTeam | None:
    """The team a person belongs to; None for everyone else, and for those who may no longer sign in.

    One account keeps one council: nobody is invited into a second team. Where an administrator has put a
    person into two groups all the same, it is the first by the name of the council.
    """
    if not (user.is_authenticated and user.is_active):
        return None
    return CouncilTeam.objects.of_user(user).first()


def keeps_only_a_council(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether a person is in the admin for a council: they keep one, and do not look after all of them.

    Another group beside the council's opens nothing more to them.
    """
    if not (user.is_authenticated and user.is_active) or user.is_superuser:
        return False
    return not user.has_perm(MANAGE) and CouncilTeam.objects.of_user(user).exists()
