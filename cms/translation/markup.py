"""What translators write is cleaned, by whatever way it comes in: typed, from a PO file, from a program."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from django.db.models.signals import pre_save
from wagtail_localize.models import StringTranslation

DECLARATION = re.compile(r"<[!?]|</\s|</[^a-zA-Z]")


def connect() -> None:
    pre_save.connect(_clean, sender=StringTranslation, dispatch_uid="clean_translations")


def without_hidden_markup(html: str) -> str:
    """Without comments, CDATA sections, declarations and processing instructions.

    wagtail-localize lets through a few inline tags without attributes and refuses all others. It does not
    look into comments, and browsers end a comment earlier than its parser does: a script could hide there.
    """
    if not DECLARATION.search(html):
        return html
    soup = BeautifulSoup(html, "html.parser")
    for part in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        part.extract()
    return str(soup)


def _clean(instance: StringTranslation, **_signal: Any) -> None:
    instance.data = without_hidden_markup(instance.data)
