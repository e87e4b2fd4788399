"""The provider, asked with Authlib: the code flow with PKCE, state and nonce, and a look at its token.

Authlib is loaded with this module, so that a site without single sign-on does not load it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

import requests
from authlib.integrations.base_client.errors import MismatchingStateError
from authlib.integrations.django_client import DjangoIntegration, DjangoOAuth2App, OAuthError
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cms.accounts.single_sign_on.claims import Claims, claims_in
from cms.accounts.single_sign_on.discovery import discovered
from cms.accounts.single_sign_on.refusals import ASKED_BY_ANOTHER, NOT_ASKED_AGAIN, Reason, Refusal

log = logging.getLogger(__name__)

NAME = "single_sign_on"
REMEMBERED = "single_sign_on_refused"  # in the cache: the reason why the provider is not asked again
REMEMBERED_FOR = 15  # seconds, so that a provider that is away does not hold up the web server's threads
ASKING = "single_sign_on_asking"  # in the cache, while somebody reads the document of discovery
ASKING_LASTS = 20  # seconds, which is longer than it takes; for when the process dies meanwhile
TIMEOUT = (3, 5)  # seconds: to connect, and between two parts of an answer
KEPT = 3600  # seconds, so that keys that the provider has withdrawn do not count for longer
UNDER_WAY = 10  # sign-ins that one browser may have begun and not ended
LEEWAY = 60  # seconds by which its clock and ours may differ
SAID_BY_ERRORS = {
    *("access_denied", "consent_required", "interaction_required", "invalid_client", "invalid_grant"),
    *("invalid_request", "invalid_scope", "login_required", "server_error", "temporarily_unavailable"),
    *("unauthorized_client", "unsupported_grant_type", "unsupported_response_type"),
}

_made: dict[tuple[str, ...], tuple[int, DjangoOAuth2App]] = {}  # the hour, for one provider at most


def _client(issuer: str, client_id: str, client_secret: str, groups_claim: str) -> DjangoOAuth2App:
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
            "max_redirects": 0,  # neither keys nor the secret go by way of a server that it has not named
        },
        issuer=issuer,
        jwks_uri=said.jwks_uri,
        id_token_signing_alg_values_supported=said.algorithms,
    )


def client() -> DjangoOAuth2App:
    """Made anew each hour by one thread at a time; others use that of the hour before, or are refused."""
    if reason := cache.get(REMEMBERED):
        raise Refusal(Reason[reason], NOT_ASKED_AGAIN)
    wanted = {name: value for name, value in settings.SINGLE_SIGN_ON.items() if name != "name"}
    key, hour = tuple(wanted.values()), int(time.time() // KEPT)
    made_in, known = _made.get(key, (0, None))
    if known and made_in == hour:
        return known
    # While Redis is away, add() says no and get() nothing.
    if not cache.add(ASKING, True, ASKING_LASTS) and cache.get(ASKING):
        if known and made_in == hour - 1:
            return known
        raise Refusal(Reason.AWAY, ASKED_BY_ANOTHER)
    try:
        with _faults_told_plainly():
            known = _client(**wanted)
    except Refusal as refusal:
        cache.set(REMEMBERED, refusal.reason.name, REMEMBERED_FOR)
        raise
    finally:
        cache.delete(ASKING)
    _made.clear()
    _made[key] = hour, known
    return known


@contextmanager
def _faults_told_plainly() -> Iterator[None]:
    """Whatever comes back from the other side becomes a refusal."""
    try:
        yield
    except Refusal:
        raise
    except MismatchingStateError:
        raise Refusal(Reason.STALE) from None
    except OAuthError as error:
        raise Refusal(Reason.FAULTY, _known_word(error.error)) from None
    except (requests.ConnectionError, requests.Timeout) as error:
        cache.set(REMEMBERED, Reason.AWAY.name, REMEMBERED_FOR)
        raise Refusal(Reason.AWAY, type(error).__name__) from None
    except Exception as error:  # what a provider may answer has no end, and its words may name people
        raise Refusal(Reason.FAULTY, type(error).__name__) from None


def _known_word(error: object) -> str:
    """What the provider says went wrong, as far as it may stand in the log."""
    return error if isinstance(error, str) and error in SAID_BY_ERRORS else "error"


def _forget_old_starts(session: SessionBase) -> None:
    """Authlib takes a state of whatever age, and keeps as many as are begun."""
    ends = {name: kept["exp"] for name, kept in session.items() if name.startswith(f"_state_{NAME}_")}
    newest = sorted(ends, key=ends.__getitem__)[-UNDER_WAY:]
    for name, end in ends.items():
        if name not in newest or end < time.time():
            del session[name]


def led_there(request: HttpRequest) -> HttpResponse:
    """To the provider’s own page; state, nonce and the secret of PKCE stay in the session."""
    way_back = settings.WAGTAILADMIN_BASE_URL + reverse("single_sign_on_callback")
    with _faults_told_plainly():
        answer = client().authorize_redirect(request, way_back)
    _forget_old_starts(request.session)
    return answer


def claims_brought_by(request: HttpRequest) -> Claims:
    """What the code of this request is exchanged for, or Refusal."""
    if error := request.GET.get("error"):
        raise Refusal(Reason.DENIED, _known_word(error))
    if not request.GET.get("code"):
        raise Refusal(Reason.STALE)
    with _faults_told_plainly():
        provider = client()
        _forget_old_starts(request.session)
        options = {
            "iss": {"essential": True, "value": provider.server_metadata["issuer"]},
            "aud": {"essential": True, "value": provider.client_id},
        }
        token = provider.authorize_access_token(request, claims_options=options, leeway=LEEWAY)
        if "userinfo" not in token:
            raise Refusal(Reason.FAULTY, "no id token")
        return claims_in(token["userinfo"], settings.SINGLE_SIGN_ON["groups_claim"])
