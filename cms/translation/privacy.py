"""Who may read a page may read its translations, and nobody else."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import TranslationSource

from cms.languages.original import first_locale_id


def connect() -> None:
    groups = PageViewRestriction.groups.through
    for signal, sender in (
        (post_save, PageViewRestriction),
        (post_delete, PageViewRestriction),
        (m2m_changed, groups),
    ):
        signal.connect(_changed, sender=sender, dispatch_uid="restrict_translations")


def _changed(instance: PageViewRestriction, raw: bool = False, **_signal: Any) -> None:
    if not raw and isinstance(instance, PageViewRestriction):
        transaction.on_commit(partial(restrict_translations, instance.page_id))


def restrict_translations(key: int) -> None:
    """wagtail-localize does so only when somebody saves the translation."""
    english = Page.objects.filter(pk=key, locale_id=first_locale_id()).first()
    if english:
        for translation in Page.objects.filter(translation_key=english.translation_key).exclude(pk=key):
            TranslationSource().sync_view_restrictions(english, translation)
