"""The provider may be away, slow or confused: one line, and passwords go on."""

from __future__ import annotations

import json
import time

import pytest
from django.core.cache import cache
from django.test import Client

from cms.accounts.single_sign_on import provider as asking
from tests.accounts.people import PASSWORD, try_password
from tests.accounts.single_sign_on.coming import START, ask, begin, come, is_in, refused, told
from tests.accounts.single_sign_on.provider import Provider

pytestmark = pytest.mark.django_db

DISCOVERY, TOKEN, KEYS = "/.well-known/openid-configuration", "/token", "/keys"
AWAY = "Quay cannot be reached at the moment. Try again later, or sign in with your password."
NOT_TRUSTED = "The answer of Quay could not be trusted, so you are not signed in."


def test_a_provider_that_nobody_can_reach(client: Client, provider, morag, settings) -> None:
    settings.SINGLE_SIGN_ON = {**settings.SINGLE_SIGN_ON, "issuer": "http://127.0.0.1:9"}
    assert told(client, client.get(START)) == AWAY
    assert try_password(client, "morag", PASSWORD)["Location"] == "/admin/"


@pytest.mark.parametrize("path", [DISCOVERY, TOKEN, KEYS])
def test_it_fails_on_the_way(client: Client, provider: Provider, morag, path: str) -> None:
    provider.answers = {path: (503, "", 0)}
    answer = client.get(START) if path == DISCOVERY else come(client)
    assert told(client, answer) == AWAY
    assert not is_in(client)


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


@pytest.mark.parametrize("path", [DISCOVERY, TOKEN, KEYS])
@pytest.mark.parametrize("text", ["<html>", "[]", "null", "7", '"x"', '{"id_token": 7}', '{"keys": 7}', "{"])
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
