"""Who needs a second factor, and who has shown one."""

from __future__ import annotations

from fnmatch import fnmatchcase

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.backends.base import SessionBase

from cms.accounts.models import Identity, SecondFactor

BY_PROVIDER = "came_by_provider"  # in a session that began with the provider of single sign-on


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


def has_shown_factor(person: AbstractUser) -> bool:
    """Whether this session has shown a factor; an administrator only with one of this site.

    Whoever runs the provider of single sign-on could become administrator otherwise.
    """
    return person.is_verified() and not (person.is_superuser and isinstance(person.otp_device, Identity))


def may_set_up_first(person: AbstractUser, session: SessionBase) -> bool:
    """Whether somebody without a factor may set one up in this session.

    The password is not enough for who comes with the provider, whose factor it would go round; and the
    provider is not enough for an administrator.
    """
    if not settings.SINGLE_SIGN_ON or has_shown_factor(person):
        return True
    if not Identity.objects.filter(user_id=person.pk).exists():
        return True
    return BY_PROVIDER in session and not person.is_superuser


def is_held_up(person: AbstractUser) -> bool:
    """Whether this signed-in person still has to show or to set up a second factor in this session.

    Who needs none and has set one up is asked for it all the same.
    """
    if not settings.SECOND_FACTOR or has_shown_factor(person):
        return False
    return second_factor_of(person) is not None or needs_second_factor(person)
