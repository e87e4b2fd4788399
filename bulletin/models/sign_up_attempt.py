"""Forms that asked for a mail, by keyed hashes alone, so that nobody's mailbox is filled by others."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class SignUpAttempt(models.Model):
    """One form: for which address, from which client, when its mail may go. It goes an hour after that."""

    address_key = models.CharField(max_length=64)
    client_key = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    mail_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "attempt to sign up"
        indexes = [
            models.Index(fields=["address_key", "mail_at"]),
            models.Index(fields=["client_key", "mail_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%d %B %Y %H:%M}"
