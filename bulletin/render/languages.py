"""The languages of a mail as HTML names them."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, Page

from cms.page_cache.generation import kept


def html_language(code: str) -> str:
    """ "en-gb" as "en-GB"."""
    language, _dash, region = code.partition("-")
    return f"{language}-{region.upper()}" if region else language


def foreign_language(page: Page | None) -> str:
    """The language of a page where it is not the one the mail is made in; else ""."""
    if page is None:
        return ""
    codes = kept("languages of pages", lambda: dict(Locale.objects.values_list("pk", "language_code")))
    code = codes.get(page.locale_id, "")
    is_active = code == get_supported_content_language_variant(get_language() or settings.LANGUAGE_CODE)
    return "" if is_active else html_language(code)
