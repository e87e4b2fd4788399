"""The public history of a page: what changed and when."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ChangeNoteQuerySet(models.QuerySet):
    """Notes, newest first."""

    def public(self) -> "ChangeNoteQuerySet":
        return self.exclude(text="")


class ChangeNote(models.Model):
    """One publication of changed words: a dated note for readers, or the record that there was none."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    published_at = models.DateTimeField(default=timezone.now)
    text = models.CharField(max_length=250, blank=True)

    wagtail_reference_index_ignore = True
    objects = ChangeNoteQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = _("change note")
        verbose_name_plural = _("change notes")
        indexes = [models.Index(fields=["page", "-published_at"])]

    def __str__(self) -> str:
        return self.text or str(_("Small correction"))
