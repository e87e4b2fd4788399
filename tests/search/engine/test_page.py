"""The search page with an engine behind it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engine import asking
from search.engine.connection import Engine
from search.models import Entry
from search.question import question_of
from search.results import find
from tests.search.test_search import ODD, SYNTAX

pytestmark = [pytest.mark.django_db, pytest.mark.service]


@pytest.fixture
def requests(filled_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the engine is asked meanwhile."""
    asked, perform = [], filled_engine.client.transport.perform_request

    def counted(method: str, target: str, **more: Any) -> Any:
        asked.append(target)
        return perform(method, target, **more)

    monkeypatch.setattr(filled_engine.client.transport, "perform_request", counted)
    return asked


@pytest.mark.parametrize("words", ["privacy", "employability", "glasgow childcare fare", "zzzz privacy"])
def test_a_page_of_results_takes_one_request(client: Client, requests: list[str], words: str) -> None:
    assert client.get("/search/", {"q": words}).context["found"].everything
    assert requests == ["/_msearch"]


def test_a_page_of_results_takes_few_queries(
    client: Client, requests: list[str], django_assert_max_num_queries: Any
) -> None:
    client.get("/search/?q=childcare")
    with django_assert_max_num_queries(8):
        client.get("/search/?q=employability")


def test_what_is_gone_is_not_shown_though_the_engine_still_has_it(filled_engine: Engine) -> None:
    gone = Entry.objects.get(pk=find("privacy", "en-gb").everything[0].pk)
    gone.delete()
    assert gone.heading not in [match.heading for match in find("privacy", "en-gb").everything]
    assert find("employability", "en-gb").page(1, dict.fromkeys(["kind"], "")).object_list


@pytest.mark.parametrize("words", [*ODD, "x" * 200, "x" * 10_000, "\x00", "é", "🙂", "a " * 100])
def test_odd_words_get_an_answer(client: Client, requests: list[str], words: str) -> None:
    assert client.get("/search/", {"q": words}).status_code == 200


@given(words=st.text(max_size=200) | SYNTAX)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_engine_understands_any_question(filled_engine: Engine, words: str) -> None:
    question = question_of(words)
    if question.terms:
        assert len(asking.matches(filled_engine, [question, question.loose], "en-gb")) == 2
