"""What is said of words and pages in another language than the one around them."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

ENGLISH = "en-GB"


def in_english(language: str) -> SafeString | str:
    """Behind a link: that it leads to a page in English. Nothing for other languages."""
    if language != ENGLISH:
        return ""
    return format_html(' <span class="es_in-english">({})</span>', _("in English"))
