"""Backups that are kept in object storage."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from botocore.exceptions import ReadTimeoutError
from django.core.management import call_command
from django.core.management.base import CommandError
from django_tasks_db.models import DBTaskResult

from cms.mail import permission
from cms.operations.backup.bucket import Bucket
from cms.operations.backup.making import make_backup
from cms.operations.backup.newest import TASK, newest_backup
from cms.operations.backup.problems import NotMade
from cms.operations.errors import FilesAway
from cms.operations.object_storage import ObjectStorage
from tests.operations.backup.buckets import UPLOADS, Given, on_another, put
from tests.operations.backup.machine import Machine, standing_on
from tests.operations.object_store import ask, content_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def name_of(moment: datetime) -> str:
    return f"backup-{moment:%Y%m%dT%H%M%SZ}.tar.gz"


def names_in(given: Given) -> list[str]:
    return sorted(content_of(given))


def everything_but_locks(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.name != ".lock")


def test_rows_and_uploads_come_back_from_bucket_to_bucket(
    demo: Machine, fresh: Machine, kept: Given, uploads: Given, new_bucket, settings, move_clock
) -> None:
    move_clock(NOON)
    rows = demo.rows()
    made = make_backup()
    assert names_in(kept) == [f"site/backups/{name_of(NOON)}"]
    assert (made.place, made.name) == (f"s3://{kept['bucket_name']}/site/backups", name_of(NOON))
    assert everything_but_locks(demo.folder / "backups") == []
    with on_another(fresh, new_bucket, settings) as empty:
        call_command("restore", made.name, verbosity=0)
        assert content_of(empty) == UPLOADS
        assert fresh.rows().items() >= {"wagtailcore_page": rows["wagtailcore_page"]}.items()
        assert not permission.may_go()
    assert not list(fresh.folder.rglob(".*ing-*"))


def test_an_archive_is_restored_from_its_address_with_the_key_of_the_surroundings(
    demo: Machine, fresh: Machine, kept: Given, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_backup()
    settings.BACKUP_STORAGE = {}
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", kept["access_key"])
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", kept["secret_key"])
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    address = f"{made.place}/{made.name}?endpoint={kept['endpoint_url']}&region={kept['region_name']}"
    with standing_on(fresh, settings):
        call_command("restore", address, verbosity=0)
        assert fresh.uploads().keys() == demo.uploads().keys()


@pytest.mark.parametrize(
    ("archive", "words"),
    [
        ("s3://bucket_/x", "This address is not right"),
        ("s3://bucket/notes.txt", "This address names no backup"),
        (name_of(NOON), "No such file in the object storage"),
    ],
)
def test_an_archive_that_is_not_there_is_refused_with_one_line(
    fresh: Machine, kept: Given, settings, archive: str, words: str
) -> None:
    with standing_on(fresh, settings), pytest.raises(CommandError, match=words):
        call_command("restore", archive)
    assert fresh.everything() == {}


def test_only_so_many_of_the_newest_are_kept_in_the_bucket(
    demo: Machine, kept: Given, settings, move_clock
) -> None:
    move_clock(NOON)
    settings.BACKUP_KEEP = 3
    older = [name_of(NOON - timedelta(days=day)) for day in range(1, 5)]
    for name in [*older, "notes.txt"]:
        put(kept, f"site/backups/{name}", b"older")
    put(kept, f"elsewhere/{older[3]}", b"of another site")
    made = make_backup()
    assert made.removed == older[2:]
    stay = {f"site/backups/{name}" for name in (made.name, *older[:2], "notes.txt")}
    assert set(names_in(kept)) == {*stay, f"elsewhere/{older[3]}"}
    assert make_backup().name == name_of(NOON + timedelta(seconds=1))


def test_one_that_reads_back_as_something_else_goes_and_the_older_ones_stay(
    demo: Machine, kept: Given, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BACKUP_KEEP = 1
    older = make_backup().name
    monkeypatch.setattr(Bucket, "_digest", lambda _self, _name: b"something else")
    with pytest.raises(CommandError, match="reads back as something else"):
        call_command("backup")
    assert names_in(kept) == [f"site/backups/{older}"]
    assert everything_but_locks(demo.folder / "backups") == []


def test_what_a_killed_upload_has_left_is_no_backup_and_goes_a_day_later(
    demo: Machine, kept: Given, move_clock
) -> None:
    client = ask(kept["endpoint_url"])
    key, bucket = f"site/backups/{name_of(NOON)}", kept["bucket_name"]
    begun = client.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
    client.upload_part(Bucket=bucket, Key=key, UploadId=begun, PartNumber=1, Body=b"half of it")
    assert Bucket(kept).names() == []
    since = client.list_multipart_uploads(Bucket=bucket)["Uploads"][0]["Initiated"]
    move_clock(since + timedelta(hours=23))
    make_backup()
    assert "Uploads" in client.list_multipart_uploads(Bucket=bucket)
    move_clock(since + timedelta(hours=25))
    make_backup()
    assert "Uploads" not in client.list_multipart_uploads(Bucket=bucket)
    assert len(Bucket(kept).names()) == 2


def test_storage_that_is_away_means_no_backup_and_one_line_without_the_secret(
    demo: Machine, kept: Given, settings, caplog: pytest.LogCaptureFixture, monkeypatch
) -> None:
    monkeypatch.setattr("cms.operations.backup.bucket.PATIENT", {"connect_timeout": 0.2})
    settings.BACKUP_STORAGE = {**kept, "endpoint_url": "http://127.0.0.1:1"}
    with caplog.at_level(logging.DEBUG, "cms"), pytest.raises(CommandError) as refused:
        call_command("backup")
    assert str(refused.value).startswith("No backup was made: The object storage cannot be reached")
    assert kept["secret_key"] not in caplog.text + str(refused.value)
    assert everything_but_locks(demo.folder / "backups") == []


def test_a_bucket_that_refuses_is_named_with_its_reason(demo: Machine, kept: Given, settings) -> None:
    settings.BACKUP_STORAGE = {**kept, "bucket_name": "of-nobody"}
    with pytest.raises(NotMade, match=r"No backup was made: The object storage refuses: NoSuchBucket\."):
        make_backup()


@pytest.mark.parametrize("can_be_removed", [True, False])
def test_one_that_cannot_be_read_back_does_not_stay_as_if_it_were_checked(
    demo: Machine, kept: Given, monkeypatch: pytest.MonkeyPatch, can_be_removed: bool
) -> None:
    def breaks(_self: ObjectStorage, name: str, _target: object) -> NoReturn:
        with _self.reached(name):
            raise ReadTimeoutError(endpoint_url="")

    def refuses(_self: ObjectStorage, _name: str) -> NoReturn:
        raise FilesAway("It refuses.")

    monkeypatch.setattr(ObjectStorage, "fetch", breaks)
    if not can_be_removed:
        monkeypatch.setattr(ObjectStorage, "remove", refuses)
    words = "cannot be read back: The object storage cannot be reached"
    with pytest.raises(CommandError, match=words) as refused:
        call_command("backup")
    assert ("is not checked and could not be removed" in str(refused.value)) is not can_be_removed
    assert bool(names_in(kept)) is not can_be_removed


@pytest.mark.parametrize("endpoint", [{}, {"endpoint_url": "https://STORAGE.example.org"}])
def test_backups_do_not_lie_among_the_uploads(
    demo: Machine, uploads: Given, settings, endpoint: Given
) -> None:
    settings.BACKUP_STORAGE = {**uploads, **endpoint, "location": "backups"}
    with pytest.raises(NotMade, match="the bucket of the uploads has this name"):
        make_backup()
    assert content_of(uploads) == UPLOADS


def test_the_newest_backup_is_known_without_asking_the_bucket(db: None, settings) -> None:
    settings.BACKUP_STORAGE = {"bucket_name": "b", "endpoint_url": "http://127.0.0.1:1"}
    assert newest_backup() is None
    for days in (1, 3):
        DBTaskResult.objects.create(
            task_path=TASK,
            status="SUCCESSFUL",
            args_kwargs={"args": [], "kwargs": {}},
            backend_name="default",
            finished_at=NOON - timedelta(days=days),
            return_value=name_of(NOON - timedelta(days=days)),
        )
    assert newest_backup() == NOON - timedelta(days=1)
