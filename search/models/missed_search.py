"""What readers looked for in vain."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class MissedSearch(models.Model):
    """How often nothing was found for these words on a day. Nothing says who looked for them."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    words = models.CharField(_("words"), max_length=200)
    number = models.PositiveIntegerField(_("how often"), default=1)

    class Meta:
        verbose_name = _("search without results")
        verbose_name_plural = _("searches without results")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "language", "words"], name="one_count_of_missed_words_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.words}"
