"""One edition, queued once: what goes out, to whom, and how far it is."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletin.models.edition import EditionPage


class Counts(NamedTuple):
    """The deliveries of a sending by where they are. They always add up to `audience`."""

    audience: int
    sent: int
    failed: int
    skipped: int
    waiting: int  # pending, claimed or in flight
    uncertain: int


class Sending(models.Model):
    """A frozen copy of an edition on its way to its audience. What goes out stays as it was queued.

    queued → sending ⇄ paused → sent | cancelled. A paused one that has no audience yet goes back to queued.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Queued")
        SENDING = "sending", _("Being sent")
        PAUSED = "paused", _("Paused")
        SENT = "sent", _("Sent")
        CANCELLED = "cancelled", _("Cancelled")

    class Pause(models.TextChoices):
        PERSON = "person", _("Paused by a person")
        MISSED = "missed", _("Its time had passed when no worker was running")
        REFUSED = "refused", _("The relay refused message after message")
        LOGIN = "login", _("The relay refused the log-in or the sender")
        MESSAGE = "message", _("A message could not be made")
        PAGE = "page", _("The edition’s page could not be published")

    OPEN = (State.QUEUED, State.SENDING, State.PAUSED)

    edition = models.ForeignKey(EditionPage, on_delete=models.PROTECT, related_name="sendings")
    # Wagtail’s purge of old revisions passes over what is protected.
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.QUEUED)
    audience_kind = models.CharField(max_length=8, choices=EditionPage.Kind.choices)
    # A special edition may go to exactly those who were sent another one, as a correction.
    same_audience_as = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Frozen when queued.
    subject = models.CharField(max_length=200)
    sender = models.CharField(max_length=320)
    html = models.TextField()
    text = models.TextField()
    message = models.BinaryField(help_text="The finished MIME message with tokens in place of what differs.")
    sha256 = models.CharField(max_length=64, help_text="Of `message`.")
    approved_by = models.CharField(_("approved by"), max_length=200)
    approved_at = models.DateTimeField(_("approved"), null=True)
    queued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    queued_at = models.DateTimeField(_("queued"), default=timezone.now)
    send_at = models.DateTimeField(_("send at"), default=timezone.now)
    # How it goes.
    audience = models.PositiveIntegerField(null=True, help_text="None until the sending starts.")
    started_at = models.DateTimeField(_("started"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    fresh_from = models.DateTimeField(
        null=True, help_text="Started or resumed: earlier refusals no longer count against it."
    )
    pause_reason = models.CharField(max_length=8, choices=Pause.choices, blank=True)
    last_reply = models.CharField(_("the relay’s last words"), max_length=300, blank=True)
    last_reply_at = models.DateTimeField(null=True)
    wait_until = models.DateTimeField(null=True, help_text="Nobody sends before this moment.")
    back_off = models.FloatField(
        default=0,
        help_text="Seconds to wait after the last trouble; 0 when all is well, else one tries for all.",
    )
    refused_in_a_row = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("sending")
        ordering = ["-queued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition"],
                condition=Q(state__in=["queued", "sending", "paused"]),
                name="one_open_sending_an_edition",
            )
        ]
        permissions = [
            ("queue_sending", "Can queue, pause, resume and cancel sendings of the bulletin"),
            ("release_sending", "Can let a restored copy of the site send the bulletin"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.get_state_display()})"

    def counts(self) -> Counts:
        """One query."""
        from bulletin.models.delivery import Delivery

        State = Delivery.State
        waiting = [State.PENDING, State.CLAIMED, State.IN_FLIGHT]
        counted = self.deliveries.aggregate(
            audience=Count("pk"),
            sent=Count("pk", filter=Q(state=State.SENT)),
            failed=Count("pk", filter=Q(state=State.FAILED)),
            skipped=Count("pk", filter=Q(state=State.SKIPPED)),
            waiting=Count("pk", filter=Q(state__in=waiting)),
            uncertain=Count("pk", filter=Q(state=State.UNCERTAIN)),
        )
        return Counts(**counted)
