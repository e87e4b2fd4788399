"""Looking for stems in the engine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from search.engine.connection import READERS_WAIT, Engine
from search.engine.in_time import in_time
from search.engine.questions import HAS, body_of
from search.match import Match
from search.question import Question
from search.vocabulary import number_of_entries

MOST, MOST_WITH_SOME = 1000, 300
LONGEST_WAIT = READERS_WAIT + 0.2  # seconds, where looking up the host takes its time as well
LEAST_WHOLE = 0.95  # of the entries; with fewer the engine is being filled, or has lost some


class NotWhole(Exception):
    """The index behind the name is not what it should be."""


def matches(engine: Engine, questions: list[Question], language: str) -> list[list[Match]]:
    """What is found for each, the best first, from one request. Raises EngineAway."""
    entries = number_of_entries(language)
    with engine.asked():
        searches = [
            part
            for question in questions
            for part in (
                {"index": engine.alias, "allow_partial_search_results": False},
                body_of(question, language, MOST_WITH_SOME if question.is_loose else MOST),
            )
        ]
        answer = in_time(lambda: engine.client.msearch(searches=searches), LONGEST_WAIT)
        return [_matches(part, entries) for part in answer["responses"]]


def _matches(answer: Mapping[str, Any], entries: int) -> list[Match]:
    if "error" in answer or answer["timed_out"] or answer["_shards"]["failed"]:
        raise NotWhole
    if answer["aggregations"][HAS][HAS]["doc_count"] < LEAST_WHOLE * entries:
        raise NotWhole
    return [_match(hit) for hit in answer["hits"]["hits"]]


def _match(hit: Mapping[str, Any]) -> Match:
    source = hit["_source"]
    return Match(
        pk=int(hit["_id"]),
        page_id=source["page_id"],
        kind=source["kind"],
        heading=source["heading"],
        title=source["title"],
        council=source["council"],
        audiences=tuple(source["audiences"]),
        day=date.fromisoformat(source["day"]) if source["day"] else None,
        is_news=source["is_news"],
        address=source["address"],
        score=hit["_score"],
    )
