"""Somebody who asked for the bulletin, and which editions they asked for."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SubscriberQuerySet(models.QuerySet):
    """Subscribers by what they get."""

    def active(self) -> SubscriberQuerySet:
        return self.filter(state=Subscriber.State.ACTIVE)

    def wanting(self, audience: str) -> SubscriberQuerySet:
        """Active ones who want editions of a kind: "monthly" or "special"."""
        wish = {"monthly": "wants_monthly", "special": "wants_specials"}[audience]
        return self.active().filter(**{wish: True})


class Subscriber(models.Model):
    """One e-mail address. It gets mail only while it is active; one that left goes after 30 days."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Not confirmed yet")
        ACTIVE = "active", _("Subscribed")
        LEFT = "left", _("Left")

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        GAELIC = "gd", _("Gaelic")

    email = models.EmailField(_("e-mail"))
    address_key = models.CharField(max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    wants_monthly = models.BooleanField(_("monthly bulletin"), default=True)
    wants_specials = models.BooleanField(_("special editions"), default=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.ENGLISH
    )
    source = models.CharField(
        _("source"), max_length=200, help_text=_("The page of the sign-up, or where an import came from.")
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    left_at = models.DateTimeField(_("left"), null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["state", "asked_at"])]
        permissions = [
            ("export_subscriber", "Can export the addresses of subscribers"),
            ("import_subscriber", "Can import subscribers from a file"),
        ]

    def __str__(self) -> str:
        """Stands in logs and histories, so it holds no address."""
        return str(_("Subscriber %(number)s") % {"number": self.pk})
