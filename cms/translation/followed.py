"""When English is published, the translators' editor has its words at once; the translation keeps its own."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import post_save
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail.signals import published
from wagtail_localize.models import StringTranslation, TranslationSource

from cms.languages.middleware import HOME_DEPTH
from cms.languages.original import first_locale_id
from cms.translation.behind_english import is_translation

Place = dict[int, list[int]]


def connect() -> None:
    published.connect(_english_was_published, dispatch_uid="translations_follow")
    for model in apps.get_models():
        if issubclass(model, TranslatableMixin) and not issubclass(model, DraftStateMixin):
            uid = f"translations_follow.{model._meta.label_lower}"
            post_save.connect(_english_was_saved, sender=model, dispatch_uid=uid)


def _english_was_published(instance: models.Model, **_signal: Any) -> None:
    if isinstance(instance, Page) and is_translation(instance):
        # A draft may be older than the address of its English.
        sources = TranslationSource.objects.filter(object_id=instance.translation_key)
        if source := sources.filter(locale_id=first_locale_id()).first():
            transaction.on_commit(lambda: _keep_the_address(source), robust=True)
        return
    if isinstance(instance, TranslatableMixin) and getattr(instance, "live", True):
        _follow(instance)


def _english_was_saved(instance: TranslatableMixin, created: bool, raw: bool, **_signal: Any) -> None:
    """What has no drafts is public with its saving."""
    if not created and not raw:
        _follow(instance)


def _follow(english: TranslatableMixin) -> None:
    """After the commit, and without harm to what was published should it fail: Django writes that down."""
    if english.locale_id != first_locale_id():
        return
    source = TranslationSource.objects.filter(object_id=english.translation_key, locale_id=english.locale_id)
    if key := source.values_list("pk", flat=True).first():
        transaction.on_commit(lambda: bring_up_to_date(key), robust=True)


@transaction.atomic
def bring_up_to_date(key: int) -> None:
    source = TranslationSource.objects.filter(pk=key).first()
    if source is None:
        return
    before = _strings_by_place(source)
    source.update_from_db()
    _keep_old_translations_at_hand(before, _strings_by_place(source))
    _keep_the_address(source)


def _strings_by_place(source: TranslationSource) -> Place:
    """Several strings have one place where they are paragraphs of one text."""
    found: Place = defaultdict(list)
    for context, string in source.stringsegment_set.order_by("order").values_list("context_id", "string_id"):
        found[context].append(string)
    return found


def _keep_old_translations_at_hand(before: Place, after: Place) -> None:
    """wagtail-localize forgets the translation of a sentence in which one letter has changed.

    The translator finds it in its place, marked as one to look at; until then it counts as not translated, so
    it is not taken for a translation of the new sentence.
    """
    for place, strings in after.items():
        gone = [string for string in before.get(place, []) if string not in strings]
        new = [string for string in strings if string not in before.get(place, [])]
        if len(gone) == len(new):
            for old_string, new_string in zip(gone, new, strict=True):
                _offer(place, old_string, new_string)


def _offer(place: int, old_string: int, new_string: int) -> None:
    for old in StringTranslation.objects.filter(translation_of_id=old_string, context_id=place):
        StringTranslation.objects.get_or_create(
            translation_of_id=new_string,
            context_id=place,
            locale_id=old.locale_id,
            defaults={
                "data": old.data,
                "translation_type": old.translation_type,
                "tool_name": old.tool_name,
                "last_translated_by_id": old.last_translated_by_id,
                "has_error": True,
                "field_error": _("The English has changed. Change this, or save it again if it still fits."),
            },
        )


def _keep_the_address(source: TranslationSource) -> None:
    """A page has the same slug in every language, but the home page, which stands beside its English one."""
    english = source.get_source_instance()
    if not isinstance(english, Page) or english.depth <= HOME_DEPTH:
        return
    others = Page.objects.filter(translation_key=english.translation_key).exclude(slug=english.slug)
    for translation in others.specific():
        if not translation.get_siblings(inclusive=False).filter(slug=english.slug).exists():
            translation.slug = english.slug
            translation.save(update_fields=["slug", "url_path"], clean=False)
