"""Uploads in object storage: private, shown by the site or a media host, and never waited for long."""

from __future__ import annotations

import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import storages
from django.test import Client
from PIL import Image
from wagtail.images.models import SourceImageIOError
from wagtail.models import Collection, CollectionViewRestriction

from bulletin.render.pictures import mail_picture
from cms.media.models import SiteDocument, SiteImage
from cms.operations.errors import FilesAway
from search.document_texts import text_of
from search.models import DocumentText
from tests.operations.object_store import content_of
from tests.operations.test_environment import start
from tests.search.test_documents import docx

pytestmark = pytest.mark.django_db
Given = dict[str, Any]
Lie = Callable[..., None]
AT_ONCE = {"connect_timeout": 0.3, "read_timeout": 0.3, "retries": {"total_max_attempts": 1}}


@pytest.fixture
def lie_in(settings) -> Lie:
    """The uploads lie in this bucket from now on."""

    def lie(given: Given, **more: Any) -> None:
        backend = "cms.operations.object_storage.ObjectStorage"
        options = {**given, **more}
        settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": backend, "OPTIONS": options}}

    return lie


@pytest.fixture
def bucket(new_bucket: Callable[[], Given], lie_in: Lie) -> Given:
    given = new_bucket()
    lie_in(given)
    return given


