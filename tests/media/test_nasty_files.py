"""Each file of the corpus is refused with one message, or what is kept of it harms nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from PIL import ImageFile
from wagtail.models import UploadedFile

from cms.media.models import SiteDocument, SiteImage
from tests.media.conftest import Upload, files_in
from tests.media.nasty import DOCUMENTS, OFFICE_FILES, OFFICE_LINKS, PDF_OBJECTS, PICTURES
from tests.media.nasty.file import HIDDEN, Nasty, Outcome

pytestmark = pytest.mark.django_db

CORPUS = [
    *(pytest.param("images", nasty, id=name) for name, nasty in PICTURES.items()),
    *(
        pytest.param("documents", nasty, id=name)
        for files in (DOCUMENTS, PDF_OBJECTS, OFFICE_FILES, OFFICE_LINKS)
        for name, nasty in files.items()
    ),
]
TIDY_NAME = re.compile(r"[a-z0-9-]{1,60}(_\w{7})?\.[a-z]{3,4}")
MARKS = [HIDDEN, b"<?php", b"<script", b"PK\x03\x04", b"Exif", b"ICC"]


@pytest.fixture(autouse=True)
def after_a_pdf_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint, once loaded, makes Pillow patient with what breaks off, for all of the process."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)


def records() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (SiteImage, SiteDocument, UploadedFile))


def errors_of(response: HttpResponse) -> list[str]:
    assert response.status_code == 200
    assert response.context["form"]["title"].value() == "Plan", "what was typed is still there"
    return response.context["form"].errors["file"]


@pytest.mark.parametrize(("library", "nasty"), CORPUS)
def test_a_nasty_file_is_refused_or_harms_nobody(
    upload: Upload, media: Path, client: Client, library: str, nasty: Nasty
) -> None:
    before = records()
    response = upload(library, nasty.name, nasty.make())
    if nasty.outcome is Outcome.REFUSED:
        [message] = errors_of(response)
        assert nasty.says in message
        assert "\n" not in message
        assert records() == before
        assert files_in(media) == []
        return
    assert response.status_code == 302, response.context["form"].errors
    [stored] = files_in(media)
    assert TIDY_NAME.fullmatch(Path(stored).name)
    if nasty.outcome is Outcome.CLEANED:
        content = (media / stored).read_bytes()
        assert [mark for mark in MARKS if mark in content] == []
        assert client.get(f"/media/{stored}").status_code == 404, "only what is made from it is shown"
    else:
        served = client.get(SiteDocument.objects.latest("pk").url)
        assert served.status_code == 200
        assert served["Content-Disposition"].startswith("attachment")
        assert served["X-Content-Type-Options"] == "nosniff"
        assert served["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_the_corpus_is_large_enough() -> None:
    assert len(CORPUS) >= 30


@pytest.mark.parametrize(
    ("library", "nasty"),
    [("images", PICTURES["html named png"]), ("documents", DOCUMENTS["pdf with a script"])],
)
@pytest.mark.parametrize("way", ["add_multiple", "chooser", "edit"])
def test_no_other_way_takes_what_the_form_refuses(
    upload: Upload, media: Path, library: str, nasty: Nasty, way: str
) -> None:
    key = _sound_one(upload, library) if way == "edit" else None
    before = records(), files_in(media)
    response = upload(library, nasty.name, nasty.make(), way, key)
    if way == "add_multiple":
        answer = response.json()
        assert answer["success"] is False
        assert nasty.says in answer["error_message"]
    else:
        assert nasty.says in response.content.decode()
    assert (records(), files_in(media)) == before


@pytest.mark.parametrize("way", ["add_multiple", "chooser", "edit"])
def test_every_way_cleans_what_it_takes(upload: Upload, media: Path, way: str) -> None:
    key = _sound_one(upload, "images") if way == "edit" else None
    nasty = PICTURES["jpeg and php behind"]
    upload("images", nasty.name, nasty.make(), way, key)
    [stored] = files_in(media)
    assert HIDDEN not in (media / stored).read_bytes()


def test_a_picture_that_waits_for_a_better_title_is_cleaned_too(upload: Upload, media: Path) -> None:
    """Wagtail keeps the upload itself until the form is right, and takes it from there unseen."""
    nasty = PICTURES["jpeg and php behind"]
    upload("images", nasty.name, nasty.make(), "add_multiple", title="long" * 100)
    [waiting] = UploadedFile.objects.all()
    assert HIDDEN not in waiting.file.read()
    assert files_in(media) == ["wagtail_uploads/photo.jpg"]


def _sound_one(upload: Upload, library: str) -> int:
    if library == "images":
        nasty = PICTURES["name with two endings"]
        upload("images", nasty.name, nasty.make())
        return SiteImage.objects.latest("pk").pk
    upload("documents", "table.csv", b"a,b\n1,2\n")
    return SiteDocument.objects.latest("pk").pk
