"""The record that a translation makes."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.http import Http404
from django.urls import reverse
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation, get_edit_url


def target_of(translation: Translation) -> models.Model:
    """Http404 when it has gone."""
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        raise Http404 from None


def translation_of(record: TranslatableMixin) -> Translation | None:
    """What the translators’ editor knows of a record in another language; also when it was stopped."""
    found = Translation.objects.filter(
        source__object_id=record.translation_key, target_locale_id=record.locale_id
    )
    return found.select_related("source", "target_locale").first()


def edit_url_of(record: models.Model) -> str:
    return get_edit_url(record) or reverse("wagtailadmin_home")
