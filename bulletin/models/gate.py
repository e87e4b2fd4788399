"""Whether this database may send: a restored copy may not, until a person says so."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SendingGate(models.Model):
    """One row. `identity` names the database that may send; `counter` grows with each batch that is taken.

    bulletin/send/gate.py compares both with what the machine knows.
    """

    identity = models.CharField(max_length=200, blank=True)
    counter = models.PositiveBigIntegerField(default=0)
    held_since = models.DateTimeField(null=True)
    held_because = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("gate of the sendings")

    def __str__(self) -> str:
        return str(_("held") if self.held_since else _("open"))
