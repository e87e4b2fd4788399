"""Looking for stems in the database, with the index that Wagtail keeps of every searched model.

Wagtail's own way of asking it sorts by a look-up for each row, which takes seconds among 10,000 pages on
SQLite. So the same tables are asked with one statement for each database.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.search.models import IndexEntry

from search.match import Match
from search.models import Entry
from search.question import Question, Stems

MOST = 10_000
INDEX, ENTRY = IndexEntry._meta.db_table, Entry._meta.db_table
COLUMNS = """
    e.id, e.page_id, e.kind, e.heading, e.title, e.council, e.is_news, e.address, CAST(e.audiences AS TEXT)
"""
# A stem in the title counts for as much as eight in the text.
SQLITE = f"""
    SELECT {COLUMNS}, CAST(e.day AS TEXT), -bm25({INDEX}_fts, 0.0, 1.0, 8.0) AS score
    FROM {INDEX}_fts JOIN {INDEX} i ON i.id = {INDEX}_fts.rowid
    JOIN {ENTRY} e ON e.id = CAST(i.object_id AS INTEGER)
    WHERE {INDEX}_fts MATCH %s AND i.content_type_id = %s AND e.language = %s
    ORDER BY score DESC, e.id LIMIT {MOST}
"""  # noqa: S608  names of tables, nothing from outside
POSTGRESQL = f"""
    SELECT {COLUMNS}, to_char(e.day, 'YYYY-MM-DD'),
        ts_rank('{{0.12, 0.12, 0.12, 1.0}}', i.title || i.body, asked, 1) AS score
    FROM {INDEX} i JOIN {ENTRY} e ON e.id = i.object_id::integer, to_tsquery('simple', %s) asked
    WHERE (i.title || i.body) @@ asked AND i.content_type_id = %s AND e.language = %s
    ORDER BY score DESC, e.id LIMIT {MOST}
"""  # noqa: S608  as above


def matches(question: Question, language: str) -> list[Match]:
    """The best first, and no more than MOST."""
    if not question.terms:
        return []
    statement, asked = (
        (POSTGRESQL, _for_postgresql(question))
        if connection.vendor == "postgresql"
        else (SQLITE, _for_sqlite(question))
    )
    content_type = ContentType.objects.get_for_model(Entry)
    with connection.cursor() as cursor:
        cursor.execute(statement, [asked, content_type.pk, language])
        return list(map(_match, cursor.fetchall()))


def _match(row: tuple[Any, ...]) -> Match:
    *start, is_news, address, audiences, day, score = row
    return Match(*start, _list(audiences), _date(day), bool(is_news), address, score)


# There are many matches and few lists and dates: each is read from its text once.
@lru_cache(maxsize=1000)
def _list(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(maxsize=10_000)
def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _for_sqlite(question: Question) -> str:
    def phrase(row: Stems) -> str:
        return f'"{" ".join(row)}"'

    joined = " OR " if question.is_loose else " AND "
    return "{title body} : (" + joined.join(_alternatives(question, phrase, " OR ")) + ")"


def _for_postgresql(question: Question) -> str:
    def phrase(row: Stems) -> str:
        return " <-> ".join(f"'{stem}'" for stem in row)

    return (" | " if question.is_loose else " & ").join(_alternatives(question, phrase, " | "))


def _alternatives(question: Question, phrase: Any, either: str) -> Iterator[str]:
    for term in question.terms:
        yield f"({either.join(f'({phrase(row)})' for row in term.alternatives)})"
