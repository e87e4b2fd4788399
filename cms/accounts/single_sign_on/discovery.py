"""What the provider says of itself (OpenID Connect Discovery), as far as it is believed."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests

from cms.accounts.single_sign_on.refusals import Reason, Refusal

LONGEST = 10  # seconds for the whole document, which may come by drips
DOCUMENT = "/.well-known/openid-configuration"
# Those with a pair of keys. The key of HS256 would be the secret that both sides know, and "none" has no key.
ALGORITHMS = [f"{family}{bits}" for family in ("RS", "PS", "ES") for bits in (256, 384, 512)]
WAYS_TO_SHOW_THE_SECRET = ("client_secret_basic", "client_secret_post")


@dataclass(frozen=True)
class Discovered:
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    algorithms: list[str]
    way_to_show_the_secret: str
    scopes: list[str]


def discovered(issuer: str, timeout: tuple[float, float]) -> Discovered:
    """Its document of discovery, which has to lie where it should and to be there within LONGEST."""
    ends = time.monotonic() + LONGEST
    content = bytearray()
    address = issuer.rstrip("/") + DOCUMENT
    with requests.get(address, timeout=timeout, allow_redirects=False, stream=True) as answer:
        if not answer.ok:
            raise Refusal(Reason.AWAY, "HTTPError")
        for byte in answer.iter_content(1):
            content += byte
            if time.monotonic() > ends:
                raise requests.Timeout
    return believed(json.loads(content), issuer)


def believed(said: Mapping[str, Any], issuer: str) -> Discovered:
    """Refusal where it calls itself otherwise than we do, or offers nothing that is safe."""
    if said["issuer"] != issuer:
        raise Refusal(Reason.FAULTY, "issuer of the discovery document")
    offered = said.get("id_token_signing_alg_values_supported") or ["RS256"]
    algorithms = [name for name in ALGORITHMS if name in offered]
    if not algorithms:  # an empty list would mean the library's own choice
        raise Refusal(Reason.FAULTY, "algorithms of the discovery document")
    offered = said.get("token_endpoint_auth_methods_supported") or WAYS_TO_SHOW_THE_SECRET
    ways = [way for way in WAYS_TO_SHOW_THE_SECRET if way in offered]
    if not ways:
        raise Refusal(Reason.FAULTY, "authentication of the discovery document")
    return Discovered(
        authorization_endpoint=_address(said, "authorization_endpoint", issuer),
        token_endpoint=_address(said, "token_endpoint", issuer),
        jwks_uri=_address(said, "jwks_uri", issuer),
        algorithms=algorithms,
        way_to_show_the_secret=ways[0],
        scopes=list(said.get("scopes_supported") or []),
    )


def _address(said: Mapping[str, Any], name: str, issuer: str) -> str:
    """Over http only where the provider itself is, which the settings allow on this machine alone."""
    scheme = urlsplit(said[name]).scheme
    if scheme not in {"https", urlsplit(issuer).scheme}:
        raise Refusal(Reason.FAULTY, "addresses of the discovery document")
    return said[name]
