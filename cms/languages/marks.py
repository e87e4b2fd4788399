"""How readers are told that words or a link are in another language than the page."""

from __future__ import annotations

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from wagtail.models import Locale, TranslatableMixin

from cms.page_cache.generation import kept


def html_language(code: str) -> str:
    """As HTML names it, such as "en-GB"."""
    language, _dash, region = code.partition("-")
    return f"{language}-{region.upper()}" if region else language


def _codes() -> dict[int, str]:
    return kept("languages", lambda: dict(Locale.objects.values_list("pk", "language_code")))


def language_of(record: TranslatableMixin) -> str:
    """The code of its language, without a query."""
    return _codes().get(record.locale_id, settings.LANGUAGE_CODE)


def is_foreign(record: TranslatableMixin | None) -> bool:
    """Whether it is in another language than the one the reader reads in."""
    return record is not None and language_of(record) != (get_language() or settings.LANGUAGE_CODE)


def foreign_language(record: TranslatableMixin | None) -> str:
    """Its language as HTML names it where that is another one than the reader’s; else ""."""
    return html_language(language_of(record)) if record is not None and is_foreign(record) else ""


def lang_of(record: TranslatableMixin | None) -> SafeString | str:
    """The attribute of a passage with its words."""
    language = foreign_language(record)
    return format_html(' lang="{}"', language) if language else ""


def in_english(record: TranslatableMixin | None) -> SafeString | str:
    """What stands after a link to it."""
    if not is_foreign(record) or language_of(record) != settings.LANGUAGE_CODE:
        return ""
    return format_html(' <span class="es_in-english">({})</span>', gettext("in English"))
