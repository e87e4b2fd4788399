"""What no request of a stranger may bring about, however odd it is."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client

from cms.page_cache.generation import kept
from tests.hostile.odd_requests import OddRequest
from tests.hostile.oddities import MARK

MOST_QUERIES = 80  # what each page may cost is told in tests/site; this finds what has no bound
SLOWEST = 5.0  # seconds of work, which no load of the machine makes more
LARGEST = 3_000_000  # bytes
# Signing in, and joining a team, begin a session.
MAY_SET_COOKIES = ("/_util/", "/documents/authenticate", "/admin/", "/directory/invitation/")


class Stranger:
    """A client without a cookie, at one process that keeps its pages. What its requests write is undone."""

    def __init__(self) -> None:
        self.process = Client().handler
        self.statuses: Counter[int] = Counter()
        self.most_queries = 0

    def sends(self, odd: OddRequest) -> HttpResponseBase:
        client = Client(raise_request_exception=False)
        client.handler = self.process
        headers = {header_name(name): as_on_the_wire(value) for name, value in odd.headers.items()}
        strict = Strict()
        with undone(), connection.execute_wrapper(strict):
            began = time.thread_time()
            response = client.generic(odd.method, "/", odd.body, odd.kind, **headers, **on_the_wire(odd.path))
            content = b"".join(response.streaming_content) if response.streaming else response.content
            took = time.thread_time() - began
        self.statuses[response.status_code] += 1
        self.most_queries = max(self.most_queries, strict.queries)
        problems = [*faults(odd, response, content)]
        if strict.queries > MOST_QUERIES:
            problems.append(f"{strict.queries} queries")
        if took > SLOWEST:
            problems.append(f"{took:.1f} seconds of work")
        if problems:
            traceback = getattr(response, "exc_info", None)
            raise AssertionError(f"{', '.join(problems)}: {odd}") from (traceback[1] if traceback else None)
        return response


def faults(odd: OddRequest, response: HttpResponseBase, content: bytes) -> Iterator[str]:
    if response.status_code >= 500:
        yield f"status {response.status_code}"
    if len(content) > LARGEST:
        yield f"{len(content)} bytes"
    if MARK.encode() in content and "html" in response.get("Content-Type", ""):
        yield "what was sent comes back unescaped"
    if "default-src" not in response.get("Content-Security-Policy", ""):
        yield "no policy"
    if leads_away(response):
        yield f"leads to {response['Location']}"
    path = odd.path.removeprefix("/gd")
    # A private page asks for its password with a token; a cookie that means nothing is taken back.
    may = path.startswith(MAY_SET_COOKIES) or "password" in path or "Cookie" in odd.headers
    if response.cookies and not may:
        yield f"sets {list(response.cookies)}"
    if odd.method == "HEAD" and content:
        yield "a body for HEAD"


def leads_away(response: HttpResponseBase) -> bool:
    """Also by two slashes, or by a backslash, which browsers take for one."""
    address = response.get("Location", "").replace("\\", "/")
    parts = urlsplit(address)
    own = parts.netloc.split(":")[0] in ("", "testserver", "localhost", "127.0.0.1")
    return not own or parts.scheme not in ("", "http", "https") or address.startswith("//")


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)
    kept("the last request is undone", int)  # so that what the next ones ask for is kept again


class Strict:
    """Counts queries, and is as strict as PostgreSQL, which takes no NUL in a text; SQLite does."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.queries += 1
        rows = params if many else [params or ()]
        if any(isinstance(value, str) and "\x00" in value for row in rows for value in row):
            raise ValueError("PostgreSQL text fields cannot contain NUL (0x00) bytes")
        return execute(sql, params, many, context)


def on_the_wire(path: str) -> dict[str, str]:
    """As a server hands it over; the test client would take two slashes at the start for a host."""
    path, _mark, query = path.partition("?")
    return {"PATH_INFO": unquote_to_bytes(path).decode("latin-1"), "QUERY_STRING": query}


def header_name(name: str) -> str:
    plain = name.upper().replace("-", "_")
    return plain if plain.startswith("CONTENT_") else f"HTTP_{plain}"


def as_on_the_wire(value: str) -> str:
    """Servers hand over the bytes of a header as Latin-1."""
    return value.encode("utf-8", "surrogatepass").decode("latin-1")
