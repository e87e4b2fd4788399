"""The engine finds what the database finds."""

from __future__ import annotations

import pytest

from search import database
from search.engine import asking
from search.engine.connection import Engine
from search.question import question_of
from search.results import find
from tests.search.judged import questions

pytestmark = [pytest.mark.django_db, pytest.mark.service]

SOME = [each.question for each in questions()][:60]
MORE = ['"no one left behind"', "ferries", "failte", "jobs and training", "NOLB", "childcare glasgow"]


@pytest.mark.parametrize("is_loose", [False, True])
def test_both_find_the_same(filled_engine: Engine, is_loose: bool) -> None:
    differ = {}
    for words in [*SOME, *MORE]:
        question = question_of(words)
        question = question.loose if is_loose else question
        (of_engine,) = asking.matches(filled_engine, [question], "en-gb")
        of_database = database.matches(question, "en-gb")
        found = {match.pk: match._replace(score=0.0) for match in of_engine}
        expected = {match.pk: match._replace(score=0.0) for match in of_database}
        if is_loose and len(expected) > asking.MOST_WITH_SOME:
            expected = {key: expected.get(key) for key in found}
        if found != expected:
            differ[words] = (len(of_engine), len(of_database))
    assert differ == {}


def test_the_first_page_is_the_same_for_most_questions(filled_engine: Engine, settings) -> None:
    of_engine = {words: [match.pk for match in find(words, "en-gb").everything[:1]] for words in SOME}
    settings.ELASTICSEARCH = {}
    of_database = {words: [match.pk for match in find(words, "en-gb").everything[:1]] for words in SOME}
    same = [words for words in SOME if of_engine[words] == of_database[words]]
    assert len(same) >= 0.9 * len(SOME)
