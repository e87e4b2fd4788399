"""The languages of a mail as HTML names them."""

from __future__ import annotations

from wagtail.models import Page

from cms.languages.marks import html_language, is_foreign, language_of


def foreign_language(page: Page | None) -> str:
    """The language of a page where it is not the one the mail is made in; else ""."""
    return html_language(language_of(page)) if page is not None and is_foreign(page) else ""
