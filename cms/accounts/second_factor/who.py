"""Who needs a second factor, and who has shown one."""

from __future__ import annotations

from fnmatch import fnmatchcase

from django.conf import settings
from django.contrib.auth.models import AbstractUser

from cms.accounts.models import SecondFactor


def needs_second_factor(person: AbstractUser) -> bool:
    """All do but those whose every group is named in SECOND_FACTOR_EXEMPT; an administrator always does."""
    if person.is_superuser:
        return True
    groups = list(person.groups.values_list("name", flat=True))
    return not groups or not all(_is_exempt(name) for name in groups)


def _is_exempt(group: str) -> bool:
    return any(fnmatchcase(group, pattern) for pattern in settings.SECOND_FACTOR_EXEMPT)


def second_factor_of(person: AbstractUser) -> SecondFactor | None:
    return SecondFactor.objects.filter(user_id=person.pk).first()


def is_held_up(person: AbstractUser) -> bool:
    """Whether this signed-in person still has to show or to set up a second factor in this session.

    Who needs none and has set one up is asked for it all the same.
    """
    if not settings.SECOND_FACTOR or person.is_verified():
        return False
    return second_factor_of(person) is not None or needs_second_factor(person)
