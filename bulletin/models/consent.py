"""What people agreed to and when: written once, never changed."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletin.models.subscriber import Subscriber


class ConsentEvent(models.Model):
    """One step of somebody's consent. `address_key` stays when the subscriber goes, and leads to nobody."""

    class Kind(models.TextChoices):
        REQUESTED = "requested", _("Asked for it")
        CONFIRMED = "confirmed", _("Confirmed")
        IMPORTED = "imported", _("Imported")
        CHANGED = "changed", _("Changed preferences")
        MOVED = "moved", _("Changed address")
        UNSUBSCRIBED = "unsubscribed", _("Left")
        BOUNCED = "bounced", _("Address does not take mail")
        COMPLAINED = "complained", _("Marked as unwanted")
        ERASED = "erased", _("Erased")

    subscriber = models.ForeignKey(
        Subscriber, null=True, on_delete=models.SET_NULL, related_name="consent_events"
    )
    address_key = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(_("what"), max_length=12, choices=Kind.choices)
    happened_at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    words_version = models.CharField(
        _("version of the words"), max_length=20, blank=True, help_text=_("Which words the person was shown.")
    )
    source = models.CharField(
        _("where"), max_length=200, blank=True, help_text=_("The page, or the file of an import.")
    )
    sending = models.ForeignKey(
        "bulletin.Sending", null=True, on_delete=models.SET_NULL, related_name="consent_events"
    )

    class Meta:
        verbose_name = _("consent event")
        ordering = ["happened_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.happened_at:%d %B %Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise ValueError("A consent event is written once and never changed.")
        super().save(*args, **kwargs)
