"""Pages and records in Gaelic, as translators publish them."""

from __future__ import annotations

from typing import Any, TypeVar

from wagtail.models import Locale, Page, TranslatableMixin

from tests.factories.pages import home_page

T = TypeVar("T", bound=TranslatableMixin)


def gaelic() -> Locale:
    """Its home page is live."""
    locale, _made = Locale.objects.get_or_create(language_code="gd")
    home = home_page()
    if not home.has_translation(locale):
        home.copy_for_translation(locale).save_revision().publish()
    return locale


def in_gaelic(record: T, *, live: bool = True, **words: Any) -> T:
    """The record with these words in place of the English ones; pages above it are translated, too."""
    locale = gaelic()
    if isinstance(record, Page):
        for above in record.get_ancestors().filter(depth__gt=2):
            if not above.has_translation(locale):
                in_gaelic(above.specific)
        record = record.specific
    copy = record.copy_for_translation(locale)
    for name, value in words.items():
        setattr(copy, name, value)
    if copy.pk is None:
        copy.save()
    if not hasattr(copy, "save_revision"):
        return copy
    revision = copy.save_revision()
    if live:
        revision.publish()
    return type(copy).objects.get(pk=copy.pk)
