"""What the Scottish Government has been told of."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry


class ToldChange(models.Model):
    """An entry of the log of pages that SG has been told of by mail; each is told once.

    A mark such as “up to this moment” would lose what was saved before it and seen after it.
    """

    entry = models.OneToOneField(
        PageLogEntry, verbose_name=_("entry"), on_delete=models.CASCADE, related_name="+"
    )
    told_at = models.DateTimeField(_("told on"), auto_now_add=True)

    class Meta:
        verbose_name = _("change that SG was told of")
        verbose_name_plural = _("changes that SG was told of")
        default_permissions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.entry_id}"
