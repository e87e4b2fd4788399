"""What the engine has not been told yet."""

from __future__ import annotations

from django.db import models


class EngineChange(models.Model):
    """An entry that was written or removed since the engine heard of it last; one row for each time.

    The key of the row is the version under which the engine takes the entry, so that an older one never
    replaces a newer. Rows go when the engine has them.
    """

    entry_key = models.BigIntegerField(help_text="Of an entry that may be gone by now.")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "change for the search engine"
        verbose_name_plural = "changes for the search engine"

    def __str__(self) -> str:
        return f"{self.pk}: {self.entry_key}"


class EngineAbsence(models.Model):
    """Since when the engine does not answer those who tell it of changes; there is no row while it does."""

    since = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=100, help_text="The kind of the error.")

    class Meta:
        verbose_name = "absence of the search engine"
        verbose_name_plural = "absences of the search engine"

    def __str__(self) -> str:
        return f"{self.since}: {self.reason}"
