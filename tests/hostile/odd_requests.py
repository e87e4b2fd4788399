"""Requests that no browser makes: an address, its keys, headers and a body, each of them odd."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from hypothesis import strategies as st

from tests.hostile import oddities as odd
from tests.hostile.addresses import ALL, Entry

PLACE = re.compile(r"\{(\w+)\}")
FORM = odd.KINDS[0]
MOST_KEYS = 6


@dataclass(frozen=True)
class OddRequest:
    """As a client writes it on the wire: path and query are bytes already escaped."""

    name: str
    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    kind: str = ""

    def __str__(self) -> str:
        headers = {name: value[:80] for name, value in self.headers.items()}
        return f"{self.method} {self.path[:300]} {headers} {self.kind} {self.body[:200]!r}"


def escaped(value: str) -> str:
    """Lone surrogates as the three bytes that a careless client sends for them."""
    return quote(value.encode("utf-8", "surrogatepass"), safe="")


def pairs(keys: tuple[str, ...]) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Some keys of the view, some of nobody, some twice, some as other frameworks write lists."""
    known = st.sampled_from(keys) if keys else st.just("q")
    shapes = known | known | known.map("{}[]".format) | known.map("{}__in".format) | odd.words
    return st.lists(st.tuples(shapes, odd.values), max_size=MOST_KEYS)


def written(fields: list[tuple[str, str]]) -> str:
    return "&".join(f"{escaped(key)}={escaped(value)}" for key, value in fields)


@st.composite
def odd_requests(draw: Any, good: dict[str, str], names: tuple[str, ...] = tuple(ALL)) -> OddRequest:
    """`good` fills the places of what opens something."""
    name = draw(st.sampled_from(names))
    entry = ALL[name]
    path = PLACE.sub(lambda place: filled(draw, place[1], good), draw(st.sampled_from(entry.paths)))
    if query := written(draw(pairs(entry.keys))):
        path += f"?{query}"
    some = st.lists(st.sampled_from(sorted(odd.HEADERS)), max_size=3, unique=True)
    headers = {header: draw(st.sampled_from(odd.HEADERS[header])) for header in draw(some)}
    method = draw(st.sampled_from(("POST", *odd.METHODS) if entry.takes_form else odd.METHODS))
    if method in ("GET", "HEAD", "OPTIONS", "TRACE"):
        return OddRequest(name, method, path, headers)
    return OddRequest(name, method, path, headers, *draw(bodies(entry)))


def filled(draw: Any, place: str, good: dict[str, str]) -> str:
    if place.startswith("good_"):
        return good[place.removeprefix("good_")]
    if place == "path":
        return draw(st.sampled_from(odd.PATH_PIECES))
    if place == "number":
        return escaped(draw(odd.numbers))
    if place == "key":
        return draw(st.just(str(uuid4())) | odd.words.map(escaped))
    if place == "token":
        return escaped(
            draw(st.sampled_from(sorted(good.values())) | odd.words | st.text("0af-.:_", max_size=99))
        )
    return draw(odd.words.map(escaped) | st.sampled_from(odd.PATH_PIECES))


def bodies(entry: Entry) -> st.SearchStrategy[tuple[bytes, str]]:
    """Mostly a form with odd values, as only such a one is read to its end."""
    form = pairs(entry.keys).map(lambda fields: (written(fields).encode(), FORM))
    parts = pairs(entry.keys).map(lambda fields: (multipart(fields), "multipart/form-data; boundary=odd"))
    broken = st.tuples(st.sampled_from(odd.BODIES), st.sampled_from(odd.KINDS))
    return form | form | form | parts | broken


def multipart(fields: list[tuple[str, str]]) -> bytes:
    part = '--odd\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    text = "".join(part.format(key.replace('"', "'"), value) for key, value in fields)
    return f"{text}--odd--\r\n".encode("utf-8", "surrogatepass")
