"""Words of records in another language than the reader's: said to be so, and links to them marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import TranslatableMixin

from cms.languages.marks import html_language, in_english, language_of
from cms.languages.original import first_locale_id, in_language, source_of
from cms.page_cache.generation import kept

if TYPE_CHECKING:
    from la_directory.models import CouncilPage

ENGLISH, GAELIC = settings.LANGUAGE_CODE, "gd"
Words = SafeString | str
T = TypeVar("T", bound=TranslatableMixin)


def kept_in_language(records: Iterable[T], locale_id: int) -> list[T]:
    """As `in_language` gives them; the query is made once for each change of content."""
    records = list(records)
    if not records or locale_id == first_locale_id():
        return records
    name = ("in a language", locale_id, type(records[0])._meta.label, *(record.pk for record in records))
    return kept(name, lambda: in_language(records, locale_id))


def lang(code: str) -> Words:
    """The attribute of words in a language; "" where it is the reader's."""
    is_here = code == (get_language() or settings.LANGUAGE_CODE)
    return "" if is_here else format_html(' lang="{}"', html_language(code))


def passage(words: Any, code: str) -> Words:
    """Words in a language, which is said where it is not the reader's."""
    attribute = lang(code)
    return format_html("<span{}>{}</span>", attribute, words) if attribute and words else words


def words_of(words: Any, record: TranslatableMixin) -> Words:
    """Words that stand in a record."""
    return passage(words, language_of(record))


def facts_lang(record: TranslatableMixin) -> Words:
    """The attribute of facts that have words, such as an address: they are written in the first language."""
    return lang(language_of(source_of(record)))


def link_words(words: Words, record: TranslatableMixin) -> Words:
    """The words of a link to a page, which may be in English only."""
    mark = in_english(record)
    return format_html("{}{}", words, mark) if mark else words


def language_of_title(council: CouncilPage) -> str:
    """Of a council whose own name is Gaelic, the English page has it for its title, too."""
    return GAELIC if has_gaelic_name(council) else language_of(council)


def language_of_official_name(council: CouncilPage) -> str:
    return GAELIC if has_gaelic_name(council) else language_of(source_of(council))


def has_gaelic_name(council: CouncilPage) -> bool:
    """Whether it is its official one."""
    return bool(council.gaelic_name) and council.official_name == council.gaelic_name


def council_name(council: CouncilPage) -> Words:
    return passage(council.title, language_of_title(council))


def official_name(council: CouncilPage) -> Words:
    """In Gaelic its Gaelic one, where it has one."""
    if council.gaelic_name and get_language() == GAELIC:
        return council.gaelic_name
    return passage(council.official_name, language_of_official_name(council))


def checked_by(name: str, council: CouncilPage) -> str:
    """Who has checked a record of a council; in Gaelic the council by its Gaelic name."""
    is_gaelic = name == council.official_name and bool(council.gaelic_name) and get_language() == GAELIC
    return council.gaelic_name if is_gaelic else name


def council_link(council: CouncilPage) -> Words:
    """The words of a link to the page of a council."""
    return link_words(council_name(council), council)
