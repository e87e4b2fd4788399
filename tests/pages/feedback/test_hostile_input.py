"""Whatever is sent, the answer is a page of ours: never an error of the server, never a cookie."""

import random

import pytest
from django.test import Client

ODD_TEXTS = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "\x01\x02\x1b[31m",
    "\ufffe\uffff",
    "\U0001f600" * 300,
    "\u202e\u200b\u00ad",
    "é" * 251,
    "x" * 100_000,
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% debug %}",
    "=HYPERLINK('https://example.org')",
    "../../../etc/passwd",
    "%00%0a%0d",
    "\r\nSet-Cookie: a=b",
    "None",
    "NaN",
    "-0",
    "1e9",
    "９",
    "[]",
    "yes_but\n",
    "NO",
    "0131 496 0000" * 100,
    "a@" * 2000,
]
FIELDS = ["page", "answer", "reason", "comment", "homepage", "unknown", "page[]", ""]
USUAL = {"answer": ["yes", "no", "yes_but"], "reason": ["other", "broken_link"], "comment": ["Words"]}
NUMBER = 200


def odd_input(number: int, page: int) -> dict[str, list[str]]:
    """The same odd form for the same number: usual and odd values mixed, doubled, or missing."""
    chance = random.Random(number)
    sent = {"page": [str(page)]} if chance.random() < 0.8 else {}
    for name in chance.sample(FIELDS, chance.randint(1, len(FIELDS))):
        values = USUAL.get(name, ODD_TEXTS) if chance.random() < 0.5 else ODD_TEXTS
        if name != "page" or chance.random() < 0.3:
            sent[name] = chance.choices(values, k=chance.randint(1, 3))
    return sent


@pytest.mark.parametrize("start", range(0, NUMBER, 20))
def test_odd_forms_and_addresses_never_break_the_server(
    the_page, reader: Client, settings, start: int
) -> None:
    settings.RATE_LIMITS = {}
    for number in range(start, start + 20):
        sent = odd_input(number, the_page.pk)
        for answer in (
            reader.post("/feedback/", sent),
            reader.get("/feedback/", sent),
            reader.get("/feedback/thanks/", sent),
        ):
            assert answer.status_code in (200, 302, 400, 404), (number, sent)
            assert not answer.cookies, (number, sent)
            assert "<script>alert" not in answer.content.decode(), (number, sent)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"page=%ff%fe&answer=%c3%28", "application/x-www-form-urlencoded"),
        (b"page=1&answer=no", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"page=1&answer=no", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"\x00\x01\x02", "multipart/form-data"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (
            b'--x\r\nContent-Disposition: form-data; name="answer"\r\n\r\nno',
            "multipart/form-data; boundary=x",
        ),
        (b'{"answer": "no"}', "application/json"),
        (b"&" * 5000, "application/x-www-form-urlencoded"),
        (b"answer=no&" * 25_000, "application/x-www-form-urlencoded"),
        (b"\xff" * 1000, "text/plain"),
        (b"answer=no", ""),
    ],
)
def test_odd_bodies_never_break_the_server(the_page, reader: Client, body: bytes, kind: str) -> None:
    assert reader.generic("POST", "/feedback/", body, kind).status_code in (200, 302, 400, 404, 413)


@pytest.mark.parametrize(
    "words", ["<b>bold</b>", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 1 }}"]
)
def test_what_was_typed_comes_back_as_text(the_page, reader: Client, words: str) -> None:
    html = reader.post("/feedback/", {"page": the_page.pk, "answer": "no", "comment": words}).content.decode()
    assert words not in html or words == "{{ 1 }}"
    assert words.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;") in html
