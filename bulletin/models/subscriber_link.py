"""Links mailed to one person for one purpose, good for seven days; only their hash is kept."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletin.models.subscriber import Subscriber


class SubscriberLink(models.Model):
    """The hash of a random token. `new_email` is the address that a change of address leads to."""

    class Purpose(models.TextChoices):
        CONFIRM = "confirm", _("confirm the sign-up")
        PREFERENCES = "preferences", _("preferences")
        CHANGE_ADDRESS = "address", _("change the address")

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    new_email = models.EmailField(blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("mailed link")

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {self.made_at:%d %B %Y}"
