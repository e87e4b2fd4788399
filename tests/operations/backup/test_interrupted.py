"""A restore that ends early says what it has changed, and loses nothing of what was there."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from bulletin.models import SendingGate
from cms.operations.backup import media
from cms.operations.backup.fetching import at_hand
from cms.operations.backup.problems import BackupProblem
from cms.operations.backup.restoring import restore
from tests.operations.backup.machine import Machine

pytestmark = pytest.mark.django_db
LATER = "SELECT 1 FROM wagtailcore_page WHERE title = 'Written later'"


@pytest.fixture
def archive(demo: Machine) -> Path:
    """One of the machine as it was before somebody wrote and uploaded more."""
    made = demo.backup()
    demo.ask("UPDATE wagtailcore_page SET title = 'Written later'")
    (demo.folder / "media" / "later.png").write_bytes(b"later")
    return made


def cannot_be_moved(monkeypatch: pytest.MonkeyPatch, is_stuck: Callable[[Path], bool]) -> None:
    rename = Path.rename

    def moved(self: Path, target: Path) -> Path:
        if is_stuck(self):
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", moved)


def test_all_uploads_go_back_where_one_of_them_cannot_be_moved(
    demo: Machine, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uploads, last = demo.uploads(), list((demo.folder / "media").iterdir())[-1]
    cannot_be_moved(monkeypatch, lambda path: path == last)
    words = rf"^The database was restored, the uploads were not: {last}: Permission denied$"
    with pytest.raises(CommandError, match=words):
        call_command("restore", str(archive), force=True)
    assert demo.uploads() == uploads
    assert not demo.ask(LATER)
    assert not list(demo.folder.rglob(".restoring-*"))
    assert "has not ended: uploads may be wrong" in SendingGate.objects.get().held_because


def test_an_upload_that_cannot_go_back_is_kept_and_named(
    demo: Machine, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uploads, first, *_, last = demo.uploads(), *(demo.folder / "media").iterdir()
    cannot_be_moved(
        monkeypatch, lambda path: path == last or (path.parent.name, path.name) == ("before", first.name)
    )
    with pytest.raises(
        CommandError, match=r"Some of those of before lie in .*/before, until the next restore"
    ):
        call_command("restore", str(archive), force=True)
    (kept,) = (demo.folder / "media").glob(".restoring-*/before")
    assert [path.name for path in kept.iterdir()] == [first.name]
    monkeypatch.undo()
    (kept / first.name).rename(first)
    kept.rmdir()
    assert demo.uploads() == uploads


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_restore_that_is_stopped_before_it_changes_anything_says_so(
    demo: Machine, archive: Path, number: signal.Signals
) -> None:
    everything = demo.everything()

    def stop(_number: int) -> None:
        if list(demo.folder.glob(".restoring-*")):
            os.kill(os.getpid(), number)

    words = f"was not restored: it was stopped by {number.name}"
    with pytest.raises(BackupProblem, match=words):
        restore(archive, force=True, told=stop)
    assert demo.everything() == everything
    assert not list(demo.folder.rglob(".restoring-*"))


def test_a_signal_that_is_ignored_already_stays_ignored(demo: Machine, archive: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        restore(archive, force=True, told=lambda _number: os.kill(os.getpid(), signal.SIGHUP))
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    assert not demo.ask(LATER)


def test_from_the_new_database_on_it_goes_to_its_end(
    demo: Machine, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_place = media.put_in_place

    def stopped(*given: Path) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            os.kill(os.getpid(), number)
        put_in_place(*given)

    monkeypatch.setattr(media, "put_in_place", stopped)
    call_command("restore", str(archive), force=True, verbosity=0)
    assert "later.png" not in demo.uploads()
    assert "restored from the backup of" in SendingGate.objects.get().held_because


def test_two_restores_do_not_run_at_once(demo: Machine, archive: Path) -> None:
    with at_hand(str(archive)):
        everything = demo.everything()
        with pytest.raises(CommandError, match=r"^Another restore is running here\.$"):
            call_command("restore", str(archive), force=True)
        assert demo.everything() == everything
    call_command("restore", str(archive), force=True, verbosity=0)
