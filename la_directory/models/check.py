"""When a contact or a service was last found to be right, and by whom."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Check(models.Model):
    """Somebody has said that a record is right as it stands.

    Kept apart from pages and their revisions: approving an old draft must neither bring an old check back nor
    take a new one away. It holds for the content it was given for; changed content needs a new one.
    """

    translation_key = models.UUIDField(_("record"))
    digest = models.CharField(max_length=64, help_text=_("Of the content that was checked."))
    checked_at = models.DateTimeField(_("checked on"), default=timezone.now)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    checked_for = models.CharField(
        _("checked by"), max_length=120, help_text=_("Readers see it: the name of a council, or SG.")
    )

    class Meta:
        verbose_name = _("check")
        default_permissions: tuple[str, ...] = ()
        ordering = ["-checked_at", "-pk"]
        indexes = [models.Index(fields=["translation_key", "digest", "-checked_at"], name="check_of_content")]

    def __str__(self) -> str:
        return f"{self.checked_at:%Y-%m-%d} {self.checked_for}"
