"""Whose council a person keeps."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from la_directory.models import CouncilTeam


def team_of(user: AbstractBaseUser | AnonymousUser) -> CouncilTeam | None:
    """The team a person belongs to; None for everyone else, and for those who may no longer sign in."""
    if not (user.is_authenticated and user.is_active):
        return None
    return CouncilTeam.objects.of_user(user).first()
