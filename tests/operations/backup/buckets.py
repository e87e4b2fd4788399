"""Object storage that uploads lie in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.operations.backup.machine import Machine, standing_on
from tests.operations.object_store import ask

Given = dict[str, Any]
UPLOADS = {
    "documents/Fios mu obair – 1.pdf": b"%PDF-1.7 words" * 500,
    "documents/empty.csv": b"",
    "images/large.png": bytes(range(256)) * 12_000,
}


def put(given: Given, name: str, content: bytes) -> None:
    ask(given["endpoint_url"]).put_object(Bucket=given["bucket_name"], Key=name, Body=content)


def uploads_lie_in(given: Given, settings) -> None:
    backend = "cms.operations.object_storage.ObjectStorage"
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": backend, "OPTIONS": given}}


@contextmanager
def on_another(machine: Machine, new_bucket: Callable[[], Given], settings) -> Iterator[Given]:
    """An empty machine with an empty bucket for its uploads."""
    given = new_bucket()
    with standing_on(machine, settings):
        uploads_lie_in(given, settings)
        yield given
