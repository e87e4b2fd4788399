"""From which English words a translation was made."""

from __future__ import annotations

from django.db import models


class EnglishWords(models.Model):
    """The digest of the English words that stood in the translators' editor when a version was saved.

    `revision` is that version; None for what has no versions, such as the terms of a vocabulary.
    """

    translation = models.ForeignKey(
        "wagtail_localize.Translation", on_delete=models.CASCADE, related_name="made_from"
    )
    revision = models.OneToOneField(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64)
    by_machine = models.PositiveIntegerField(default=0)  # pieces of the version that nobody had read

    class Meta:
        verbose_name = "English words of a translation"
        verbose_name_plural = "English words of translations"
        constraints = [
            models.UniqueConstraint(
                fields=["translation"], condition=models.Q(revision=None), name="one_without_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_id}, {self.revision_id}: {self.digest[:8]}"
