"""Remembering since when the engine is away, for those who look after the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.pages.waiting import WaitingItem
from search.engine.connection import EngineAway
from search.models import EngineAbsence


@contextmanager
def absence_noted() -> Iterator[None]:
    """For those who write to the engine; that it is away is no failure of theirs."""
    try:
        yield
    except EngineAway as away:
        EngineAbsence.objects.get_or_create(defaults={"reason": str(away)[:100]})
    else:
        EngineAbsence.objects.all().delete()


def engine_is_away(user: AbstractUser) -> Iterable[WaitingItem]:
    """A line for those who look after search."""
    if not settings.ELASTICSEARCH or not user.has_perm("search.view_missedsearch"):
        return
    if absence := EngineAbsence.objects.first():
        title = _("The search engine is away. Readers get their answers from the database meanwhile.")
        yield WaitingItem(title, reverse("search"), _("Search"), absence.since)
