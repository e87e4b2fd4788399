"""Asking a person to keep the pages of a council."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from la_directory.models.team import CouncilTeam


class InvitationQuerySet(models.QuerySet):
    """Invitations by what can still be done with them."""

    def waiting(self) -> InvitationQuerySet:
        """Neither taken up nor cancelled; the time of some may have run out."""
        return self.filter(accepted_at=None, cancelled_at=None)

    def open(self, now: datetime | None = None) -> InvitationQuerySet:
        """Those whose link still opens."""
        return self.waiting().filter(expires_at__gt=now or timezone.now())


class Invitation(models.Model):
    """The link in a mail lets one person into the team of one council, once and not for long.

    The link itself is not kept, only its digest: who reads the database cannot use it.
    """

    team = models.ForeignKey(CouncilTeam, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"))
    token_digest = models.CharField(max_length=64, unique=True, help_text=_("SHA-256 of the link’s token."))
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    invited_at = models.DateTimeField(_("invited on"), default=timezone.now)
    expires_at = models.DateTimeField(_("link works until"))
    accepted_at = models.DateTimeField(_("taken up on"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    cancelled_at = models.DateTimeField(_("cancelled on"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        default_permissions: tuple[str, ...] = ()
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "email"],
                condition=Q(accepted_at=None, cancelled_at=None),
                name="one_waiting_invitation_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.team}"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.cancelled_at is None and self.expires_at > timezone.now()
