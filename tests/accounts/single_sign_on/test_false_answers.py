"""What is not a genuine answer of the provider to this browser signs nobody in."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.test import Client
from joserfc import jwk

from cms.accounts.models import Identity
from cms.accounts.single_sign_on.discovery import believed
from cms.accounts.single_sign_on.refusals import Reason, Refusal
from tests.accounts.single_sign_on.coming import CALLBACK, ask, begin, come, is_in, refused, told
from tests.accounts.single_sign_on.provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    KEY,
    OTHER_KEY,
    Provider,
    running_provider,
)

pytestmark = pytest.mark.django_db

ENDPOINTS = ["authorization_endpoint", "token_endpoint", "jwks_uri"]
NOT_TRUSTED = "The answer of Quay could not be trusted, so you are not signed in."


def assert_nobody_came_in(client: Client, line: str = NOT_TRUSTED) -> None:
    assert refused(client) == line
    assert not is_in(client)
    assert not Identity.objects.exists()


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere.example"},
        {"iss": None},
        {"aud": "another-site"},
        {"aud": None},
        {"aud": "another-site", "azp": CLIENT_ID},
        {"aud": [CLIENT_ID, "another-site"], "azp": "another-site"},
        {"nonce": "of another sign-in"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"iat": 4_000_000_000},
        {"sub": None},
        {"sub": ""},
        {"sub": 17},
        {"sub": "x" * 256},
        {"sub": "m\ud800"},
        {"sub": "m\0"},
        {"at_hash": "of another token"},
    ],
    ids=str,
)
def test_a_token_for_somebody_else_or_of_another_time_is_refused(
    client: Client, provider: Provider, morag, claims: dict[str, Any]
) -> None:
    provider.claims = claims
    assert_nobody_came_in(client)


def test_letters_that_no_database_takes_say_nothing(client: Client, provider: Provider, morag) -> None:
    for letter in ("\ud800", "\0"):
        provider.claims = {"email": f"morag{letter}@people.example"}
        assert "does not vouch for your e-mail address" in refused(Client())
    provider.claims = {"groups": ["SG editors", "SG \ud800", "SG \0"], "amr": ["\ud800"]}
    assert come(client)["Location"] == "/admin/"


def test_a_token_that_has_just_run_out_is_taken_for_a_minute(client: Client, provider, morag) -> None:
    provider.claims = {"exp": int(time.time()) - 30}
    assert come(client)["Location"] == "/admin/"
    provider.claims = {"exp": int(time.time()) - 90}
    assert NOT_TRUSTED in refused(Client())


def test_a_signature_with_another_key_is_refused(client: Client, provider: Provider, morag) -> None:
    provider.signing_key = OTHER_KEY
    assert_nobody_came_in(client)


def test_a_key_that_the_provider_does_not_publish_is_refused_after_one_more_look(
    client: Client, provider: Provider, morag
) -> None:
    provider.signing_key, provider.header = OTHER_KEY, {"alg": "RS256", "kid": "second"}
    assert_nobody_came_in(client)
    assert provider.asked.count("/keys") == 2


def test_a_new_key_of_the_provider_is_taken(client: Client, provider: Provider, morag) -> None:
    come(client)
    provider.published_keys = [OTHER_KEY]
    provider.signing_key, provider.header = OTHER_KEY, {"alg": "RS256", "kid": "second"}
    assert come(Client())["Location"] == "/admin/"


@pytest.mark.parametrize(
    ("path", "status"), [("/keys", 302), ("/keys", 308), ("/token", 302), ("/token", 307)]
)
def test_a_server_to_which_the_provider_leads_on_is_not_asked(
    client: Client, provider: Provider, morag, path: str, status: int
) -> None:
    with running_provider() as other:
        other.published_keys = [OTHER_KEY]
        provider.signing_key, provider.header = OTHER_KEY, {"alg": "RS256", "kid": "second"}
        provider.answers = {path: (status, other.address + path, 0)}
        assert_nobody_came_in(client)
        assert other.asked == []


def test_a_token_without_a_signature_is_refused_though_the_provider_says_it_makes_such(
    client: Client, provider: Provider, morag
) -> None:
    provider.header = {"alg": "none"}
    assert_nobody_came_in(client)


@pytest.mark.parametrize("kid", [{}, {"kid": "first"}])
def test_the_public_key_is_no_secret_to_sign_with(client: Client, provider: Provider, morag, kid) -> None:
    provider.header = {"alg": "HS256", **kid}
    provider.signing_key = KEY.as_pem(private=False)
    assert_nobody_came_in(client)


def test_nor_is_the_secret_that_both_sides_know(
    client: Client, provider: Provider, morag, monkeypatch
) -> None:
    provider.header, provider.signing_key = {"alg": "HS256", "kid": "shared"}, CLIENT_SECRET.encode()
    shared = jwk.OctKey.import_key(CLIENT_SECRET, {"kid": "shared"})
    monkeypatch.setattr(provider, "keys", lambda: {"keys": [shared.as_dict()]})
    assert_nobody_came_in(client)


def test_a_provider_that_only_knows_shared_secrets_is_not_asked(client: Client, provider: Provider) -> None:
    provider.discovery = {"id_token_signing_alg_values_supported": ["HS256", "none"]}
    assert told(client, client.get("/admin/single-sign-on/")) == NOT_TRUSTED


@pytest.mark.parametrize(
    "discovery",
    [
        {"issuer": "https://elsewhere.example"},
        {"issuer": None},
        {"token_endpoint": None},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": 7},
        {"token_endpoint_auth_methods_supported": ["private_key_jwt"]},
    ],
    ids=str,
)
def test_a_document_of_discovery_that_is_not_that_of_the_provider_is_not_followed(
    client: Client, provider: Provider, discovery: dict[str, Any]
) -> None:
    provider.discovery = discovery
    assert told(client, client.get("/admin/single-sign-on/")) == NOT_TRUSTED


@pytest.mark.parametrize("name", ENDPOINTS)
def test_a_provider_with_https_leads_nowhere_without_it(provider: Provider, name: str) -> None:
    issuer = "https://login.example"
    said = {"issuer": issuer, **dict.fromkeys(ENDPOINTS, f"{issuer}/x")}
    assert believed(said, issuer).algorithms == ["RS256"]
    with pytest.raises(Refusal):
        believed({**said, name: "http://login.example/x"}, issuer)


@pytest.mark.parametrize("state", ["", "made-up", None])
def test_an_answer_with_another_state_is_refused(client: Client, provider, morag, state: str | None) -> None:
    back = ask(begin(client)).partition("&state=")[0]
    answer = client.get(back if state is None else f"{back}&state={state}")
    assert told(client, answer) == "This sign-in took too long or was begun elsewhere. Begin again."
    assert not is_in(client) and "/token" not in provider.asked


def test_an_answer_counts_once(client: Client, provider, morag) -> None:
    back = ask(begin(client))
    assert client.get(back)["Location"] == "/admin/"
    assert client.get(back)["Location"].startswith("/admin/login/")
    assert provider.asked.count("/token") == 1


def test_a_code_that_the_provider_does_not_know_is_refused(client: Client, provider, morag) -> None:
    back = ask(begin(client)).replace("code=code-0", "code=stolen")
    assert told(client, client.get(back)) == NOT_TRUSTED


def test_who_says_no_at_the_provider_is_told_so(client: Client, provider: Provider, morag) -> None:
    provider.denies = "access_denied"
    assert_nobody_came_in(client, "Quay did not sign you in.")


def test_a_bare_visit_to_the_end_of_the_way_is_no_fault(client: Client, provider) -> None:
    assert "Begin again." in told(client, client.get(CALLBACK))


def test_the_log_says_why_and_names_nobody(client: Client, provider: Provider, morag, caplog) -> None:
    provider.denies = "morag@people.example"
    refused(client)
    provider.denies, provider.claims = "", {"nonce": "morag"}
    refused(client)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("cms.accounts")]
    assert lines == [
        "Single sign-on: nobody was signed in (denied error)",
        "Single sign-on: nobody was signed in (faulty InvalidClaimError)",
    ]


def test_every_reason_has_a_line_without_gaps(provider) -> None:
    for reason in Reason:
        assert "%" not in Refusal(reason).words and Refusal(reason).words.endswith(".")
