"""A question as the engine takes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from search.question import Question, Stems, Term

TITLE, BODY = 8, 1  # what a stem is worth there, as in search.database
# How many entries the index has in this language comes with each answer, so that a half-built one is noticed.
HAS = "has"

Body = dict[str, Any]


def body_of(question: Question, language: str, most: int) -> Body:
    """Stems go in as values, never as the syntax of a query."""
    return {
        "query": {
            "bool": {
                "filter": [{"term": {"language": language}}],
                ("should" if question.is_loose else "must"): [_term(term) for term in question.terms],
                "minimum_should_match": 1 if question.is_loose else 0,
            }
        },
        "size": most,
        "track_total_hits": False,
        "aggs": {
            HAS: {"global": {}, "aggs": {HAS: {"filter": {"term": {"language": language}}}}},
        },
    }


def _term(term: Term) -> Body:
    return {"bool": {"should": [each for row in term.alternatives for each in _row(row)]}}


def _row(row: Stems) -> Iterator[Body]:
    for field, worth in (("title", TITLE), ("body", BODY)):
        if len(row) == 1:
            yield {"term": {field: {"value": row[0], "boost": worth}}}
        else:
            yield {"match_phrase": {field: {"query": " ".join(row), "boost": worth}}}
