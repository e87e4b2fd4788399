"""Words that mean the same here."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from search.words import stems


class Synonyms(models.Model):
    """Whoever looks for one of them finds pages with any of them."""

    words = models.TextField(
        _("words that mean the same"),
        max_length=500,
        help_text=_(
            "With commas between them, such as “NOLB, No One Left Behind”. Search uses them at once."
        ),
    )
    panels = [FieldPanel("words")]

    class Meta:
        verbose_name = _("words that mean the same")
        verbose_name_plural = _("words that mean the same")
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        if len(set(self.as_stems())) < 2:
            raise ValidationError({"words": _("Give at least two words that differ, with a comma between.")})

    def as_stems(self) -> list[tuple[str, ...]]:
        """Each as the stems that stand together."""
        found = [tuple(stems(each)) for each in self.words.replace("\n", ",").split(",")]
        return [each for each in found if each]