@pytest.fixture
def no_answer() -> Iterator[str]:
    """An address that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        yield f"http://127.0.0.1:{silent.getsockname()[1]}"


def upload(name: str = "plan.csv", content: bytes = b"plan,words") -> SiteDocument:
    return SiteDocument.objects.create(title="The plan", file=ContentFile(content, name=name))


def picture() -> SiteImage:
    file = BytesIO()
    Image.new("RGB", (900, 600), "navy").save(file, "PNG")
    return SiteImage.objects.create(title="Navy", file=ImageFile(file, name="navy.png"))


def test_a_document_lies_in_the_bucket_and_is_served_by_the_site(bucket: Given, client: Client) -> None:
    document = upload()
    assert content_of(bucket) == {"documents/plan.csv": b"plan,words"}
    response = client.get(document.url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"plan,words"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get(document.url).status_code == 200  # it is fetched again
    assert document.file.url == "/media/documents/plan.csv"  # where nothing is served, and no key stands


def test_a_private_document_is_given_to_nobody_and_by_no_other_address(bucket: Given, client: Client) -> None:
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = upload()
    SiteDocument.objects.filter(pk=document.pk).update(collection=private)
    assert client.get(document.url).status_code in (302, 403)
    assert client.get(document.file.url).status_code == 404


def test_a_name_that_is_taken_is_not_overwritten(bucket: Given) -> None:
    first, second = upload(content=b"first"), upload(content=b"second")
    assert first.file.name != second.file.name
    assert sorted(content_of(bucket).values()) == [b"first", b"second"]


def test_what_is_deleted_goes_from_the_bucket(bucket: Given, django_capture_on_commit_callbacks) -> None:
    document = upload()
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert content_of(bucket) == {}


def test_pictures_are_made_there_and_images_served(bucket: Given, client: Client, images_served) -> None:
    rendition = picture().get_rendition("width-400|format-webp")
    assert rendition.url.startswith("/media/images/navy")
    response = client.get(rendition.url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert b"".join(response.streaming_content) in content_of(bucket).values()
    assert "max-age" in response["Cache-Control"]
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert client.get("/media/images/nothing.png").status_code == 404
    assert client.get("/media/original_images/navy.png").status_code == 404


def test_pictures_are_shown_by_the_media_host_also_in_mail(bucket: Given, settings) -> None:
    settings.MEDIA_URL = "https://media.example/"
    image = picture()
    rendition = image.get_rendition("width-400")
    assert rendition.url == rendition.full_url == f"https://media.example/{rendition.file.name}"
    assert mail_picture(image, (200, 200), "").src.startswith("https://media.example/images/navy")


def test_the_words_of_a_document_are_read_without_a_path(bucket: Given) -> None:
    assert "The quagga" in text_of(upload("plan.docx", docx("The quagga")))


def test_words_that_cannot_be_reached_are_read_the_next_time(bucket: Given, lie_in: Lie) -> None:
    document = upload("plan.docx", docx("The quagga"))
    lie_in(bucket, endpoint_url="http://127.0.0.1:1", waits=AT_ONCE)
    fresh = SiteDocument.objects.get(pk=document.pk)
    fresh.file_size, fresh.file_hash = 10, "hash"
    assert text_of(fresh) == ""
    assert not DocumentText.objects.filter(document=document).exists()
    lie_in(bucket)
    assert "The quagga" in text_of(SiteDocument.objects.get(pk=document.pk))


def test_storage_that_does_not_answer_is_waited_for_once_and_not_long(
    bucket: Given, lie_in: Lie, no_answer: str, caplog: pytest.LogCaptureFixture, monkeypatch
) -> None:
    lie_in(bucket, endpoint_url=no_answer, waits=AT_ONCE)
    monkeypatch.setattr("cms.operations.object_storage.PAUSE", 60.0)
    storage = storages["default"]
    begun = time.monotonic()
    for _again in range(3):
        with pytest.raises(FilesAway):
            storage.exists("documents/plan.csv")
    assert time.monotonic() - begun < 20  # also on a busy machine
    assert [line.message for line in caplog.records if line.levelno == logging.ERROR] == [
        "The object storage cannot be reached: ReadTimeoutError"
    ]
    storage.away_until = 0.0  # as some seconds later
    with pytest.raises(FilesAway):
        storage.save("documents/plan.csv", ContentFile(b"plan"))


def test_while_storage_is_away_a_reader_is_told_and_pages_go_on(
    bucket: Given, lie_in: Lie, client: Client, demo_site: None
) -> None:
    document, image = upload(), picture()
    lie_in(bucket, endpoint_url="http://127.0.0.1:1", waits=AT_ONCE)
    client.raise_request_exception = False
    response = client.get(document.url)
    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert "files cannot be reached" in response.content.decode()
    assert client.get("/").status_code == 200
    with pytest.raises(SourceImageIOError):  # for which blocks show a picture that is missing
        SiteImage.objects.get(pk=image.pk).get_rendition("width-300")


def test_while_storage_is_away_an_editor_is_told_and_nothing_is_kept(
    bucket: Given, lie_in: Lie, admin_client: Client
) -> None:
    lie_in(bucket, endpoint_url="http://127.0.0.1:1", waits=AT_ONCE)
    admin_client.raise_request_exception = False
    before = SiteDocument.objects.count()
    root = Collection.get_first_root_node().pk
    file = ContentFile(b"one,two\n1,2\n", name="later.csv")
    response = admin_client.post(
        "/admin/documents/add/",
        {
            "title": "Later",
            "file": file,
            "collection": root,
            "language": "en-gb",
            "accessibility": "checked",
            "tags": "",
        },
    )
    assert response.status_code == 503
    assert "may not be saved" in response.content.decode()
    assert SiteDocument.objects.count() == before


def test_a_record_goes_also_while_storage_is_away_and_the_file_left_over_is_named(
    bucket: Given, lie_in: Lie, caplog: pytest.LogCaptureFixture
) -> None:
    upload()
    lie_in(bucket, endpoint_url="http://127.0.0.1:1", waits=AT_ONCE)
    storages["default"].delete("documents/plan.csv")
    assert "documents/plan.csv is left over in the object storage." in caplog.text


@pytest.mark.parametrize(("host", "shown"), [("", True), ("&host=media.example", False)])
def test_the_settings_follow_the_address(host: str, shown: bool) -> None:
    said = (
        "import json; from cms.settings import base as s; print(json.dumps("
        "[s.STORAGES['default'], s.MEDIA_URL, s.SERVE_MEDIA, s.PUBLIC_POLICY['img-src']]))"
    )
    result = start(["-c", said], MEDIA_STORAGE_URL=f"s3://name:s%2Fcret@bucket?region=eu-west-2{host}")
    storage, address, is_served, sources = json.loads(result.stdout)
    assert storage["BACKEND"] == "cms.operations.object_storage.ObjectStorage"
    assert storage["OPTIONS"] == {
        "bucket_name": "bucket",
        "access_key": "name",
        "secret_key": "s/cret",
        "region_name": "eu-west-2",
    }
    assert is_served is shown
    assert address == ("/media/" if shown else "https://media.example/")
    assert ("media.example" in sources) is not shown
