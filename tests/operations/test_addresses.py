"""Addresses that belong to no page."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import Collection, CollectionViewRestriction

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    for name in (
        "images/picture.png",
        "original_images/picture.png",
        "documents/plan.pdf",
        "images/page.html",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"content")
    return tmp_path


def test_search_engines_are_told_what_to_leave_alone(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /feedback/", "Disallow: /search/"} < set(lines)
    assert lines[-1] == f"Sitemap: {site_settings.SITE_URL}/sitemap.xml"


def test_the_site_map_lists_the_home_page(demo_site: None, client: Client) -> None:
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert b"<loc>http" in response.content
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_images_of_pages_are_served_on_one_machine(images_served: None, files: Path, client: Client) -> None:
    response = client.get("/media/images/picture.png", headers={"accept-encoding": "gzip"})
    assert response.getvalue() == b"content"
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=604800"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = client.get("/media/images/picture.png", headers={"if-modified-since": response["Last-Modified"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/plan.pdf",
        "/media/original_images/picture.png",
        "/media/images/page.html",
        "/media/images/",
        "/media/images/../documents/plan.pdf",
        "/media/images/..%2Foriginal_images%2Fpicture.png",
        "/media/images/missing.png",
    ],
)
def test_no_other_file_is_reached_by_its_folder(
    images_served: None, files: Path, client: Client, path: str
) -> None:
    assert client.get(path).status_code == 404


def test_in_production_the_site_serves_no_media_itself(files: Path, client: Client) -> None:
    assert client.get("/media/images/picture.png").status_code == 404


def a_document(name: str) -> AbstractDocument:
    document = get_document_model()(title="Plan")
    document.file.save(name, ContentFile(b"%PDF-1.4 " * 100), save=False)
    document.file_size = 900
    document.save()
    return document


@pytest.mark.parametrize(
    ("name", "policy", "disposition"),
    [
        ("plan.pdf", "default-src 'none'", "inline"),
        ("plan.docx", "default-src 'none'; sandbox", "attachment"),
        ("plan.csv", "default-src 'none'; sandbox", "attachment"),
    ],
)
def test_a_document_may_load_and_run_nothing(
    files: Path, client: Client, name: str, policy: str, disposition: str
) -> None:
    document = a_document(name)
    response = client.get(document.url, headers={"accept-encoding": "gzip"})
    assert response.status_code == 200
    assert response["Content-Security-Policy"] == policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith(disposition)
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response.get("Content-Encoding") in (None, "gzip")
    again = client.get(document.url, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_the_form_before_a_private_document_can_be_sent(files: Path, client: Client) -> None:
    document = a_document("plan.pdf")
    CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="password", password="words and words"
    )
    response = client.get(document.url)
    assert b"<form" in response.content
    assert "form-action 'self'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
