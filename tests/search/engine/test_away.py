"""Whatever the engine does, readers get an answer within a second."""

from __future__ import annotations

import json
import socket
from time import perf_counter, sleep
from typing import Any

import pytest
from django.test import Client

from cms.settings.addresses import search_engine
from search.engine import breaker
from search.engine.connection import EngineAway, engine
from search.results import find
from tests.search.engine.silent import closed_port, http, server_that_says

pytestmark = pytest.mark.django_db

EMPTY = {"took": 1, "timed_out": False, "_shards": {"total": 1, "successful": 1, "skipped": 0, "failed": 0}}
HAS_NONE = {"aggregations": {"has": {"has": {"doc_count": 0}}}, "hits": {"hits": []}}


def responses(*parts: dict[str, Any]) -> bytes:
    return http(json.dumps({"took": 1, "responses": list(parts)}))


ANSWERS = {
    "nothing ever": None,
    "not even http": b"what?\r\n",
    "half a line": b"HTTP/1.1 200",
    "a page of something else": http("<html>It works!</html>", is_elastic=False),
    "no json": http("<html>"),
    "another json": http('{"hello": 1}'),
    "a list": http("[1]"),
    "too many": http("{}", "429 Too Many Requests"),
    "an error": http('{"error": {"type": "cluster_block_exception"}}', "503 Service Unavailable"),
    "no right": http('{"error": {"type": "security_exception"}}', "401 Unauthorized"),
    "no index": responses({"error": {"type": "index_not_found_exception"}, "status": 404}),
    "half an answer": responses({**EMPTY, **HAS_NONE, "timed_out": True}),
    "a shard that is gone": responses({**EMPTY, **HAS_NONE, "_shards": {"failed": 1}}),
    "an empty index": responses({**EMPTY, **HAS_NONE}, {**EMPTY, **HAS_NONE}),
    "hits without anything": responses({**EMPTY, **HAS_NONE, "hits": {"hits": [{"_id": "1"}]}}),
}


def use(settings: Any, address: str) -> None:
    for key, value in search_engine(address).items():
        setattr(settings, key, value)


@pytest.fixture
def of_database(demo_site: None, client: Client) -> list[int]:
    client.get("/search/?q=privacy")  # what a new process does once is not counted below
    return [match.pk for match in find("privacy", "en-gb").everything]


@pytest.mark.parametrize("name", ANSWERS)
def test_the_database_answers_within_a_second(client: Client, settings, of_database, name: str) -> None:
    with server_that_says(ANSWERS[name]) as address:
        use(settings, address)
        began = perf_counter()
        response = client.get("/search/?q=privacy")
        took = perf_counter() - began
    assert response.status_code == 200
    assert [match.pk for match in response.context["found"].everything] == of_database != []
    assert took < 1


def test_who_has_waited_in_vain_does_not_wait_again_for_another_spelling(settings, of_database) -> None:
    with server_that_says(None) as address:
        use(settings, address)
        assert find("privcy", "en-gb").spelling == "privacy"
        assert engine().breaker.failures == 1


def test_a_host_whose_name_is_not_found_in_time_is_not_waited_for(
    client: Client, settings, of_database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = socket.getaddrinfo

    def slowly(host: str, *more: Any, **others: Any) -> Any:
        sleep(2 if host == "engine.example" else 0)
        return ask(host, *more, **others)

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    use(settings, "http://engine.example:9200")
    began = perf_counter()
    response = client.get("/search/?q=privacy")
    took = perf_counter() - began
    assert [match.pk for match in response.context["found"].everything] == of_database
    assert took < 1


def test_an_answer_that_trickles_in_is_not_waited_for(client: Client, settings, of_database) -> None:
    with server_that_says(responses({**EMPTY, **HAS_NONE}) + b" " * 10_000, pause=0.05) as address:
        use(settings, address)
        began = perf_counter()
        assert client.get("/search/?q=privacy").context["found"].everything
        assert perf_counter() - began < 1


def test_a_closed_port_costs_nothing(client: Client, settings, of_database) -> None:
    use(settings, closed_port())
    assert [match.pk for match in find("privacy", "en-gb").everything] == of_database


def test_an_engine_that_is_slow_is_left_alone_after_some_tries(settings, of_database) -> None:
    with server_that_says(None) as address:
        use(settings, address)
        for _ in range(breaker.FAILURES):
            find("privacy", "en-gb")
        assert engine().breaker.is_open
        with pytest.raises(EngineAway, match="resting"), engine().asked():
            pytest.fail("it is asked all the same")
        began = perf_counter()
        assert [match.pk for match in find("privacy", "en-gb").everything] == of_database
        assert perf_counter() - began < 0.3


def test_the_log_names_no_words_and_no_password(settings, of_database, caplog) -> None:
    with server_that_says(None) as address:
        use(settings, address.replace("//", "//name:secret-word@"))
        for _ in range(breaker.FAILURES + 2):
            find("privacy", "en-gb")
    assert len(caplog.records) == 1
    assert "away" in caplog.text
    assert "privacy" not in caplog.text and "secret-word" not in caplog.text
