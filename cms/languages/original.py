"""The record a translation was made from, and records as the readers of a language see them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language
from wagtail.models import Locale, Page, TranslatableMixin

from cms.page_cache.generation import kept
from cms.page_cache.restrictions import is_restricted

T = TypeVar("T", bound=TranslatableMixin)
KNOWN = "_original"


@cache
def first_locale_id() -> int:
    """Of the language in which facts are written."""
    return Locale.get_default().pk


def forget_first_locale(**_signal: Any) -> None:
    first_locale_id.cache_clear()


def active_locale_id() -> int:
    """Of the language the reader reads in."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return first_locale_id()
    return kept(("locale", language), lambda: _locale_id(language)) or first_locale_id()


def _locale_id(language: str) -> int | None:
    return Locale.objects.filter(language_code=language).values_list("pk", flat=True).first()


def original_of(record: T) -> T | None:
    """The record in the first language; None where `record` is it, or where there is none any more."""
    state = record.__dict__
    if KNOWN not in state:
        is_first = record.locale_id is None or record.locale_id == first_locale_id()
        state[KNOWN] = None if is_first else _originals(type(record)).filter(**_key(record)).first()
    return state[KNOWN]


def know_original(record: T, original: T) -> None:
    """Whoever has both at hand spares `record` from looking it up."""
    record.__dict__[KNOWN] = original


def source_of(record: T) -> T:
    """The record in the first language, which may be `record`."""
    return original_of(record) or record


def in_language(records: Iterable[T], locale_id: int) -> list[T]:
    """Each record of the first language in the other one where readers can open it; one query, or none.

    What is not translated stays, so that no reader misses a record for the language they read in.
    """
    records = list(records)
    if not records or locale_id == first_locale_id():
        return records
    keys = [record.translation_key for record in records]
    translated = _originals(type(records[0])).filter(locale_id=locale_id, translation_key__in=keys)
    found = {record.translation_key: record for record in translated if _is_public(record)}
    for original in records:
        if original.translation_key in found:
            know_original(found[original.translation_key], original)
    return [found.get(record.translation_key, record) for record in records]


class Localized:
    """A page that finds itself in the reader's language: in one query, or none where it is in that one."""

    @property
    def localized(self) -> Page:
        locale_id = active_locale_id()
        if self.locale_id == locale_id:
            return self
        same = _originals(type(self)).filter(translation_key=self.translation_key, locale_id=locale_id)
        return same.live().first() or self


def _is_public(record: TranslatableMixin) -> bool:
    if isinstance(record, Page) and is_restricted(record):
        return False
    return getattr(record, "live", True)


def _key(record: TranslatableMixin) -> dict[str, Any]:
    return {"translation_key": record.translation_key, "locale_id": first_locale_id()}


def _originals(model: type[T]) -> QuerySet[T]:
    return model._default_manager.order_by()
