"""Addresses that must get nothing, kept as keyed hashes."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Suppression(models.Model):
    """An address that gets no bulletin, and why. Only the person's own confirmation lifts it."""

    class Reason(models.TextChoices):
        LEFT = "left", _("Left")
        UNKNOWN_MAILBOX = "unknown", _("The mailbox does not exist")
        BOUNCED = "bounced", _("Mail came back")
        COMPLAINED = "complained", _("Marked as unwanted")
        ERASED = "erased", _("Asked to be erased")
        BY_HAND = "by hand", _("Entered by hand")

    address_key = models.CharField(max_length=64, unique=True)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    made_at = models.DateTimeField(_("since"), default=timezone.now)
    words = models.CharField(_("what the relay said"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("suppression")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}, {self.made_at:%d %B %Y}"


class ProviderEvent(models.Model):
    """An event of the mail provider that was taken in; the same one again changes nothing."""

    event_key = models.CharField(max_length=64, unique=True)
    taken_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"{self.taken_at:%d %B %Y}"
