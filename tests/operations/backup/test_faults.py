"""Killed in the middle, a full disk, or a site that is not whole: the older backup, or the site, stays."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from cms.media.models import SiteDocument, SiteImage
from cms.operations.backup.folder import backups_in
from cms.operations.backup.making import make_backup
from cms.operations.backup.reading import check
from cms.operations.backup.tasks import make_nightly_backup
from tests.operations.backup.machine import Machine

pytestmark = pytest.mark.django_db
SCRIPT = ("-m", "tests.operations.backup.one_backup")
SMALL = str(256 * 1024)  # bytes: less than the database


def end_of(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = process.communicate(timeout=60)
    return process.returncode, said.strip()


@pytest.fixture
def older(demo: Machine) -> Path:
    return demo.backup()


def test_killed_in_the_middle_the_older_backup_is_whole_and_the_next_run_clears_up(
    demo: Machine, older: Path
) -> None:
    folder = demo.folder / "backups"
    process = demo.start(*SCRIPT, "stall")
    assert process.stdout is not None
    assert process.stdout.readline() == "in the middle\n"
    process.kill()
    process.communicate(timeout=20)
    assert list(folder.glob(".unfinished-*/archive"))
    assert backups_in(folder) == [older]
    check(older)
    newer = demo.backup()
    assert backups_in(folder) == [newer, older]
    assert not list(folder.glob(".unfinished-*"))


def test_on_a_full_disk_the_older_backup_is_whole_and_nothing_is_left(demo: Machine, older: Path) -> None:
    folder = demo.folder / "backups"
    status, said = end_of(demo.start(*SCRIPT, "full", SMALL, "backup"))
    assert status == 1
    assert said.startswith("No backup was made: ")
    assert len(said.splitlines()) == 1
    assert backups_in(folder) == [older]
    assert not list(folder.glob(".unfinished-*"))
    check(older)


def test_on_a_full_disk_that_still_takes_the_database_it_is_the_same(demo: Machine, older: Path) -> None:
    """The uploads make the archive larger than the copy of the database is."""
    noise = os.urandom(demo.database.stat().st_size + 100_000)
    (demo.folder / "media" / "noise.png").write_bytes(noise)
    limit = demo.database.stat().st_size + 50_000
    status, said = end_of(demo.start(*SCRIPT, "full", str(limit), "backup"))
    assert (status, said) == (1, "No backup was made: File too large")
    assert backups_in(demo.folder / "backups") == [older]


def test_a_restore_for_which_there_is_no_room_touches_nothing(demo: Machine, older: Path) -> None:
    everything = demo.everything()
    status, said = end_of(demo.start(*SCRIPT, "full", SMALL, "restore", str(older), "--force"))
    assert status == 1
    assert said.startswith(f"{older} was not restored: ") or "File too large" in said
    assert len(said.splitlines()) == 1
    assert demo.everything() == everything
    assert not list(demo.folder.rglob(".restoring-*"))


def damage(database: Path) -> None:
    """Half of a page of the tree of pages."""
    with closing(sqlite3.connect(database)) as site:
        size = site.execute("PRAGMA page_size").fetchone()[0]
        row = "SELECT rootpage FROM sqlite_master WHERE name = 'wagtailcore_page'"
        page = (site.execute(row).fetchone()[0] - 1) * size
    content = bytearray(database.read_bytes())
    if content[page] == 5:  # it only leads to others, and the first of them is taken
        cell = page + int.from_bytes(content[page + 12 : page + 14])
        page = (int.from_bytes(content[cell : cell + 4]) - 1) * size
    content[page + size // 2 : page + size] = os.urandom(size // 2)
    database.write_bytes(content)


def test_a_damaged_database_is_not_kept_as_a_backup(demo: Machine, older: Path, settings) -> None:
    settings.BACKUP_KEEP = 1
    connection.close()  # which remembers pages as they were
    damage(demo.database)
    with pytest.raises(CommandError, match=r"^No backup was made: the database of this site is damaged\.$"):
        call_command("backup")
    assert backups_in(demo.folder / "backups") == [older]


def test_uploads_that_are_not_mounted_are_not_kept_as_a_backup(demo: Machine, older: Path, settings) -> None:
    settings.BACKUP_KEEP = 1
    media = demo.folder / "media"
    shutil.rmtree(media)
    words = (
        rf"^No backup was made: the database knows \d+ images and documents, and {media} holds no uploads\.$"
    )
    with pytest.raises(CommandError, match=words):
        call_command("backup")
    media.mkdir()
    with pytest.raises(CommandError, match=words):
        call_command("backup")
    assert backups_in(demo.folder / "backups") == [older]


def test_a_site_without_uploads_is_backed_up(demo: Machine) -> None:
    shutil.rmtree(demo.folder / "media")
    for model in (SiteDocument, SiteImage):
        demo.ask(f"DELETE FROM {model._meta.db_table}")  # noqa: S608  our tables
    assert make_backup().manifest.media == {}


def test_what_a_nightly_backup_left_out_stands_in_the_log(
    demo: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    (demo.folder / "media" / "link").symlink_to(demo.database)
    name = make_nightly_backup.call()
    assert f"Backup {name}: media/link is no plain file and was left out." in caplog.messages
