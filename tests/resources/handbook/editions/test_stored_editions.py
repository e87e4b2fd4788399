"""JSON of past editions, beside this file: whatever changes in the code, it is read and shown for ever.

A file here is never changed. Where a test fails, the code has to learn to read the old form.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from resources.handbook.content import Handbook
from resources.handbook.files import csv_file
from resources.handbook.json_format import read
from resources.models import Edition, EditionFile
from tests.factories import handbook_pages as make
from tests.factories.pages import home_page

STORED = sorted(Path(__file__).parent.glob("*.json"))


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def stored(request: pytest.FixtureRequest) -> Path:
    return request.param


def words_of(book: Handbook) -> list[str]:
    """What a reader must find on the page of the edition."""
    return [
        book.title,
        *(section.heading for section in book.sections),
        *(category.name for category in book.categories),
        *(product.name for product in book.products),
        *(str(product.published) for product in book.products if product.published),
        *(milestone.title for milestone in book.milestones),
        *(resource.title for resource in book.further_resources),
    ]


def test_there_are_stored_editions():
    assert STORED


def test_it_is_the_file_that_was_committed(stored):
    committed, name = stored.with_suffix(".sha256").read_text().split()
    assert name == stored.name
    assert sha256(stored.read_bytes()).hexdigest() == committed


def test_it_is_read_to_the_last_field(stored):
    book = read(stored.read_bytes())
    assert book.edition
    assert book.edition.slug == stored.stem
    assert book.sections
    assert list(book.products)
    assert all(product.what.text for product in book.products)


def test_it_makes_a_table_of_products(stored):
    book = read(stored.read_bytes())
    text = csv_file.make(book).decode("utf-8-sig")
    assert all(product.name in text for product in book.products)


@pytest.mark.django_db
def test_it_is_shown_as_an_edition(stored, demo_site, client):
    book = read(stored.read_bytes())
    mark = book.edition
    page = make.handbook_page(home_page(), "A handbook of our own")
    edition = Edition(handbook=page, slug=mark.slug, name=mark.name, day=mark.day, note=mark.note)
    edition.sha256 = sha256(stored.read_bytes()).hexdigest()
    edition.save()
    name = edition.json_name
    EditionFile(
        edition=edition, name=name, content_type="application/json", content=stored.read_bytes()
    ).save()
    edition = Edition.objects.get(pk=edition.pk)
    response = client.get(edition.url)
    assert response.status_code == 200
    main = BeautifulSoup(response.content, "html.parser").find("main")
    text = " ".join(main.get_text(" ").split())
    assert [words for words in words_of(book) if words not in text] == []
    assert edition.sha256 in text
    assert client.get(edition.file_url(name)).content == stored.read_bytes()
