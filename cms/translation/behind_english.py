"""A translation is never live while readers cannot see what it was translated from."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.db import models
from django.db.models.signals import post_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail.signals import unpublished

from cms.languages.original import first_locale_id

log = logging.getLogger(__name__)


def is_translation(record: models.Model) -> bool:
    is_translatable = isinstance(record, TranslatableMixin)
    return is_translatable and record.locale_id is not None and record.locale_id != first_locale_id()


def waits_for_english(record: models.Model) -> bool:
    """Whether it is a translation of something that is not live in English, or not there any more."""
    if not is_translation(record):
        return False
    english = type(record)._default_manager.filter(
        translation_key=record.translation_key, locale_id=first_locale_id()
    )
    if isinstance(record, DraftStateMixin):
        english = english.filter(live=True)
    return not english.exists()


def why_it_waits(record: models.Model) -> str:
    """One line for whoever wanted to publish it."""
    words = _("“%(title)s” is not published: its English is not live. Publish that first.")
    return words % {"title": title_of(record)}


def title_of(record: models.Model) -> str:
    return record.get_admin_display_title() if isinstance(record, Page) else str(record)


def connect(every: Iterable[type[models.Model]]) -> None:
    """Once, when all models are known: whatever goes live passes one of these."""
    for model in every:
        if issubclass(model, TranslatableMixin) and issubclass(model, DraftStateMixin):
            _hold_back(model)
            name = model._meta.label_lower
            pre_save.connect(_stays_a_draft, sender=model, dispatch_uid=f"stays_a_draft.{name}")
            if model is Page or not issubclass(model, Page):
                post_delete.connect(_english_is_gone, sender=model, dispatch_uid=f"english_is_gone.{name}")
    unpublished.connect(_english_is_gone, dispatch_uid="english_is_gone")


def _hold_back(model: type[DraftStateMixin]) -> None:
    """Publishing by a button, by approval, by the clock and by a program all come through here.

    It is no error: the clock tries again each minute, until the English is live.
    """
    if getattr(model.publish, "waits_for_english", False):
        return
    publish = model.publish

    @wraps(publish)
    def publish_behind_english(self: DraftStateMixin, *args: Any, **kwargs: Any) -> Any:
        if waits_for_english(self):
            log.warning("Not published before its English: %s %s", self._meta.label_lower, self.pk)
            return None
        return publish(self, *args, **kwargs)

    publish_behind_english.waits_for_english = True
    model.publish = publish_behind_english


def _stays_a_draft(instance: DraftStateMixin, raw: bool = False, **_signal: Any) -> None:
    """wagtail-localize sets `live` by itself on what it makes."""
    if not raw and instance.live and waits_for_english(instance):
        instance.live = False


def _english_is_gone(instance: models.Model, **_signal: Any) -> None:
    """Taken down or deleted, in whatever way: its translations go with it."""
    if not isinstance(instance, TranslatableMixin) or instance.locale_id != first_locale_id():
        return
    model = Page if isinstance(instance, Page) else type(instance)
    translations = model._default_manager.filter(translation_key=instance.translation_key, live=True)
    for translation in translations.exclude(locale_id=first_locale_id()):
        translation.unpublish()
