"""Who answers: the engine where there is one that can, else the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from search import database
from search.engine.asking import MOST_WITH_SOME, matches
from search.engine.connection import EngineAway, engine
from search.match import Match
from search.question import Question


@dataclass(frozen=True)
class Answer:
    """The pages with all terms, and on demand the best with some of them."""

    with_all: list[Match]
    with_some: Callable[[], list[Match]]
    is_of_engine: bool = False


def answer_to(question: Question, language: str, may_ask_engine: bool = True) -> Answer:
    """The engine is asked once for both; the database only for what is wanted.

    A reader who has waited for the engine in vain does not wait again for another spelling.
    """
    answer = _of_engine(question, language) if may_ask_engine else None
    return answer or Answer(
        database.matches(question, language),
        lambda: database.matches(question.loose, language)[:MOST_WITH_SOME],
    )


def _of_engine(question: Question, language: str) -> Answer | None:
    """None where it cannot answer."""
    asked = engine()
    if asked is None or not question.terms:
        return None
    questions = [question, question.loose] if len(question.terms) > 1 else [question]
    try:
        with_all, *with_some = matches(asked, questions, language)
    except EngineAway:
        return None
    return Answer(with_all, lambda: with_some[0] if with_some else [], is_of_engine=True)
