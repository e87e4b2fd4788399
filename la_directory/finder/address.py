"""Where the finder is, for pages of other parts that show its form."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cms.languages.original import first_locale_id, in_language
from cms.page_cache.generation import kept
from la_directory.models import DirectoryPage


def find_url(locale_id: int) -> str:
    """The address of the finder, in a language if it is there; empty where readers can open no directory."""
    return kept(("finder address", locale_id), lambda: _find_url(locale_id))


def _find_url(locale_id: int) -> str:
    pages = DirectoryPage.objects.live().public().filter(locale_id=first_locale_id()).order_by("path")
    page = next(iter(in_language(pages[:1], locale_id)), None)
    return page.find_url if page else ""


def find_form(locale_id: int) -> SafeString | str:
    """The form by itself, as HTML; empty where there is no finder."""
    address = find_url(locale_id)
    return render_to_string("la_directory/find_form.html", {"find_url": address}) if address else ""
