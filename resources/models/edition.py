"""Editions of the handbook: frozen when they are published, and never changed afterwards."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from resources.handbook.content import Handbook
from resources.handbook.json_format import read
from resources.models.handbook import HandbookPage


class EditionIsFrozen(ValidationError):
    """Something tried to change or delete an edition."""


class FrozenQuerySet(models.QuerySet):
    """Rows that are written once."""

    def update(self, **values: Any) -> int:
        raise EditionIsFrozen(_("A published edition is never changed."))

    def delete(self) -> tuple[int, dict[str, int]]:
        raise EditionIsFrozen(_("A published edition is never deleted. It can be marked as withdrawn."))


class EditionQuerySet(FrozenQuerySet):
    """Editions, newest first."""

    def of(self, handbook: HandbookPage) -> EditionQuerySet:
        return self.filter(handbook=handbook)


class Edition(index.Indexed, models.Model):
    """The handbook of one day in one language. Only its withdrawal may be written later."""

    MAY_CHANGE = {"withdrawn_on", "withdrawn_reason"}

    handbook = models.ForeignKey(HandbookPage, on_delete=models.PROTECT, related_name="editions")
    slug = models.SlugField(_("address"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    day = models.DateField(_("date"))
    note = models.TextField(_("note"), blank=True)
    sha256 = models.CharField(_("SHA-256 of its JSON"), max_length=64)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("why it was withdrawn"), max_length=250, blank=True)

    objects = EditionQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("edition of the handbook")
        verbose_name_plural = _("editions of the handbook")
        ordering = ["-day", "-pk"]
        default_permissions = ("change", "view")
        permissions = [("publish_edition", _("Can publish editions of the handbook"))]
        constraints = [models.UniqueConstraint(fields=["handbook", "slug"], name="edition_address")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and not self._state.adding:
            kwargs["update_fields"] = self.MAY_CHANGE
            models.QuerySet(type(self)).filter(pk=self.pk).update(
                **{name: getattr(self, name) for name in self.MAY_CHANGE}
            )
            return
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise EditionIsFrozen(_("A published edition is never deleted. It can be marked as withdrawn."))

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None

    @cached_property
    def content(self) -> Handbook:
        """The handbook as it was frozen."""
        return read(bytes(self.files.get(name=f"handbook-{self.slug}.json").content))

    @property
    def url(self) -> str:
        return self.handbook.url + self.handbook.reverse_subpage("edition", args=[self.slug])


class EditionFile(models.Model):
    """A file of an edition, byte for byte as it was published; pictures stand under "pictures/"."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=100)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()

    objects = FrozenQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("file of an edition")
        default_permissions = ()
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["edition", "name"], name="edition_file_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise EditionIsFrozen(_("A published edition is never changed."))
        self.sha256, self.size = sha256(self.content).hexdigest(), len(self.content)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise EditionIsFrozen(_("A published edition is never deleted. It can be marked as withdrawn."))
