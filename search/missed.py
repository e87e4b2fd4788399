"""Counting what is looked for in vain, without anything that could be somebody's."""

from __future__ import annotations

import re
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from search.models import MissedSearch
from search.words import folded

KEPT = timedelta(days=365)
MOST_A_DAY = 1000  # different words
SOMEBODY = re.compile(
    r"""\S+\s*@\s*\S+                                # an address of e-mail
    | \b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b          # a postcode
    | \b[a-z]{2}\s*(?:\d\s*){6}[a-d]?\b              # a number of National Insurance
    | (?:\+|\b)\d[\d\s()./\u2010-\u2015-]{4,}\d  # a telephone, or any other long number
    """,
    re.VERBOSE,
)


def counted_words(words: str) -> str:
    """In small letters, without accents, postcodes, e-mail addresses and long numbers."""
    return " ".join(SOMEBODY.sub(" ", folded(words)).split())[:200]


def count(words: str, language: str) -> None:
    """A search never fails for the sake of being counted."""
    normal = counted_words(words)
    if not normal:
        return
    row = {"day": timezone.localdate(), "language": language, "words": normal}
    try:
        with transaction.atomic():
            if MissedSearch.objects.filter(**row).update(number=F("number") + 1):
                return
            if MissedSearch.objects.filter(day=row["day"]).count() < MOST_A_DAY:
                MissedSearch.objects.create(**row)
    except DatabaseError:
        return


def forget_old() -> None:
    MissedSearch.objects.filter(day__lt=timezone.localdate() - KEPT).delete()
