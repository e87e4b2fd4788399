"""The words that pages have: how rare each is, and how it is spelt."""

from __future__ import annotations

from django.db import models


class Word(models.Model):
    """A word in small letters without accents, and the number of entries that have it."""

    language = models.CharField(max_length=12)
    word = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)
    number = models.PositiveIntegerField()

    class Meta:
        verbose_name = "word"
        verbose_name_plural = "words"
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="one_row_a_word")]
        indexes = [models.Index(fields=["language", "stem"])]

    def __str__(self) -> str:
        return self.word
