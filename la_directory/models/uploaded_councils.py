"""A table of councils between its upload and the editor's word on what it would change."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from la_directory.models.directory import DirectoryPage


class UploadedCouncils(models.Model):
    """Kept until it is confirmed or given up. After a day nobody can open it; it goes the next night."""

    directory = models.ForeignKey(DirectoryPage, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    content = models.BinaryField()
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("uploaded table of councils")
        default_permissions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name
