"""What browsers may keep, and how they ask whether it has changed."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.operations.small_site")]

FOR_EVERYONE = "public, max-age=0, must-revalidate"
FOR_ONE = "private, no-store"


@pytest.fixture
def reader(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def test_a_page_is_kept_but_asked_for_again_each_time(reader: Client) -> None:
    response = reader.get("/page/")
    assert response["Cache-Control"] == FOR_EVERYONE
    assert response["ETag"].startswith('W/"')
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_the_second_time_nothing_is_sent(reader: Client, encoding: str) -> None:
    first = reader.get("/page/", headers={"accept-encoding": encoding})
    again = reader.get("/page/", headers={"accept-encoding": encoding, "if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Vary"] == first["Vary"] == "Accept-Encoding"
    assert again["Cache-Control"] == FOR_EVERYONE


def test_another_text_is_sent_again(reader: Client) -> None:
    assert reader.get("/page/", headers={"if-none-match": 'W/"of another text"'}).status_code == 200


def test_the_compressed_page_is_the_same_page(reader: Client) -> None:
    plain = reader.get("/page/")
    compressed = reader.get("/page/", headers={"accept-encoding": "gzip"})
    assert compressed["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.content) == plain.content
    assert int(compressed["Content-Length"]) == len(compressed.content) < len(plain.content)
    assert compressed["ETag"] == plain["ETag"]


@pytest.mark.parametrize("path", ["/picture/", "/part/"])
def test_what_is_compressed_already_and_a_part_of_a_file_stay_as_they_are(reader: Client, path: str) -> None:
    response = reader.get(path, headers={"accept-encoding": "gzip"})
    assert not response.has_header("Content-Encoding")


def test_looking_whether_somebody_is_signed_in_does_not_divide_readers(reader: Client) -> None:
    response = reader.get("/who/")
    assert response["Cache-Control"] == FOR_EVERYONE
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", ["/page/", "/moved/", "/nothing/"])
def test_what_a_signed_in_user_gets_is_kept_nowhere(reader: Client, settings, path: str) -> None:
    reader.cookies[settings.SESSION_COOKIE_NAME] = "somebody"
    response = reader.get(path)
    assert response["Cache-Control"] == FOR_ONE
    assert not response.has_header("ETag")


@pytest.mark.parametrize("path", ["/admin/page/", "/feedback/", "/refuse/", "/fall-over/", "/no-database/"])
def test_personal_places_and_faults_are_kept_nowhere(reader: Client, path: str) -> None:
    assert reader.get(path)["Cache-Control"] == FOR_ONE


def test_an_answer_to_a_form_is_kept_nowhere(reader: Client) -> None:
    assert reader.post("/page/")["Cache-Control"] == FOR_ONE


def test_a_preview_is_kept_nowhere(reader: Client) -> None:
    assert "no-store" in reader.get("/admin/preview/")["Cache-Control"]


def test_a_view_that_says_how_long_its_answer_keeps_is_believed(reader: Client) -> None:
    assert reader.get("/kept/")["Cache-Control"] == "public, max-age=600"
    assert set(reader.get("/own/")["Cache-Control"].split(", ")) == {"private", "no-cache"}


@pytest.mark.django_db
def test_an_answer_that_sets_a_cookie_is_never_public(reader: Client) -> None:
    response = reader.get("/cookie/")
    assert response.cookies
    assert response["Cache-Control"] == FOR_ONE
