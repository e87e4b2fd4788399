"""Pages that only hold others, such as the contacts of a council: they are translated with what they hold."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource


def is_holder(page: Page) -> bool:
    """A type says so with `only_holds_others = True`."""
    return getattr(page, "only_holds_others", False)


def missing_above(page: Page, locale: Locale) -> list[Page]:
    """The pages above that are not translated, from the top down."""
    above = page.get_ancestors().filter(depth__gt=1)
    there = Page.objects.filter(
        locale=locale, translation_key__in=above.values("translation_key"), alias_of=None
    )
    keys = set(there.values_list("translation_key", flat=True))
    return [each for each in above.specific() if each.translation_key not in keys]


def translate_holder(page: Page, locale: Locale, user: AbstractUser | None = None) -> None:
    """In the words of the interface. It goes live when it has all its words, and its English is live."""
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    is_complete = _fill_in(translation)
    translation.save_target(user=user, publish=is_complete and page.live)


def translate_holders_below(page: Page, locale: Locale, user: AbstractUser | None = None) -> None:
    for each in page.get_descendants().specific():
        if is_holder(each):
            translate_holder(each, locale, user)


def _fill_in(translation: Translation) -> bool:
    """Whether every piece has a translation now."""
    is_complete = True
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    for segment in segments.select_related("string"):
        if segment.translation:
            continue
        english = segment.string.data
        with override(translation.target_locale.language_code):
            words = gettext(english) if english else english
        if words == english:
            is_complete = False
            continue
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context_id=segment.context_id,
            defaults={"data": words, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
        )
    return is_complete
