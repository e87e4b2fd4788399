"""A library of its own, and the ways in which the admin takes files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.client import BOUNDARY, encode_multipart
from django.urls import reverse
from wagtail.models import Collection

Upload = Callable[..., HttpResponse]
APPS = {"images": "wagtailimages", "documents": "wagtaildocs"}
NAME = "name-to-be-replaced"


@pytest.fixture
def media(tmp_path: Path) -> Iterator[Path]:
    with override_settings(MEDIA_ROOT=tmp_path):
        yield tmp_path


def files_in(media: Path) -> list[str]:
    """What is stored of uploads, without the sizes that are made from them."""
    names = [str(path.relative_to(media)) for path in media.rglob("*") if path.is_file()]
    return sorted(name for name in names if not name.startswith("images/"))


@pytest.fixture
def upload(admin_client: Client, demo_site: None, media: Path) -> Upload:
    """Sends a file as the admin's forms do, under any name; `library` is "images" or "documents"."""

    def send(
        library: str, name: str, content: bytes, way: str = "add", key: int | None = None, title: str = "Plan"
    ) -> HttpResponse:
        data = {"title": title, "collection": Collection.get_first_root_node().pk}
        if library == "documents":
            data |= {"language": "en-gb", "accessibility": "unknown"}
        data["files[]" if way == "add_multiple" else "file"] = SimpleUploadedFile(NAME, content)
        address = f"{APPS[library]}:{way}"
        if way == "chooser":
            address = f"{APPS[library]}_chooser:create"
            data = {f"{library[:-1]}-chooser-upload-{field}": value for field, value in data.items()}
        body = encode_multipart(BOUNDARY, data).replace(NAME.encode(), name.encode(), 1)
        headers = {"X-Requested-With": "XMLHttpRequest"} if way == "add_multiple" else {}
        form = f"multipart/form-data; boundary={BOUNDARY}"
        return admin_client.post(reverse(address, args=[key] if key else []), body, form, headers=headers)

    return send
