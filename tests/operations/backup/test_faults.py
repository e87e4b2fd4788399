"""Killed in the middle, or a full disk: the older backup, or the site, stays whole."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from cms.operations.backup.folder import backups_in
from cms.operations.backup.making import make_backup
from cms.operations.backup.reading import check
from tests.operations.backup.machine import Machine

pytestmark = pytest.mark.django_db
SCRIPT = ("-m", "tests.operations.backup.one_backup")
SMALL = str(256 * 1024)  # bytes: less than the database


def end_of(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = process.communicate(timeout=60)
    return process.returncode, said.strip()


@pytest.fixture
def older(demo: Machine) -> Path:
    return make_backup().path


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
    newer = make_backup().path
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
