"""Whose council a person keeps."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from la_directory.models import CouncilTeam


def team_of(user: AbstractBaseUser | AnonymousUser) -> CouncilTeam | None:
    """The team a person belongs to; None for everyone else, and for those who may no longer sign in.

    One account keeps one council: nobody is invited into a second team. Where an administrator has put a
    person into two groups all the same, it is the first by the name of the council.
    """
    if not (user.is_authenticated and user.is_active):
        return None
    return CouncilTeam.objects.of_user(user).first()


def keeps_only_a_council(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether all that a person may do in the admin comes from being in the team of a council."""
    if not (user.is_authenticated and user.is_active) or user.is_superuser:
        return False
    teams = list(user.groups.values_list("council_team", flat=True))
    return bool(teams) and None not in teams
