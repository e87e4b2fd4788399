"""A small provider of OpenID Connect: it asks nobody anything and signs what a test tells it to."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwk, jws

SLOW_BYTES = 20
CLIENT_ID = "employability"
CLIENT_SECRET = "a-secret-between-the-two"
KEY = jwk.RSAKey.generate_key(2048, parameters={"kid": "first"})
OTHER_KEY = jwk.RSAKey.generate_key(2048, parameters={"kid": "second"})


def base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


@dataclass
class Provider:
    """`claims` are laid over what a good token would say; a claim of None is left out."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    discovery: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "first"})
    signing_key: Any = field(default_factory=lambda: KEY)  # bytes for HS256
    published_keys: list[Any] = field(default_factory=lambda: [KEY])
    denies: str = ""
    answers: dict[str, tuple[int, str, float]] = field(default_factory=dict)  # path: status, text, seconds
    drips: set[str] = field(default_factory=set)  # paths whose answers begin a byte at a time
    asked: list[str] = field(default_factory=list)  # paths
    begun: dict[str, dict[str, str]] = field(default_factory=dict)  # what belongs to a code

    def says_of_itself(self) -> dict[str, Any]:
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {
            "issuer": self.address,
            **{name: f"{self.address}/{place}" for name, place in places.items()},
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            **self.discovery,
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent with a code."""
        if self.denies:
            answer = {"error": self.denies, "error_description": "morag@people.example said no"}
        else:
            code = f"code-{len(self.begun)}"
            self.begun[code] = asked
            answer = {"code": code}
        return f"{asked['redirect_uri']}?{urlencode({**answer, 'state': asked['state']})}"

    def token(self, authorization: str, form: dict[str, str]) -> dict[str, Any]:
        """A code counts once, for who has the secret and the word whose hash came at the start."""
        begun = self.begun.pop(form.get("code", ""), None)
        shown = base64.b64decode(authorization.removeprefix("Basic ")).decode()
        if shown != f"{CLIENT_ID}:{CLIENT_SECRET}":
            return {"error": "invalid_client"}
        hashed = base64url(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if begun is None or begun.get("code_challenge_method") != "S256":
            return {"error": "invalid_grant"}
        if begun["code_challenge"] != hashed or begun["redirect_uri"] != form["redirect_uri"]:
            return {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            **{"iss": self.address, "aud": CLIENT_ID, "sub": "m-17", "nonce": begun["nonce"]},
            **{"iat": now, "exp": now + 300},
            **{"email": "morag@people.example", "email_verified": True, "groups": ["SG editors"]},
            **self.claims,
        }
        said = {name: value for name, value in claims.items() if value is not None}
        return {"access_token": "unused", "token_type": "Bearer", "id_token": self.signed(said)}

    def signed(self, claims: dict[str, Any]) -> str:
        payload = json.dumps(claims).encode()
        unsigned = f"{base64url(json.dumps(self.header).encode())}.{base64url(payload)}"
        if self.header["alg"] == "none":
            return f"{unsigned}."
        if self.header["alg"] == "HS256":  # by hand: the library refuses the keys that an attacker would take
            return f"{unsigned}.{base64url(hmac.digest(self.signing_key, unsigned.encode(), 'sha256'))}"
        return jws.serialize_compact(self.header, payload, self.signing_key, algorithms=[self.header["alg"]])

    def keys(self) -> dict[str, Any]:
        return {"keys": [key.as_dict(private=False) for key in self.published_keys]}


class Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if self.was_told_what_to_answer(address.path):
            return
        if address.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.provider.authorize(dict(parse_qsl(address.query))))
            self.end_headers()
        elif address.path == "/keys":
            self.send_json(self.provider.keys())
        else:
            self.send_json(self.provider.says_of_itself())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.was_told_what_to_answer(self.path):
            return
        form = {name: values[0] for name, values in parse_qs(body).items()}
        answer = self.provider.token(self.headers.get("Authorization", ""), form)
        self.send_json(answer, 400 if "error" in answer else 200)

    def was_told_what_to_answer(self, path: str) -> bool:
        self.provider.asked.append(path)
        if path not in self.provider.answers:
            return False
        status, text, seconds = self.provider.answers[path]
        time.sleep(seconds)
        self.send_text(text, status)
        return True

    def send_json(self, content: dict[str, Any], status: int = 200) -> None:
        self.send_text(json.dumps(content), status)

    def send_text(self, text: str, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if 300 <= status < 400:
            self.send_header("Location", text)
        self.end_headers()
        slow = SLOW_BYTES if self.path in self.provider.drips else 0
        with suppress(ConnectionError):  # whoever asked may have gone
            for number in range(slow):
                self.wfile.write(text[number].encode())
                time.sleep(0.1)
            self.wfile.write(text[slow:].encode())

    def log_message(self, *_of_the_request: Any) -> None:
        """Nothing on standard error."""


@contextmanager
def running_provider(host: str = "127.0.0.1") -> Iterator[Provider]:
    provider = Provider()
    handler = type("HandlerOfOne", (Handler,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    provider.address = f"http://{host}:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
