"""Gaelic made as translators make it, with words that say which English they stand for."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.factories.pages import home_page


def gaelic() -> Locale:
    return Locale.objects.get(language_code="gd")


def begin(record: models.Model) -> Translation:
    """As the button does: a draft in which nothing is translated yet, and the pages above it before."""
    if isinstance(record, Page):
        for above in record.get_ancestors().filter(depth__gt=1).specific():
            if not above.has_translation(gaelic()):
                translate(above)
    source, _created = TranslationSource.update_or_create_from_instance(record)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=gaelic())
    translation.save_target(publish=not hasattr(record, "live"))
    return translation


def fill(translation: Translation, kind: str = "manual", prefix: str = "GD ") -> None:
    """A translation for every piece that has none."""
    for segment in translation.source.stringsegment_set.select_related("string"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context_id=segment.context_id,
            locale=translation.target_locale,
            defaults={"data": f"{prefix}{segment.string.data}", "translation_type": kind},
        )


def translate(record: models.Model, kind: str = "manual") -> Translation:
    """Translated and published. The commit that publishes never comes in a test, so this stands for it."""
    translation = begin(record)
    fill(translation, kind)
    save(translation)
    return translation


def save(translation: Translation) -> None:
    """As “Publish in Gaelic” does."""
    translation = Translation.objects.get(pk=translation.pk)
    translation.save_target(publish=True)
    target = translation.get_target_instance()
    if hasattr(target, "live"):
        target.latest_revision.publish()


def target(translation: Translation) -> Any:
    """The Gaelic record as it is in the database now."""
    return translation.get_target_instance()


def gaelic_home() -> Page:
    home = home_page()
    if not home.has_translation(gaelic()):
        translate(home)
    return home.get_translation(gaelic())
