"""Whether this database may send: a restored copy may not, until a person says so."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SendingGate(models.Model):
    """One row. `identity` names the database that may send; `counter` grows with each batch that is taken.

    bulletin/send/gate.py compares both with what the machine knows.
    """

    identity = models.CharField(max_length=200, blank=True)
    counter = models.PositiveBigIntegerField(default=0)
    released_at = models.DateTimeField(null=True, help_text="When a person last said that it may send.")
    held_since = models.DateTimeField(null=True)
    held_because = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("gate of the sendings")

    def __str__(self) -> str:
        return str(_("held") if self.held_since else _("open"))


class SendingWorker(models.Model):
    """A worker that runs, or did: each says every few seconds that it is there."""

    name = models.CharField(max_length=8, unique=True)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("worker of the bulletin")

    def __str__(self) -> str:
        return self.name
