"""The gate needs a folder in which to remember, and a release holds whatever the clock says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import TestCase
from django.utils import timezone

from bulletin.models import Sending, SendingGate
from bulletin.send import gate
from tests.bulletin.send import post_room

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Notes are kept, as with a database that is a file."""
    settings.VAR_DIR = tmp_path / "var"
    monkeypatch.setattr(gate, "IN_MEMORY", "nothing")
    yield settings.VAR_DIR


def test_a_folder_that_cannot_be_written_shuts_the_gate_until_it_can(folder: Path) -> None:
    post_room.subscribers(2)
    sending = post_room.started()
    notes = folder.rename(folder.with_name("aside"))
    folder.write_text("in place of the folder")
    assert post_room.work().accepted == []
    assert post_room.states(sending) == {"pending": 2}
    for state in (gate.state(), gate.check()):
        assert not state.is_open
        assert str(folder) in state.because
    gate.take_in()
    folder.unlink()
    notes.rename(folder)
    assert len(post_room.work().accepted) == 2
    assert post_room.state_of(sending) == Sending.State.SENT


def test_a_release_holds_after_a_clock_that_was_ahead(folder: Path) -> None:
    gate.take_in()
    SendingGate.objects.update(released_at=timezone.now() + timedelta(days=400))
    gate._write_down(SendingGate.objects.get())
    SendingGate.objects.update(released_at=None)  # from a backup
    assert not gate.check().is_open
    with TestCase.captureOnCommitCallbacks(execute=True):
        gate.release(None)
    assert gate.check().is_open


def test_a_folder_that_takes_no_more_shuts_the_gate_before_anything_is_taken(folder: Path) -> None:
    post_room.subscribers(2)
    post_room.started()
    in_the_way = folder / "bulletin_gate.probe"
    in_the_way.mkdir()
    assert post_room.work().accepted == []
    in_the_way.rmdir()
    assert len(post_room.work().accepted) == 2


@pytest.mark.parametrize("text", [b"", b"{", b"[1]", b'{"a": 1}', b'{"a": ["", "many"]}', b"\xff"])
def test_a_damaged_note_shuts_the_gate_until_a_release(folder: Path, text: bytes) -> None:
    post_room.subscribers(2)
    sending = post_room.started()
    note = folder / "bulletin_gate.json"
    note.write_bytes(text)
    assert post_room.work().accepted == []
    assert str(note) in gate.state().because
    note.unlink()
    assert not gate.state().is_open
    note.write_bytes(text)
    with TestCase.captureOnCommitCallbacks(execute=True):
        gate.release(None)
    assert len(post_room.work().accepted) == 2
    assert post_room.state_of(sending) == Sending.State.SENT
