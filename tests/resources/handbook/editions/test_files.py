"""The files of an edition over HTTP: the very bytes, kept for ever, and nothing else."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from tests.factories import handbook_pages as make
from tests.resources.handbook.editions.published_editions import make_by, published, rename

pytestmark = pytest.mark.django_db

TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@pytest.mark.parametrize("kind", TYPES)
def test_each_file_is_served_byte_for_byte(handbook, edition, client, kind):
    name = f"handbook-2024-10.{kind}"
    stored = edition.files.get(name=name)
    rename(handbook, "Product 0", "Another name")
    response = client.get(f"{edition.url}{name}")
    assert response.status_code == 200
    assert response.content == bytes(stored.content)
    assert sha256(response.content).hexdigest() == stored.sha256
    assert response["Content-Type"] == TYPES[kind]
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_file_is_kept_for_ever_and_may_do_nothing(edition, client):
    response = client.get(edition.file_url("handbook-2024-10.json"))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert not response.cookies


def test_the_compressed_file_is_the_same_file(edition, client):
    import gzip

    address = edition.file_url("handbook-2024-10.json")
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert sha256(gzip.decompress(response.content)).hexdigest() == edition.sha256
    again = client.get(address, headers={"Accept-Encoding": "gzip", "If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_the_hash_is_the_mark_by_which_nothing_is_sent_twice(edition, client):
    address = edition.file_url("handbook-2024-10.json")
    response = client.get(address)
    assert response["ETag"] == f'"{edition.sha256}"'
    again = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == response["ETag"]
    assert client.get(address, headers={"If-None-Match": '"another"'}).status_code == 200


def test_asking_for_the_head_sends_no_body(edition, client):
    response = client.head(edition.file_url("handbook-2024-10.pdf"))
    assert (response.status_code, response.content) == (200, b"")
    assert int(response["Content-Length"]) == edition.files.get(name="handbook-2024-10.pdf").size


def test_what_is_no_file_of_the_edition_is_not_found(handbook, edition, client):
    other = make.handbook_page(handbook.get_parent(), "Another")
    later = published(other, "June", date(2025, 6, 1))
    for address in (
        f"{edition.url}handbook-2025-06.json",
        f"{edition.url}handbook.json",
        f"{edition.url}pictures/0123456789abcdef.png",
        f"{handbook.url}editions/2023-01/handbook-2024-10.json",
        f"{handbook.url}editions/2025-06/handbook-2025-06.json",
        f"{edition.url}../2024-10/handbook-2024-10.json",
    ):
        assert client.get(address).status_code == 404, address
    assert client.get(later.file_url("handbook-2025-06.json")).status_code == 200


def test_the_makers_get_the_frozen_handbook_and_its_pictures(handbook, monkeypatch):
    seen = {}

    def notes(book, pictures):
        seen.update(book=book, pictures=pictures)
        return b"file"

    make_by(monkeypatch, "docx", notes)
    edition = published(handbook)
    assert seen["book"] == edition.content
    assert dict(seen["pictures"]) == {}
