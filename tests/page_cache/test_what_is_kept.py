"""What the page cache keeps, and for whom; what it never keeps."""

from __future__ import annotations

import gzip

import pytest
from django.db import transaction
from django.test import Client

from cms.page_cache import generation
from tests.page_cache.counting_site import made

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.page_cache.counting_site")]

OUTSIDE = {"X-Request-ID"}  # another one for each request


def headers_of(response) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name not in OUTSIDE}


@pytest.mark.parametrize("path", ["/page/", "/short/", "/kept/"])
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("encoding", ["gzip, br", "identity"])
def test_the_kept_answer_is_the_one_that_was_made(reader, settings, path, method, encoding):
    asked = {"headers": {"accept-encoding": encoding}}
    reader.get(path)
    kept = getattr(reader, method)(path, **asked)
    assert made[path] == 1
    made.clear()
    settings.PAGE_CACHE_MEGABYTES = 0
    fresh = getattr(Client(), method)(path, **asked)
    bodies = [response.content for response in (kept, fresh)]
    if kept.get("Content-Encoding") == "gzip" and method == "get":
        bodies = [gzip.decompress(body) for body in bodies]
    assert bodies[0] == bodies[1]
    headers = headers_of(kept), headers_of(fresh)
    if "Content-Encoding" in kept:
        # Django adds a few bytes by chance, for answers that hold a secret.
        lengths = [int(each.pop("Content-Length")) for each in headers]
        assert abs(lengths[0] - lengths[1]) <= 100
    if "ETag" not in headers[1]:
        assert method == "head"  # Django makes one for GET alone
        headers[0].pop("ETag")
    assert headers[0] == headers[1]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_who_has_it_already_is_sent_nothing(reader, encoding):
    first = reader.get("/page/", headers={"accept-encoding": encoding})
    again = reader.get("/page/", headers={"accept-encoding": encoding, "if-none-match": first["ETag"]})
    assert (again.status_code, again.content, made["/page/"]) == (304, b"", 1)
    assert [again[name] for name in ("ETag", "Vary", "Cache-Control")] == [
        first[name] for name in ("ETag", "Vary", "Cache-Control")
    ]


def test_a_reader_who_has_it_leaves_the_whole_page_for_others(reader, settings):
    settings.PAGE_CACHE_MEGABYTES = 1
    etag = Client().get("/page/")["ETag"]
    made.clear()
    assert reader.get("/page/", headers={"if-none-match": etag}).status_code == 304
    assert reader.get("/page/").status_code == 200
    assert made["/page/"] == 1


@pytest.mark.parametrize(
    "path",
    [
        *("/own/", "/divided/", "/wider/", "/cookie/", "/token/", "/nonce/", "/moved/", "/not-found/"),
        *("/refused/", "/file/", "/picture/", "/feedback/page/", "/admin/page/"),
    ],
)
def test_not_kept(reader, path):
    reader.get(path), Client().get(path)
    reader.cookies.clear()
    reader.get(path)
    assert made[path] == 3


def test_an_answer_to_a_form_is_made_each_time(reader):
    reader.get("/page/"), reader.post("/page/"), reader.post("/page/")
    assert made["/page/"] == 3


def test_looking_first_with_head_keeps_nothing(reader):
    reader.head("/page/")
    assert reader.get("/page/").content and made["/page/"] == 2


