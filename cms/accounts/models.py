"""The people who sign in, the second thing they show when they do, and who they are elsewhere."""

from __future__ import annotations

import time

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django_otp.models import Device, ThrottlingMixin
from django_otp.oath import TOTP

from cms.accounts.second_factor.keys import opened

LONGEST_PAUSE_AFTER = 11  # wrong codes in a row: about 17 minutes


class User(AbstractUser):
    """An editor, a moderator or an administrator."""

    def __str__(self) -> str:
        """Stands in entries of the log, so it is no address, which some people have as their user name."""
        name = self.get_full_name() or self.get_username()
        return f"account {self.pk}" if "@" in name else name


class SecondFactor(ThrottlingMixin, Device):
    """The app of one person that makes codes (RFC 6238); its key is sealed.

    After each wrong code in a row the pause before the next one is twice as long, up to 17 minutes.
    """

    sealed_key = models.CharField(max_length=300)
    last_step = models.BigIntegerField(default=-1, help_text="The 30 seconds whose code was used last.")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "second factor"
        constraints = [models.UniqueConstraint(fields=["user"], name="one_second_factor_a_person")]

    def __str__(self) -> str:
        return f"second factor {self.pk}"

    def get_throttle_factor(self) -> int:
        return 1

    def throttle_increment(self, commit: bool = True) -> None:
        self.throttling_failure_count = min(self.throttling_failure_count, LONGEST_PAUSE_AFTER - 1)
        super().throttle_increment(commit)

    def verify_token(self, token: str) -> bool:
        """Whether it is a code of the app, of now or half a minute before or after, that was not used yet.

        To be called with the row locked.
        """
        if not self.verify_is_allowed()[0]:
            return False
        step = step_of(opened(self.sealed_key), token, self.last_step + 1)
        if step is None:
            self.throttle_increment()
            return False
        self.last_step = step
        self.throttle_reset()
        return True


def step_of(key: bytes, token: str, first: int = 0) -> int | None:
    """The number of the half minute to which a code belongs, if it is about now and not before `first`."""
    totp = TOTP(key)
    totp.time = time.time()
    return totp.t() if totp.verify(int(token), tolerance=1, min_t=first) else None


class RecoveryCode(models.Model):
    """One code for when the app is out of reach, known by its keyed hash alone. It goes when it is used."""

    second_factor = models.ForeignKey(SecondFactor, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = "recovery code"
        constraints = [
            models.UniqueConstraint(fields=["second_factor", "digest"], name="a_recovery_code_counts_once")
        ]

    def __str__(self) -> str:
        return f"recovery code {self.pk}"


class Identity(Device):
    """A person as the provider of single sign-on knows them: by a name of its own that never changes.

    To django-otp it is a device. A session has shown it where the provider asked for more than a password;
    for an administrator that does not count.
    """

    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)

    class Meta:
        verbose_name = "identity"
        verbose_name_plural = "identities"
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="one_person_an_identity"),
            models.UniqueConstraint(fields=["issuer", "user"], name="one_identity_a_person_and_issuer"),
        ]

    def __str__(self) -> str:
        return f"identity {self.pk}"
