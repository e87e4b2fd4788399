"""Editions of the handbook: frozen when they are published, and never changed afterwards."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any, NoReturn

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.search import index

from resources.handbook.content import Handbook
from resources.handbook.json_format import read
from resources.models.handbook import HandbookPage

NEVER_CHANGED = _("A published edition is never changed.")
NEVER_DELETED = _("A published edition is never deleted. It can be marked as withdrawn.")


class EditionIsFrozen(ValidationError):
    """Something tried to change or delete an edition."""


class EditionIsDamaged(Exception):
    """What is stored of an edition is not what was published."""

    def __init__(self, edition: Edition, reason: str) -> None:
        super().__init__(f"{edition.slug}: {reason}")
        self.edition = edition


class FrozenQuerySet(models.QuerySet):
    """Rows that are written once."""

    def update(self, **values: Any) -> NoReturn:
        raise EditionIsFrozen(NEVER_CHANGED)

    def delete(self) -> NoReturn:
        raise EditionIsFrozen(NEVER_DELETED)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> NoReturn:
        # It may write over rows that are there, and it leaves out what `save` makes sure of.
        raise EditionIsFrozen(_("The rows of an edition are written one at a time."))


class EditionQuerySet(FrozenQuerySet):
    """Editions, newest first."""

    def not_withdrawn(self) -> EditionQuerySet:
        return self.filter(withdrawn_on=None)


class Frozen(models.Model):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise EditionIsFrozen(NEVER_CHANGED)
        # A new object with the key of an old one would be written over it.
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise EditionIsFrozen(NEVER_DELETED)


class Edition(index.Indexed, Frozen):
    """The handbook of one day in one language. Only its withdrawal may be written later."""

    handbook = models.ForeignKey(HandbookPage, on_delete=models.PROTECT, related_name="editions")
    slug = models.SlugField(_("address"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    day = models.DateField(_("date"))
    note = models.TextField(_("note"), blank=True)
    sha256 = models.CharField(_("SHA-256 of its JSON"), max_length=64)
    published_at = models.DateTimeField(_("published at"), auto_now_add=True)
    # A person may leave: the log of the handbook page goes on saying who it was.
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
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

    def withdraw(self, reason: str, by: AbstractUser | None, on: date | None = None) -> None:
        """Readers go on seeing it, with the reason on top. Withdrawing it again corrects date and reason."""
        if not reason.strip():
            raise ValidationError({"withdrawn_reason": _("Say in one sentence why it was withdrawn.")})
        self.withdrawn_reason, self.withdrawn_on = reason.strip(), on or timezone.localdate()
        with transaction.atomic():
            models.Model.save(self, update_fields=["withdrawn_on", "withdrawn_reason"])
            data = {"edition": self.slug, "name": self.name, "reason": self.withdrawn_reason}
            log(self.handbook, "resources.withdraw_edition", user=by, data=data)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None

    @property
    def json_name(self) -> str:
        return f"handbook-{self.slug}.json"

    @cached_property
    def content(self) -> Handbook:
        """The handbook as it was frozen; EditionIsDamaged where the JSON is missing or another one."""
        file = self.files.filter(name=self.json_name).first()
        if file is None:
            raise EditionIsDamaged(self, f"{self.json_name} is missing")
        json_file = bytes(file.content)
        if sha256(json_file).hexdigest() != self.sha256:
            raise EditionIsDamaged(self, f"{self.json_name} has changed since it was published")
        return read(json_file)

    @property
    def url(self) -> str:
        """Empty for a handbook that stands on no site any more."""
        base = self.handbook.url
        return base + self.handbook.reverse_subpage("edition", args=[self.slug]) if base else ""

    def file_url(self, name: str) -> str:
        return self.handbook.file_url("edition_file", self.slug, name)


class EditionFile(Frozen):
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
        if self._state.adding:
            self.sha256, self.size = sha256(self.content).hexdigest(), len(self.content)
        super().save(*args, **kwargs)