@pytest.mark.parametrize("name", ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", None])
def test_who_may_be_somebody_neither_gets_nor_leaves_a_kept_page(reader, settings, name):
    cookie = getattr(settings, name) if name else "messages"
    somebody = Client(headers={"cookie": f"theme=dark; {cookie}=somebody"})
    somebody.handler = reader.handler
    somebody.get("/page/"), reader.get("/page/")
    assert made["/page/"] == 2
    somebody.get("/page/"), reader.get("/page/")
    assert made["/page/"] == 3


def test_a_cookie_that_is_not_ours_divides_nobody(reader):
    reader.get("/page/")
    reader.get("/page/", headers={"cookie": "_ga=1; theme=dark"})
    assert made["/page/"] == 1


def test_who_sends_a_password_neither_gets_nor_leaves_a_kept_page(reader):
    for _ in range(2):
        reader.get("/page/", headers={"authorization": "Basic bmFtZTp3b3Jk"})
    reader.get("/page/")
    assert made["/page/"] == 3


def test_a_preview_is_shown_to_nobody_else(reader):
    before = reader.get("/page/").content
    assert b"Nobody may read" in reader.get("/admin/preview/").content
    assert reader.get("/page/").content == before


def test_hosts_schemes_paths_and_languages_do_not_mix(reader, settings):
    settings.ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
    asked = [
        *({"path": path} for path in ("/page/", "/other/", "/gd/page/")),
        {"path": "/page/", "secure": True},
        {"path": "/page/", "headers": {"host": "localhost"}},
        {"path": "/page/", "headers": {"host": "127.0.0.1:8000"}},
    ]
    first = [reader.get(**each).content for each in asked]
    assert len(set(first)) == len(asked)
    assert [reader.get(**each).content for each in asked] == first
    assert sum(made.values()) == len(asked)


def test_a_host_of_a_pattern_is_kept_as_well(reader, settings):
    settings.ALLOWED_HOSTS = [".example.org"]
    for _again in range(2):
        assert reader.get("/page/", headers={"host": "work.example.org"}).status_code == 200
    assert made["/page/"] == 1


@pytest.mark.parametrize("host", ["TESTSERVER", "testserver.", "testserver:81"])
def test_a_host_written_in_another_way_fills_no_room(reader, host: str):
    for _again in range(2):
        assert reader.get("/page/", headers={"host": host}).status_code == 200
    assert made["/page/"] == 2


def test_a_host_that_is_not_ours_is_refused_as_ever(reader):
    reader.get("/page/")
    assert reader.get("/page/", headers={"host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("query", ["page=2", "year=2025&page=3", "type=guide&q=", "words=&region="])
def test_choices_of_a_list_are_kept_each_for_itself(reader, query):
    assert query in reader.get(f"/page/?{query}").content.decode().replace("&amp;", "&")
    reader.get(f"/page/?{query}")
    assert made["/page/"] == 1
    reader.get("/page/")
    assert made["/page/"] == 2


@pytest.mark.parametrize(
    "query", ["q=words", "words=town", "other=1", "page=2&other=1", f"page={'1' * 300}", "&"]
)
def test_what_readers_type_and_odd_queries_are_not_kept(reader, query):
    for _ in range(2):
        assert query.encode() in reader.get(f"/page/?{query}").content
    assert made["/page/"] == 2


def test_where_a_reader_comes_from_makes_no_other_page(reader):
    reader.get("/page/?utm_source=letter&fbclid=1")
    assert b"utm_" not in reader.get("/page/").content
    reader.get("/page/?gclid=2&utm_medium=x")
    assert made["/page/"] == 1
    reader.get("/page/?page=2&fbclid=3"), reader.get("/page/?page=2")
    assert made["/page/"] == 2


def test_two_processes_keep_their_own(reader, settings):
    settings.PAGE_CACHE_MEGABYTES = 1
    reader.get("/page/"), Client().get("/page/")
    assert made["/page/"] == 2


def test_a_change_of_content_is_seen_at_once(reader):
    reader.get("/page/")
    generation._advance_now()
    reader.get("/page/"), reader.get("/page/")
    assert made["/page/"] == 2


def test_what_was_made_while_content_changed_is_not_kept(reader):
    reader.get("/changing/"), reader.get("/changing/")
    assert made["/changing/"] == 2


def test_what_may_still_be_rolled_back_is_shown_to_nobody_else(reader):
    with transaction.atomic():
        generation.advance()
        reader.get("/page/"), reader.get("/page/")
    assert made["/page/"] == 2


def test_no_memory_means_no_cache(settings):
    settings.PAGE_CACHE_MEGABYTES = 0
    made.clear()
    reader = Client()
    reader.get("/page/"), reader.get("/page/")
    assert made["/page/"] == 2
