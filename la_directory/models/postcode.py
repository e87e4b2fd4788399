"""The council of every postcode, as the last file that was taken over says it.

Each import writes a set of its own beside the present one, which then takes its place at one stroke. So
readers never meet half a set, and an import that breaks off changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PostcodeSetQuerySet(models.QuerySet):
    """Imports of postcodes, finished or not."""

    def current(self) -> PostcodeSet | None:
        """The set that readers are answered from."""
        return self.filter(is_current=True).first()

    def key_of_current(self) -> models.QuerySet:
        """For a comparison within one statement; a join would make SQLite go through all rows."""
        return self.filter(is_current=True).values("pk")[:1]


class PostcodeSet(models.Model):
    """One import of postcodes. Its record stays when a newer one has taken its place; its rows do not."""

    file_name = models.CharField(_("file"), max_length=255)
    kind = models.CharField(_("kind of file"), max_length=60)
    rows = models.PositiveIntegerField(_("postcodes"), default=0)
    terminated = models.PositiveIntegerField(_("left out: no longer in use"), default=0)
    elsewhere = models.PositiveIntegerField(_("left out: outside Scotland"), default=0)
    imported_at = models.DateTimeField(_("imported"), default=timezone.now)
    is_current = models.BooleanField(_("in use"), default=False)

    objects = PostcodeSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of postcodes")
        verbose_name_plural = _("imports of postcodes")
        ordering = ["-imported_at", "-pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"], condition=models.Q(is_current=True), name="one_current_postcode_set"
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.imported_at:%Y-%m-%d})"


class PostcodeQuerySet(models.QuerySet):
    """Postcodes of the set that readers are answered from."""

    def councils_of(self, postcodes: Collection[str]) -> dict[str, str]:
        """The code of the council by postcode, of those that are known; written without a space."""
        known = self.filter(of=PostcodeSet.objects.key_of_current(), postcode__in=postcodes)
        return dict(known.values_list("postcode", "council"))


class Postcode(models.Model):
    """A postcode, in capitals and without a space, and the current code of its council."""

    of = models.ForeignKey(PostcodeSet, on_delete=models.CASCADE, related_name="postcodes", db_index=False)
    postcode = models.CharField(max_length=7)
    council = models.CharField(max_length=9)

    objects = PostcodeQuerySet.as_manager()

    class Meta:
        default_permissions: tuple[str, ...] = ()
        constraints = [models.UniqueConstraint(fields=["of", "postcode"], name="postcode_once_in_a_set")]

    def __str__(self) -> str:
        return f"{self.postcode[:-3]} {self.postcode[-3:]}"


class PostcodeShareQuerySet(models.QuerySet):
    """Counts of the set that readers are answered from."""

    def counts_of(self, parts: Iterable[str]) -> dict[str, dict[str, int]]:
        """Postcodes by council for each part that is known, the most first."""
        found: dict[str, dict[str, int]] = {}
        shares = self.filter(of=PostcodeSet.objects.key_of_current(), part__in=list(parts))
        shares = shares.order_by("-postcodes", "council")
        for part, council, number in shares.values_list("part", "council", "postcodes"):
            found.setdefault(part, {})[council] = number
        return found


class PostcodeShare(models.Model):
    """How many postcodes of a part lie in a council.

    A part is an area ("G"), a district ("G33") or a sector ("G33 1"). The council is empty for postcodes of
    the part that lie outside Scotland, where the file told of them.
    """

    of = models.ForeignKey(PostcodeSet, on_delete=models.CASCADE, related_name="shares", db_index=False)
    part = models.CharField(max_length=6)
    council = models.CharField(max_length=9, blank=True)
    postcodes = models.PositiveIntegerField()

    objects = PostcodeShareQuerySet.as_manager()

    class Meta:
        default_permissions: tuple[str, ...] = ()
        constraints = [models.UniqueConstraint(fields=["of", "part", "council"], name="share_once_in_a_set")]

    def __str__(self) -> str:
        return f"{self.part}: {self.postcodes} in {self.council or 'none'}"
