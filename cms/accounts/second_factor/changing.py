"""Setting up a second factor, new recovery codes, and taking it away. Each writes one entry into the log."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from wagtail.log_actions import log

from cms.accounts.models import RecoveryCode, SecondFactor
from cms.accounts.second_factor.keys import sealed
from cms.accounts.second_factor.log_actions import RENEWED, REPLACED, RESET, SET_UP
from cms.accounts.second_factor.mails import tell
from cms.mail.addresses import keyed

CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another one
KEY_LENGTH = 20  # bytes


def new_key() -> bytes:
    return secrets.token_bytes(KEY_LENGTH)


def digest_of(factor: SecondFactor, code: str) -> str:
    """Of a recovery code, written with or without hyphens and blanks."""
    letters = "".join(letter for letter in code.lower() if letter.isalnum())
    return keyed("recovery-code", f"{factor.user_id}:{letters}")


def set_up(person: AbstractUser, key: bytes, step: int) -> tuple[SecondFactor, list[str]]:
    """The factor in place of any that was there, and its recovery codes; `step` has just been used."""
    with transaction.atomic():
        was_there = SecondFactor.objects.filter(user_id=person.pk).delete()[0] > 0
        factor = SecondFactor.objects.create(user_id=person.pk, sealed_key=sealed(key), last_step=step)
        codes = _new_codes(factor)
        action = REPLACED if was_there else SET_UP
        # The person of a request is wrapped, and Wagtail would take it for nothing that has a log.
        log(factor.user, action, user=factor.user)
        tell(factor.user, action)
    return factor, codes


def renew_recovery_codes(factor: SecondFactor) -> list[str]:
    """Ten new ones; none of the old ones counts any more."""
    with transaction.atomic():
        codes = _new_codes(factor)
        log(factor.user, RENEWED, user=factor.user)
    return codes


def reset(person: AbstractUser, by: AbstractUser | None) -> bool:
    """Take the factor away, so that a new one is set up; whether there was one. `by` None: the command."""
    with transaction.atomic():
        if not SecondFactor.objects.filter(user=person).delete()[0]:
            return False
        log(person, RESET, user=by)
        tell(person, RESET)
    return True


def _new_codes(factor: SecondFactor) -> list[str]:
    codes = ["-".join(_letters() for _part in range(3)) for _number in range(CODES)]
    factor.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(second_factor=factor, digest=digest_of(factor, code)) for code in codes
    )
    return codes


def _letters() -> str:
    return "".join(secrets.choice(LETTERS) for _place in range(4))
