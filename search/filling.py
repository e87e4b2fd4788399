"""Making entries from pages: what readers can open is found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import translation
from wagtail.models import Locale, Page

from cms.pages.privacy import ReadablePageQuerySet
from cms.pages.search_entries import search_entry_of
from search.models import Entry
from search.vocabulary import count_words
from search.writing import Changes, entry_of, remove, write

AT_ONCE = 100


def refresh(page: Page) -> Changes:
    """With its translations, which tell its facts."""
    return _fill(Page.objects.filter(translation_key=page.translation_key))


def refresh_below(page: Page) -> Changes:
    """The page and all below it: their addresses, their trail, and what they take from pages above."""
    return _fill(Page.objects.filter(path__startswith=page.path))


def refresh_all() -> Changes:
    """With the words of all entries counted anew."""
    changes = _fill(Page.objects.all())
    count_words()
    return changes


def refresh_if_empty() -> None:
    """A site whose search is new has entries without waiting for the night."""
    if not Entry.objects.exists():
        refresh_all()


def readable() -> ReadablePageQuerySet:
    return ReadablePageQuerySet(Page).live().public().filter(depth__gt=1)


def _fill(pages: QuerySet[Page]) -> Changes:
    """Compares the entries of these pages with what they should be, and writes what differs."""
    keys = list(readable().filter(pk__in=pages.values("pk")).order_by("path").values_list("pk", flat=True))
    written, kept = 0, []
    for start in range(0, len(keys), AT_ONCE):
        some = Page.objects.filter(pk__in=keys[start : start + AT_ONCE]).order_by("path").specific()
        made = list(_made(list(some)))
        written += write(made, "page")
        kept += [entry.page_id for entry in made]
    return Changes(written, remove(Entry.objects.filter(page__in=pages.values("pk")).exclude(page__in=kept)))


def _made(pages: list[Page]) -> Iterator[Entry]:
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    above = {path for page in pages for path in _paths_above(page)}
    titles = dict(Page.objects.filter(path__in=above).values_list("path", "title"))
    for page in pages:
        language = languages[page.locale_id]
        with translation.override(language):
            address, words = page.get_url(), search_entry_of(page)
            if address and words:
                trail = " › ".join(titles[path] for path in _paths_above(page) if path in titles)
                yield entry_of(words, address, trail, language, page_id=page.pk)


def _paths_above(page: Page) -> list[str]:
    """Without the root of all pages and the home page, above which nothing is."""
    return [page.path[:length] for length in range(3 * page.steplen, len(page.path), page.steplen)]
