"""Counting the words of all entries, once a night: rare ones say more, and misspelt ones are not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Sum

from cms.page_cache.generation import kept
from search.models import Entry, Word
from search.words import LONGEST, WORD, folded, stem_of

AT_ONCE = 2000  # rows


def count_words() -> None:
    """Anew, and all at once for those who read meanwhile."""
    counted = list(_counted())
    with transaction.atomic():
        Word.objects.all().delete()
        Word.objects.bulk_create(counted, batch_size=AT_ONCE)


def _counted() -> Iterable[Word]:
    words: dict[str, Counter[str]] = {}
    for language, *texts in Entry.objects.values_list(
        "language", "heading", "names", "summary", "text"
    ).iterator():
        found = {word[:LONGEST] for word in WORD.findall(folded("\n".join(texts)))}
        words.setdefault(language, Counter()).update(found)
    for language, numbers in words.items():
        for word, number in numbers.items():
            if stem := stem_of(word):
                yield Word(language=language, word=word, stem=stem, number=number)


def numbers_of(stems: Iterable[str], language: str) -> dict[str, int]:
    """Stem -> about how many entries have it; those without a row have none that is known."""
    rows = Word.objects.filter(language=language, stem__in=list(stems)).values_list("stem")
    return dict(rows.annotate(together=Sum("number")))


def number_of_entries(language: str) -> int:
    return kept(("entries", language), Entry.objects.filter(language=language).count)
