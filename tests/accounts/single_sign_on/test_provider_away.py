"""The provider may be away, slow or confused: one line, and passwords go on."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from django.core.cache import cache
from django.test import Client

from cms.accounts.single_sign_on import provider as asking
from cms.page_cache.forgiving import absence
from cms.settings.parts.connections import cache_settings
from tests.accounts.people import PASSWORD, try_password
from tests.accounts.single_sign_on.coming import START, ask, begin, come, is_in, refused, told
from tests.accounts.single_sign_on.provider import Provider

pytestmark = pytest.mark.django_db

OURS = "cms.accounts.single_sign_on"
DISCOVERY, TOKEN, KEYS = "/.well-known/openid-configuration", "/token", "/keys"
AWAY = "Quay cannot be reached at the moment. Try again later, or sign in with your password."
NOT_TRUSTED = "The answer of Quay could not be trusted, so you are not signed in."


def test_a_provider_that_nobody_can_reach(client: Client, provider, morag, settings) -> None:
    settings.SINGLE_SIGN_ON = {**settings.SINGLE_SIGN_ON, "issuer": "http://127.0.0.1:9"}
    assert told(client, client.get(START)) == AWAY
    assert try_password(client, "morag", PASSWORD)["Location"] == "/admin/"


@pytest.mark.parametrize(("path", "line"), [(DISCOVERY, AWAY), (TOKEN, NOT_TRUSTED), (KEYS, NOT_TRUSTED)])
def test_it_fails_on_the_way(client: Client, provider: Provider, morag, path: str, line: str) -> None:
    provider.answers = {path: (503, "", 0)}
    answer = client.get(START) if path == DISCOVERY else come(client)
    assert told(client, answer) == line
    assert not is_in(client)


@pytest.mark.parametrize(
    ("status", "text"), [(503, "{}"), (400, "<html>"), (200, '{"error": "invalid_grant"}')]
)
def test_a_stranger_with_a_made_up_code_closes_it_for_nobody(
    client: Client, provider: Provider, morag, status: int, text: str
) -> None:
    stranger = Client()
    back = ask(begin(stranger)).replace("code=code-0", "code=made-up")
    provider.answers = {TOKEN: (status, text, 0)}
    assert told(stranger, stranger.get(back)) == NOT_TRUSTED
    provider.answers = {}
    assert come(client)["Location"] == "/admin/"


def test_a_slow_one_is_waited_for_only_a_few_seconds(
    client: Client, provider: Provider, morag, monkeypatch
) -> None:
    assert max(asking.TIMEOUT) <= 5
    monkeypatch.setattr(asking, "TIMEOUT", (0.2, 0.2))
    back = ask(begin(client))
    provider.answers = {TOKEN: (200, "{}", 1.5)}
    started = time.monotonic()
    assert told(client, client.get(back)) == AWAY
    assert time.monotonic() - started < 1.4


def test_while_it_is_away_it_is_not_asked_again_at_once(client: Client, provider: Provider, morag) -> None:
    provider.answers = {DISCOVERY: (503, "", 0)}
    for _try in range(3):
        assert told(client, client.get(START)) == AWAY
    assert provider.asked == [DISCOVERY]
    provider.answers = {}
    cache.clear()  # a quarter of a minute later
    assert come(client)["Location"] == "/admin/"


def test_nor_is_one_that_says_something_false_of_itself(client: Client, provider: Provider) -> None:
    provider.discovery = {"issuer": "https://elsewhere.example"}
    for _try in range(3):
        assert told(client, client.get(START)) == NOT_TRUSTED
    assert provider.asked == [DISCOVERY]


def test_an_answer_that_comes_by_drips_is_not_waited_for(
    client: Client, provider: Provider, monkeypatch
) -> None:
    monkeypatch.setattr("cms.accounts.single_sign_on.discovery.LONGEST", 0.3, raising=False)
    provider.drips = {DISCOVERY}
    for _try in range(2):
        assert told(client, client.get(START)) == AWAY
    assert provider.asked == [DISCOVERY]


@contextmanager
def another_who_asks(provider: Provider) -> Iterator[None]:
    """Somebody whose request waits for the document of discovery."""
    before = len(provider.asked)
    provider.answers = {DISCOVERY: (200, json.dumps(provider.says_of_itself()), 0.6)}
    thread = Thread(target=asking.client)
    thread.start()
    while len(provider.asked) == before:
        time.sleep(0.01)
    yield
    thread.join()


def test_one_asks_at_a_time_so_that_a_slow_one_holds_one_thread(
    client: Client, provider: Provider, morag
) -> None:
    with another_who_asks(provider):
        assert told(client, client.get(START)) == AWAY
    assert come(client)["Location"] == "/admin/"
    assert provider.asked.count(DISCOVERY) == 1


def test_who_knows_it_goes_on_while_another_asks_anew(
    client: Client, provider: Provider, morag, monkeypatch
) -> None:
    begin(client)
    later = time.time() + asking.KEPT
    monkeypatch.setattr(asking.time, "time", lambda: later)
    with another_who_asks(provider):
        assert come(client)["Location"] == "/admin/"
    assert provider.asked.count(DISCOVERY) == 2


def test_while_redis_is_away_it_is_asked_all_the_same(client: Client, provider: Provider, settings) -> None:
    settings.CACHES = cache_settings("redis://127.0.0.1:9/0")
    led = begin(client)
    absence.end()
    assert led.startswith(provider.address)


def test_operators_are_called_for_what_strangers_cannot_bring_about(
    client: Client, provider: Provider, caplog, monkeypatch
) -> None:
    client.get(ask(begin(client)).replace("code=code-0", "code=made-up"))
    provider.discovery = {"issuer": None}
    later = time.time() + asking.KEPT
    monkeypatch.setattr(asking.time, "time", lambda: later)
    client.get(START)
    client.get(START)
    lines = [
        (one.levelname, one.getMessage().partition("(")[2]) for one in caplog.records if OURS in one.name
    ]
    assert lines == [
        ("WARNING", "faulty invalid_grant)"),
        ("ERROR", "faulty issuer of the discovery document)"),
        ("WARNING", "faulty not asked again)"),
    ]


@pytest.mark.parametrize("path", [DISCOVERY, TOKEN, KEYS])
@pytest.mark.parametrize(
    "text",
    ["<html>", "[]", "null", "7", '"x"', '{"id_token": 7}', '{"keys": 7}', "{", "{}", '{"error": ["x"]}'],
)
def test_nonsense_is_one_line_and_no_fault_of_ours(
    client: Client, provider: Provider, morag, path: str, text: str
) -> None:
    provider.answers = {path: (200, text, 0)}
    answer = client.get(START) if path == DISCOVERY else come(client)
    assert told(client, answer) == NOT_TRUSTED
    assert not is_in(client)


def test_a_token_that_is_none(client: Client, provider: Provider, morag) -> None:
    for token in ("", "a.b", "a.b.c", "....", "é.é.é"):
        said = {"access_token": "x", "token_type": "Bearer", "id_token": token}
        provider.answers = {TOKEN: (200, json.dumps(said), 0)}
        assert refused(client) == NOT_TRUSTED


def test_an_answer_that_leads_elsewhere_is_not_followed(client: Client, provider: Provider) -> None:
    provider.answers = {DISCOVERY: (302, f"{provider.address}/elsewhere", 0)}
    assert told(client, client.get(START)) == NOT_TRUSTED
    assert "/elsewhere" not in provider.asked


def test_its_document_is_read_once_and_again_after_an_hour(
    client: Client, provider: Provider, monkeypatch
) -> None:
    begin(client)
    begin(client)
    assert provider.asked == [DISCOVERY]
    later = time.time() + asking.KEPT
    monkeypatch.setattr(asking.time, "time", lambda: later)
    begin(client)
    assert provider.asked == [DISCOVERY, DISCOVERY]
