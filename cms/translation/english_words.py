"""Keeps, with each saved version of a translation, the digest of the English words it was made from."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.signals import post_save
from wagtail.models import Revision
from wagtail.signals import published
from wagtail_localize.models import Translation, TranslationLog

from cms.translation.behind_english import is_translation
from cms.translation.models import EnglishWords
from cms.translation.state import digest_of, judged, words_of


def connect() -> None:
    post_save.connect(_saved_by_translators, sender=TranslationLog, dispatch_uid="english_words")
    published.connect(_published_by_hand, dispatch_uid="english_words")


def keep_english_words(translation: Translation, revision: Revision | None) -> None:
    words = words_of(translation.source, translation.target_locale_id)
    kept = {"digest": digest_of(words), "by_machine": judged(words).by_machine if translation.enabled else 0}
    EnglishWords.objects.update_or_create(translation=translation, revision=revision, defaults=kept)


def _saved_by_translators(instance: TranslationLog, created: bool, raw: bool, **_signal: Any) -> None:
    if raw or not created:
        return
    translation = instance.source.translations.filter(target_locale_id=instance.locale_id).first()
    if translation:
        keep_english_words(translation, instance.revision)


def _published_by_hand(instance: models.Model, revision: Revision | None = None, **_signal: Any) -> None:
    """Of a translation that was stopped: it is written in the usual editor, after the English of now."""
    if revision is None or not is_translation(instance) or not instance.live:
        return
    stopped = Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=False
    ).select_related("source")
    if (translation := stopped.first()) and not EnglishWords.objects.filter(revision=revision).exists():
        keep_english_words(translation, revision)
