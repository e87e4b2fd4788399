"""What every page of the demo site owes its reader, as far as it shows without a browser."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.files.storage import default_storage
from django.http import HttpResponseBase
from django.test import Client

OTHER_PATHS = (
    "/search/",
    "/search/?q=work",
    "/no-such-page/",
    "/handbook/editions/",
    "/handbook/editions/2024-10/",
    "/handbook/compare/2024-10/2025-06/",
    "/handbook/compare/2025-06/current/",
    "/local-authorities/partnership-leads/",
    "/local-authorities/find/",
    "/local-authorities/find/?q=Lanarkshire",
    "/bulletin/2026/",
    "/bulletin/?q=ferry",
    "/bulletin/?q=zzzz",
)
HEAVIEST = 10_000  # bytes of compressed HTML
WHOLE_HANDBOOK = 60_000
INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*ld\+json)|<style\b|\sstyle=|\son[a-z]+=", re.IGNORECASE)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def responses(reading, page_paths: list[str]) -> dict[str, HttpResponseBase]:
    with reading():
        client = Client()
        return {path: client.get(path) for path in (*page_paths, *OTHER_PATHS)}


@pytest.fixture(scope="module")
def documents(responses: dict[str, HttpResponseBase]) -> dict[str, BeautifulSoup]:
    return {path: BeautifulSoup(response.content, "html.parser") for path, response in responses.items()}


def test_every_page_answers(responses: dict[str, HttpResponseBase]) -> None:
    statuses = {path: response.status_code for path, response in responses.items()}
    assert {path: status for path, status in statuses.items() if status != 200} == {"/no-such-page/": 404}


def test_no_page_sets_a_cookie(responses: dict[str, HttpResponseBase]) -> None:
    assert [path for path, response in responses.items() if response.cookies] == []


def test_no_page_holds_an_inline_script_or_style(responses: dict[str, HttpResponseBase]) -> None:
    assert [path for path, response in responses.items() if INLINE.search(response.content.decode())] == []


def test_every_page_has_one_h1_and_ordered_headings(documents: dict[str, BeautifulSoup]) -> None:
    wrong = {}
    for path, document in documents.items():
        levels = [int(heading.name[1]) for heading in document.select("main :is(h1, h2, h3, h4, h5, h6)")]
        jumps = [(above, below) for above, below in pairwise(levels) if below > above + 1]
        if levels.count(1) != 1 or levels[0] != 1 or jumps:
            wrong[path] = levels
    assert wrong == {}


def test_titles_tell_pages_apart(documents: dict[str, BeautifulSoup]) -> None:
    titles = [document.title.get_text(strip=True) for path, document in documents.items() if "?" not in path]
    assert all(titles)
    assert sorted(titles) == sorted(set(titles))


def test_every_page_says_what_it_is_to_search_engines(
    documents: dict[str, BeautifulSoup], page_paths: list[str]
) -> None:
    for path in page_paths:
        document = documents[path]
        canonical = document.select('link[rel="canonical"]')
        assert [urlsplit(link["href"]).path for link in canonical] == [path]
        assert document.select_one('meta[name="description"]')["content"].strip(), path
        assert document.select_one('meta[property="og:title"]')["content"].strip(), path


def test_every_page_is_in_its_language(documents: dict[str, BeautifulSoup]) -> None:
    languages = {path: "gd" if path.startswith("/gd/") else "en-gb" for path in documents}
    assert {path: document.html["lang"].lower() for path, document in documents.items()} == languages


def test_every_page_has_its_landmarks(documents: dict[str, BeautifulSoup], page_paths: list[str]) -> None:
    for path, document in documents.items():
        for landmark in ("main#main-content", "header", "footer", "header nav[aria-label]", "[role=search]"):
            assert document.select_one(landmark), f"{path} has no {landmark}"
        assert document.select_one('a[href="#main-content"]'), path


def test_identifiers_are_met_once_and_each_anchor_has_a_target(documents: dict[str, BeautifulSoup]) -> None:
    wrong = {}
    for path, document in documents.items():
        identifiers = [element["id"] for element in document.select("[id]")]
        anchors = {link["href"][1:] for link in document.select('a[href^="#"]')} - {""}
        problems = {name for name in identifiers if identifiers.count(name) > 1} | (
            anchors - set(identifiers)
        )
        if problems:
            wrong[path] = problems
    assert wrong == {}


def inner_links(documents: dict[str, BeautifulSoup]) -> Iterator[tuple[str, str]]:
    for path, document in documents.items():
        for element in document.select("a[href], img[src], form[action]"):
            target = element.get("href") or element.get("src") or element.get("action")
            parts = urlsplit(target)
            is_ours = parts.scheme in ("", "http", "https") and parts.netloc in (
                "",
                "testserver",
                "localhost",
            )
            if is_ours and parts.path and not parts.path.startswith("/static/"):
                yield path, unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def status_of(client: Client, target: str) -> int:
    if target.startswith(settings.MEDIA_URL):  # the web server hands these out
        return 200 if default_storage.exists(target.removeprefix(settings.MEDIA_URL)) else 404
    response = client.get(target)
    response.close()
    return response.status_code


def test_every_link_leads_somewhere(client: Client, documents: dict[str, BeautifulSoup]) -> None:
    links = set(inner_links(documents))
    statuses = {target: status_of(client, target) for target in {target for _, target in links}}
    # An address that only takes a form answers 405 to a reader who follows it.
    dead = {link for link in links if statuses[link[1]] not in (200, 301, 302, 405)}
    assert dead == set()


def test_a_page_that_has_not_changed_is_not_sent_again(client: Client, page_paths: list[str]) -> None:
    for path in page_paths:
        first = client.get(path, headers={"accept-encoding": "gzip"})
        assert first.headers.get("ETag"), path
        assert "max-age=0" in first.headers["Cache-Control"], path
        again = client.get(path, headers={"accept-encoding": "gzip", "if-none-match": first.headers["ETag"]})
        assert again.status_code == 304, path


def test_every_page_is_light(client: Client, page_paths: list[str]) -> None:
    heavy = {}
    for path in page_paths:
        response = client.get(path, headers={"accept-encoding": "gzip"})
        assert response.headers.get("Content-Encoding") == "gzip", path
        assert gzip.decompress(response.content)
        if len(response.content) > (WHOLE_HANDBOOK if path.endswith("/handbook/") else HEAVIEST):
            heavy[path] = len(response.content)
    assert heavy == {}


def test_every_page_asks_for_few_files(documents: dict[str, BeautifulSoup]) -> None:
    for path, document in documents.items():
        files = {
            element.get("src") or element.get("href")
            for element in document.select("script[src], link[href]")
        }
        kept = {name for name in files if "/static/" in str(name)}
        assert len(kept) <= 8, f"{path} asks for {kept}"
