"""Addresses made whole, for everything that is read away from the site."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from resources.handbook.content import Handbook, Passage
from resources.handbook.markup import as_html

T = TypeVar("T")
HOLDING_ADDRESSES = {"a": "href", "img": "src"}


def absolute(book: Handbook, base: str) -> Handbook:
    """Every address of the handbook, in links and in rich text, as seen from `base` of the site."""
    return _whole(book, base)


def _whole(value: T, base: str) -> T:
    if isinstance(value, Passage):
        return Passage(absolute_html(value.html, base))
    if isinstance(value, tuple):
        return tuple(_whole(each, base) for each in value)
    if not is_dataclass(value):
        return value
    changed: dict[str, Any] = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if field.name == "url":
            new = urljoin(base, old) if old else old
        elif isinstance(old, str) or old is None:
            continue
        else:
            new = _whole(old, base)
        if new is not old:
            changed[field.name] = new
    return replace(value, **changed) if changed else value


def absolute_html(html: str, base: str) -> str:
    if "href=" not in html and "src=" not in html:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for name, attribute in HOLDING_ADDRESSES.items():
        for element in soup.find_all(name):
            if element.get(attribute):
                element[attribute] = urljoin(base, element[attribute])
    return as_html(soup)
