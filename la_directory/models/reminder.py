"""Which councils have been asked to look at their entries, when, and through which links."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from la_directory.models.council import CouncilPage


class ReminderRound(models.Model):
    """A council is asked once for all that is due: one mail to each of its people, and then a pause."""

    council = models.ForeignKey(CouncilPage, on_delete=models.CASCADE, related_name="reminder_rounds")
    opened_on = models.DateField()
    # SG has been told that this round, or part of it, reached nobody.
    government_told_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("round of reminders")
        default_permissions: tuple[str, ...] = ()
        ordering = ["-opened_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["council", "opened_on"], name="one_round_a_day")]

    def __str__(self) -> str:
        return f"{self.council_id}: {self.opened_on}"


class ReminderMailQuerySet(models.QuerySet):
    """Reminders and the links in them."""

    def unsent(self) -> ReminderMailQuerySet:
        """Those that still have to be handed over to the mail relay."""
        return self.filter(sent_at=None, refused_at=None, ended_at=None)


class ReminderMail(models.Model):
    """The mail of one round to one recipient. The link in it is this row, signed, and ends with it.

    `user` is None for the mailbox that a team shares.
    """

    round = models.ForeignKey(ReminderRound, on_delete=models.CASCADE, related_name="mails")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    address = models.EmailField(_("address"))
    # While a process hands the mail over, no other one does.
    claimed_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ReminderMailQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reminder")
        default_permissions: tuple[str, ...] = ()
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["round", "address"], name="one_mail_a_recipient")]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.pk}"
