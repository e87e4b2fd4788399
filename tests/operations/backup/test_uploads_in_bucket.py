"""Uploads that lie in object storage go into a backup and come back from it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cms.operations.backup.making import make_backup
from cms.operations.backup.problems import NotRestored
from cms.operations.object_storage import PATIENT, ObjectStorage
from tests.operations.backup.buckets import UPLOADS, Given, on_another, put
from tests.operations.backup.machine import Machine
from tests.operations.object_store import content_of

pytestmark = pytest.mark.django_db


def test_uploads_in_a_bucket_are_replaced_only_by_force(demo: Machine, uploads: Given) -> None:
    archive = demo.backup()
    put(uploads, "documents/later.pdf", b"later")
    put(uploads, "documents/empty.csv", b"changed")
    demo.database.unlink()
    with pytest.raises(CommandError, match="The bucket of the uploads is not empty"):
        call_command("restore", str(archive))
    assert set(content_of(uploads)) == {*UPLOADS, "documents/later.pdf"}
    call_command("restore", str(archive), force=True, verbosity=0)
    assert content_of(uploads) == UPLOADS


def test_a_restore_that_is_refused_leaves_the_bucket_as_it_was(demo: Machine, uploads: Given) -> None:
    archive = demo.backup()
    put(uploads, "documents/empty.csv", b"of now")
    with closing(sqlite3.connect(demo.database)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("SELECT count(*) FROM wagtailcore_page").fetchone()
        with pytest.raises(CommandError, match=r"was not restored: .*Stop the site, then restore"):
            call_command("restore", str(archive), force=True)
    assert content_of(uploads)["documents/empty.csv"] == b"of now"


def test_a_database_that_is_refused_late_is_told_with_what_was_put_into_the_bucket(
    demo: Machine, uploads: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = demo.backup()
    put(uploads, "documents/later.pdf", b"later")

    def refuses(_staged: Path) -> NoReturn:
        raise NotRestored("it refuses")

    monkeypatch.setattr("cms.operations.backup.sqlite.put_in_place", refuses)
    words = "was not restored, but it may have replaced uploads in the bucket: it refuses"
    with pytest.raises(CommandError, match=words):
        call_command("restore", str(archive), force=True)
    assert "documents/later.pdf" in content_of(uploads)


def test_uploads_are_asked_for_with_more_patience_than_a_reader_has(
    demo: Machine, uploads: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits, bucket = [], ObjectStorage.bucket.fget

    def noted(self: ObjectStorage) -> Any:
        waits.append(self.client_config.read_timeout)
        return bucket(self)

    monkeypatch.setattr(ObjectStorage, "bucket", property(noted))
    call_command("restore", str(demo.backup()), force=True, verbosity=0)
    assert set(waits) == {PATIENT["read_timeout"]}


def test_an_archive_with_uploads_from_a_folder_is_restored_into_a_bucket(
    demo: Machine, fresh: Machine, new_bucket, settings
) -> None:
    shutil.rmtree(demo.folder / "media" / "images")  # three files show it as well as many
    shutil.rmtree(demo.folder / "media" / "original_images")
    archive, before = demo.backup(), demo.uploads()
    with on_another(fresh, new_bucket, settings) as empty:
        call_command("restore", str(archive), verbosity=0)
        assert content_of(empty) == {name: content for name, (content, _changed) in before.items()}


def test_a_name_that_no_file_could_have_is_noted_and_left_out(demo: Machine, uploads: Given) -> None:
    put(uploads, "documents//odd", b"odd")
    put(uploads, "documents/", b"")
    made = make_backup()
    assert made.manifest.noted == ["media/documents//odd is no name of an upload and was left out"]
    assert set(made.manifest.media) == {f"media/{name}" for name in UPLOADS}
