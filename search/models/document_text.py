"""The words of an uploaded file."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class DocumentText(models.Model):
    """What was read from a file, kept until another file takes its place."""

    document = models.OneToOneField(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    file_hash = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=200, blank=True, help_text="Why nothing could be read.")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "text of a document"
        verbose_name_plural = "texts of documents"

    def __str__(self) -> str:
        return f"{self.document_id}"
