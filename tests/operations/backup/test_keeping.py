"""Backups have one form of name, and old ones go only when a new one is known to be whole."""

from __future__ import annotations

import fcntl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cms.operations.backup import making
from cms.operations.backup.folder import backups_in
from cms.operations.backup.making import make_backup
from cms.operations.backup.newest import newest_backup
from cms.operations.clock_jobs import ask_for_backup
from tests.operations.backup.machine import Machine

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def older(folder: Path, number: int) -> list[str]:
    """Names of so many archives, newest first, that lie in the folder already."""
    folder.mkdir(exist_ok=True)
    names = [f"backup-{NOON - timedelta(days=day):%Y%m%dT%H%M%SZ}.tar.gz" for day in range(1, number + 1)]
    for name in names:
        (folder / name).write_bytes(b"an older one")
    (folder / "notes.txt").write_text("not a backup")
    return names


def names_in(folder: Path) -> list[str]:
    return [path.name for path in backups_in(folder)]


def test_a_backup_has_its_time_as_name_and_only_its_owner_reads_it(demo: Machine, move_clock) -> None:
    move_clock(NOON)
    path = demo.backup()
    assert path == demo.folder / "backups" / "backup-20260302T120000Z.tar.gz"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert newest_backup() == NOON
    assert {each.name for each in path.parent.iterdir()} == {path.name, ".lock"}


def test_two_in_one_second_have_two_names(demo: Machine, move_clock) -> None:
    move_clock(NOON)
    assert demo.backup() != demo.backup()
    assert len(names_in(demo.folder / "backups")) == 2


def test_only_so_many_of_the_newest_are_kept(demo: Machine, move_clock, settings) -> None:
    move_clock(NOON)
    settings.BACKUP_KEEP = 3
    folder = demo.folder / "backups"
    names = older(folder, 4)
    made = make_backup()
    assert names_in(folder) == [made.name, *names[:2]]
    assert made.removed == names[2:]
    assert (folder / "notes.txt").exists()


def test_the_new_one_is_kept_also_when_the_clock_was_put_back(demo: Machine, move_clock, settings) -> None:
    folder = demo.folder / "backups"
    names = older(folder, 2)
    move_clock(NOON - timedelta(days=90))
    settings.BACKUP_KEEP = 1
    assert names_in(folder) == names
    assert names_in(folder) != [make_backup().name]
    assert len(names_in(folder)) == 1


@pytest.mark.parametrize("keep", [0, 14])
def test_nothing_is_removed_without_need(demo: Machine, move_clock, settings, keep: int) -> None:
    move_clock(NOON)
    settings.BACKUP_KEEP = keep
    older(demo.folder / "backups", 5)
    assert make_backup().removed == []


def test_another_folder_is_not_kept_short(demo: Machine, tmp_path: Path, settings) -> None:
    settings.BACKUP_KEEP = 1
    names = older(tmp_path / "disk", 2)
    call_command("backup", to=tmp_path / "disk", verbosity=0)
    assert names_in(tmp_path / "disk")[1:] == names


def test_nothing_is_removed_for_one_that_does_not_read_back(
    demo: Machine, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BACKUP_KEEP = 1
    folder = demo.folder / "backups"
    names = older(folder, 2)
    with monkeypatch.context() as patch:
        patch.setattr(making, "check", lambda _path: None)
        with pytest.raises(CommandError, match="reads back as something else"):
            call_command("backup")
    assert names_in(folder) == names
    assert not list(folder.glob(".unfinished-*"))


def test_two_are_not_made_at_once_in_one_folder(demo: Machine) -> None:
    folder = demo.folder / "backups"
    folder.mkdir()
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(CommandError, match="another backup is being made here"):
            call_command("backup")
    assert demo.backup().exists()


def test_a_folder_that_readers_could_reach_is_refused(demo: Machine, settings) -> None:
    with pytest.raises(CommandError, match="public"):
        call_command("backup", to=demo.folder / "media" / "backups")
    assert not (demo.folder / "media" / "backups").exists()


def test_the_clock_asks_for_a_backup_unless_none_is_kept(demo: Machine, settings) -> None:
    settings.BACKUP_KEEP = 0
    ask_for_backup()
    assert not (demo.folder / "backups").exists()
    settings.BACKUP_KEEP = 2
    ask_for_backup()
    assert len(names_in(demo.folder / "backups")) == 1
