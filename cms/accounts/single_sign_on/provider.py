"""The provider, asked with Authlib: the code flow with PKCE, state and nonce, and a look at its token.

Authlib is loaded with this module, so that a site without single sign-on does not load it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import requests
from authlib.integrations.base_client.errors import MismatchingStateError
from authlib.integrations.django_client import DjangoIntegration, DjangoOAuth2App, OAuthError
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cms.accounts.single_sign_on.claims import Claims, claims_in
from cms.accounts.single_sign_on.discovery import discovered
from cms.accounts.single_sign_on.refusals import Reason, Refusal

log = logging.getLogger(__name__)

NAME = "single_sign_on"
AWAY = "single_sign_on_away"
NOT_ASKED_AGAIN = 15  # seconds, so that a provider that is away does not hold up the web server's threads
TIMEOUT = (3, 5)  # seconds: to connect, and between two parts of an answer
KEPT = 3600  # seconds, so that keys that the provider has withdrawn do not count for longer
LEEWAY = 60  # seconds by which its clock and ours may differ
SAID_BY_ERRORS = {
    *("access_denied", "consent_required", "interaction_required", "invalid_client", "invalid_grant"),
    *("invalid_request", "invalid_scope", "login_required", "server_error", "temporarily_unavailable"),
    *("unauthorized_client", "unsupported_grant_type", "unsupported_response_type"),
}


@lru_cache(maxsize=1)
def _client(issuer: str, client_id: str, client_secret: str, groups_claim: str, hour: int) -> DjangoOAuth2App:
    """With what the provider says of itself, and its keys once they are read."""
    said = discovered(issuer, TIMEOUT)
    scopes = ["openid", "email", *({groups_claim} & set(said.scopes))]
    return DjangoOAuth2App(
        DjangoIntegration(NAME),
        client_id=client_id,
        client_secret=client_secret,
        authorize_url=said.authorization_endpoint,
        access_token_url=said.token_endpoint,
        client_kwargs={
            "scope": " ".join(scopes),
            "code_challenge_method": "S256",
            "token_endpoint_auth_method": said.way_to_show_the_secret,
            "default_timeout": TIMEOUT,
        },
        issuer=issuer,
        jwks_uri=said.jwks_uri,
        id_token_signing_alg_values_supported=said.algorithms,
    )


def client() -> DjangoOAuth2App:
    wanted = {name: value for name, value in settings.SINGLE_SIGN_ON.items() if name != "name"}
    return _client(**wanted, hour=int(time.time() // KEPT))


@contextmanager
def _faults_told_plainly() -> Iterator[None]:
    """Whatever comes back from the other side becomes a refusal."""
    if cache.get(AWAY):
        raise Refusal(Reason.AWAY, "not asked again")
    try:
        yield
    except Refusal:
        raise
    except MismatchingStateError:
        raise Refusal(Reason.STALE) from None
    except OAuthError as error:
        raise Refusal(Reason.FAULTY, error.error if error.error in SAID_BY_ERRORS else "error") from None
    except (requests.ConnectionError, requests.Timeout, requests.HTTPError) as error:
        cache.set(AWAY, True, NOT_ASKED_AGAIN)
        raise Refusal(Reason.AWAY, type(error).__name__) from None
    except Exception as error:  # what a provider may answer has no end, and its words may name people
        raise Refusal(Reason.FAULTY, type(error).__name__) from None


def led_there(request: HttpRequest) -> HttpResponse:
    """To the provider’s own page; state, nonce and the secret of PKCE stay in the session."""
    way_back = settings.WAGTAILADMIN_BASE_URL + reverse("single_sign_on_callback")
    with _faults_told_plainly():
        return client().authorize_redirect(request, way_back)


def claims_brought_by(request: HttpRequest) -> Claims:
    """What the code of this request is exchanged for, or Refusal."""
    if error := request.GET.get("error"):
        raise Refusal(Reason.DENIED, error if error in SAID_BY_ERRORS else "error")
    if not request.GET.get("code"):
        raise Refusal(Reason.STALE)
    with _faults_told_plainly():
        provider = client()
        options = {
            "iss": {"essential": True, "value": provider.server_metadata["issuer"]},
            "aud": {"essential": True, "value": provider.client_id},
        }
        token = provider.authorize_access_token(request, claims_options=options, leeway=LEEWAY)
        if "userinfo" not in token:
            raise Refusal(Reason.FAULTY, "no id token")
        return claims_in(token["userinfo"], settings.SINGLE_SIGN_ON["groups_claim"])
