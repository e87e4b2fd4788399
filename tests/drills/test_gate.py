"""A copy of the database, or an older one in its place, sends nothing until a person says so."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F

from bulletin.models import Sending, SendingGate
from bulletin.send import gate, gate_note
from bulletin.send.claim import claim
from bulletin.send.worker import Worker
from tests.bulletin.send.fake_relay import FakeRelay
from tests.drills.default_database import as_default

pytestmark = pytest.mark.django_db

SIZE = 20


@pytest.fixture
def site(databases: Callable, tmp_path: Path, settings) -> Iterator[Path]:
    """A file with a queued sending, in the place of the tests' database."""
    settings.VAR_DIR = tmp_path / "var"
    settings.BULLETIN_BATCH = 5
    with databases("sqlite", SIZE).copied(tmp_path) as url, as_default(url):
        yield Path(url.removeprefix("sqlite:///"))


@contextmanager
def looking_at(file: Path) -> Iterator[None]:
    with as_default(f"sqlite:///{file}"):
        yield


def send(number: int = SIZE) -> list[str]:
    """As many as are asked for, a batch at a time."""
    relay = FakeRelay()
    worker = Worker(relay.open)
    relay.before_the_dot = lambda address: worker.stop() if len(relay.accepted) + 1 >= number else None
    worker.once()
    return relay.accepted


def is_held_as(words: object) -> bool:
    return gate.state() == gate.GateState(False, str(words)) and send() == []


def test_the_first_worker_takes_the_database_in_and_sends(site: Path) -> None:
    assert len(send()) == SIZE
    assert gate.state().is_open
    row = SendingGate.objects.get()
    assert gate_note.read_all()[row.identity].counter == row.counter == 4


def test_a_copied_file_is_held_until_it_is_released(site: Path) -> None:
    send(3)
    copy = site.with_name("copy.sqlite3")
    connection.close()  # so that nothing is left in the log beside the file
    shutil.copyfile(site, copy)
    with looking_at(copy):
        assert is_held_as(gate.COPY)
        assert SendingGate.objects.get().held_since
        call_command("bulletin_status", release=True)
        assert gate.state().is_open
        assert len(send()) == SIZE - 3
    # The first one does not know of it: a person has to switch it off.
    assert gate.state().is_open


def test_an_older_backup_in_the_same_place_is_held_until_it_is_released(site: Path) -> None:
    send(3)
    backup = sqlite3.connect(site.with_name("backup.sqlite3"))
    with closing(sqlite3.connect(site)) as now:
        now.backup(backup)
    send(10)
    connection.close()
    with closing(sqlite3.connect(site)) as now:
        backup.backup(now)
    assert is_held_as(gate.OLDER)
    gate.release(None)
    assert gate.state().is_open
    assert send()


def test_a_backup_from_before_a_release_is_held_too(site: Path) -> None:
    send(3)
    backup = sqlite3.connect(site.with_name("backup.sqlite3"))
    with closing(sqlite3.connect(site)) as now:
        now.backup(backup)
    gate.release(None)
    connection.close()
    with closing(sqlite3.connect(site)) as now:
        backup.backup(now)
    assert is_held_as(gate.OLDER)


def test_a_database_that_has_sent_is_held_on_a_machine_that_does_not_know_it(site: Path) -> None:
    send(3)
    gate_note.path().unlink()
    assert is_held_as(gate.NO_NOTE)


def test_a_database_without_a_gate_row_is_held_while_something_is_under_way(site: Path) -> None:
    send(3)
    SendingGate.objects.all().delete()
    assert is_held_as(gate.UNKNOWN)


def test_a_new_database_on_the_inode_of_an_old_one_may_send(site: Path) -> None:
    send(3)
    SendingGate.objects.all().delete()
    Sending.objects.update(state=Sending.State.CANCELLED)
    assert gate.check().is_open


class Killed(BaseException):
    """As kill -9 at this moment."""


@pytest.mark.parametrize("batches", [0, 1, 2])
@pytest.mark.parametrize("moment", ["before the commit", "after the commit"])
def test_killed_at_any_moment_of_a_claim_it_goes_on(
    site: Path, monkeypatch: pytest.MonkeyPatch, batches: int, moment: str
) -> None:
    if batches:
        send(batches * 5)
    else:
        Worker(FakeRelay().open).keeper.look(may_finish=False)
    sending = Sending.objects.get()

    def die(*_given: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(gate, "_write_down", die)
        with pytest.raises(Killed), transaction.atomic():
            claim(sending.pk, sending.audience_kind, "worker01")
            if moment == "before the commit":
                die()
    connection.close()
    assert gate.check().is_open
    assert send()


def test_killed_before_anything_was_noted_it_goes_on(site: Path) -> None:
    gate.take_in()
    gate_note.path().unlink()
    assert gate.check().is_open
    assert len(send()) == SIZE


def test_a_note_that_another_worker_writes_meanwhile_is_no_reason(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(3)
    read_all = gate_note.read_all

    def read_and_let_another_claim() -> dict[str, gate_note.Note]:
        SendingGate.objects.update(counter=F("counter") + 1)
        row = SendingGate.objects.get()
        return read_all() | {row.identity: gate_note.Note("", row.counter)}

    monkeypatch.setattr(gate_note, "read_all", read_and_let_another_claim)
    assert gate.check().is_open
