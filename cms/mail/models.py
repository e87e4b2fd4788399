"""Mail that waits to be handed over: confirmations, links that were asked for, notices."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string


def claim_token() -> str:
    return get_random_string(24)


class OutboxMail(models.Model):
    """One mail to one address. Its words and links are made when it is handed over, and then the row goes.

    One that was given up stays for 30 days without its address. `purpose` names who makes the words
    (cms.mail.purposes), `reference` what they are about. An address has at most one
    mail of a purpose waiting.
    """

    address = models.EmailField()
    address_key = models.CharField(max_length=64)
    purpose = models.CharField(max_length=60)
    reference = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)
    not_before = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    unanswered = models.PositiveSmallIntegerField(
        default=0, help_text="How often its end was sent and no answer is known: it may be out."
    )
    claim = models.CharField(max_length=24, blank=True)
    leased_until = models.DateTimeField(null=True)
    last_reply = models.CharField(max_length=300, blank=True)
    failed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "mail that waits"
        constraints = [
            models.UniqueConstraint(
                fields=["address_key", "purpose"],
                condition=models.Q(failed_at=None),
                name="one_waiting_mail_an_address_and_purpose",
            )
        ]
        indexes = [models.Index(fields=["failed_at", "not_before", "id"])]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
