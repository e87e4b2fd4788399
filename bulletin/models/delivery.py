"""One row for each recipient of a sending: the only truth about who has the mail."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletin.models.sending import Sending
from bulletin.models.subscriber import Subscriber


class Delivery(models.Model):
    """The message of one sending for one address.

    pending → claimed → in_flight → sent | failed | uncertain; back to pending after a refusal for now or a
    break before the final dot. `in_flight` means that the final dot may have been sent.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting")
        CLAIMED = "claimed", _("Taken by a worker")
        IN_FLIGHT = "in_flight", _("Being handed over")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        UNCERTAIN = "uncertain", _("Uncertain")
        SKIPPED = "skipped", _("Skipped")

    # These may have the mail already.
    REACHED = (State.SENT, State.IN_FLIGHT, State.UNCERTAIN)

    class Skip(models.TextChoices):
        LEFT = "left", _("Left before it was sent")
        SUPPRESSED = "barred", _("The address is suppressed")
        CANCELLED = "cancel", _("The sending was cancelled")

    # Each index costs time with every message, so the foreign keys use those of Meta.
    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="deliveries", db_index=False)
    subscriber = models.ForeignKey(
        Subscriber, null=True, on_delete=models.SET_NULL, related_name="deliveries", db_index=False
    )
    address = models.EmailField(blank=True, help_text="Empty once the person was erased.")
    address_key = models.CharField(max_length=64)
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.PENDING)
    message_id = models.CharField(max_length=200)
    claim = models.CharField(
        max_length=24, blank=True, help_text="The worker, eight letters, and its token for one batch."
    )
    leased_until = models.DateTimeField(null=True)
    not_before = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(
        default=0, help_text="Refusals for now that counted; breaks of the connection do not."
    )
    first_refused_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True, help_text="When the relay last took or refused it.")
    put_back = models.PositiveSmallIntegerField(
        default=0, help_text="How often it was refused for good and put back because the sending was paused."
    )
    reply_code = models.PositiveSmallIntegerField(null=True)
    reply_text = models.CharField(_("the relay’s words"), max_length=300, blank=True)
    was_uncertain = models.BooleanField(_("was uncertain"), default=False)
    skip_reason = models.CharField(max_length=6, choices=Skip.choices, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "sending"], name="one_delivery_a_subscriber"),
            models.UniqueConstraint(fields=["address_key", "sending"], name="one_delivery_an_address"),
        ]
        indexes = [
            models.Index(fields=["sending", "state", "not_before", "id"]),
            models.Index(fields=["sending", "answered_at"]),
            models.Index(
                fields=["leased_until"],
                condition=models.Q(leased_until__isnull=False),
                name="bulletin_delivery_leased",
            ),
        ]

    def __str__(self) -> str:
        """Stands in logs, so it holds no address."""
        return f"{self.pk}: {self.get_state_display()}"
