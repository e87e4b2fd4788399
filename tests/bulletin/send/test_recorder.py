"""The thread that writes: many entries in one commit, and none forgotten while the database is away."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from django.db import DataError, OperationalError

from bulletin.send import recorder as recorder_module
from bulletin.send.claim import Claimed
from bulletin.send.ledger import Mark
from bulletin.send.recorder import SharedRecorder
from bulletin.send.replies import Fate, Outcome


def row(number: int) -> Claimed:
    return Claimed(number, 1, "reader@example.org", "key", "<id>", 0, None, "token", time.monotonic())


class FakeLedger:
    """Keeps what is written, a list a commit."""

    def __init__(self) -> None:
        self.commits: list[list[Mark | Outcome]] = []
        self.is_away = False
        self.takes = 0.0
        self.refuses: set[int] = set()
        self.refusal: Exception = DataError("a character that cannot be stored")

    def write(self, entries: Sequence[Mark | Outcome]) -> list[bool]:
        if self.is_away:
            raise OperationalError("the server is starting up")
        if self.refuses & {entry.row.pk for entry in entries}:
            raise self.refusal
        time.sleep(self.takes)
        self.commits.append(list(entries))
        return [True] * len(entries)

    def is_reachable(self) -> bool:
        return not self.is_away

    @property
    def written(self) -> list[int]:
        return [entry.row.pk for commit in self.commits for entry in commit]


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> FakeLedger:
    fake = FakeLedger()
    monkeypatch.setattr(recorder_module, "Ledger", lambda: fake)
    monkeypatch.setattr(recorder_module, "AWAY_PAUSE", 0.01)
    monkeypatch.setattr(recorder_module, "LOOK_EVERY", 0.02)
    return fake


@pytest.fixture
def recorder(ledger: FakeLedger) -> Iterator[SharedRecorder]:
    thread = SharedRecorder()
    thread.start()
    yield thread
    thread.close(2)
    assert not thread.is_alive()


def wait_for(condition) -> None:
    ends = time.monotonic() + 2
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.002)


def sent(number: int) -> Outcome:
    return Outcome(row(number), Fate.SENT)


def test_an_answer_shares_the_commit_of_the_next_mark(recorder: SharedRecorder, ledger: FakeLedger) -> None:
    recorder.note(sent(1))
    assert recorder.mark(row(2), "monthly")
    assert ledger.written == [1, 2]
    assert len(ledger.commits) == 1


def test_a_refusal_for_good_is_written_when_it_is_noted(recorder: SharedRecorder, ledger: FakeLedger) -> None:
    recorder.note(Outcome(row(1), Fate.FAILED))
    assert ledger.written == [1]


def test_an_answer_without_a_mark_is_written_soon(recorder: SharedRecorder, ledger: FakeLedger) -> None:
    recorder.note(sent(1))
    wait_for(lambda: ledger.written == [1])


def test_marks_of_many_connections_share_commits(recorder: SharedRecorder, ledger: FakeLedger) -> None:
    threads = [threading.Thread(target=recorder.mark, args=(row(number), "monthly")) for number in range(50)]
    ledger.takes = 0.05
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(2)
    assert sorted(ledger.written) == list(range(50))
    assert len(ledger.commits) < 25


def test_while_the_database_is_away_marks_fail_and_answers_are_kept(
    recorder: SharedRecorder, ledger: FakeLedger
) -> None:
    ledger.is_away = True
    recorder.note(sent(1))
    assert not recorder.mark(row(2), "monthly")
    assert not recorder.is_reachable.is_set()
    recorder.note(sent(3))
    ledger.is_away = False
    assert recorder.is_reachable.wait(2)
    wait_for(lambda: sorted(ledger.written) == [1, 3])


def test_it_notices_that_the_database_is_back_without_anything_to_write(
    recorder: SharedRecorder, ledger: FakeLedger
) -> None:
    ledger.is_away = True
    assert not recorder.mark(row(1), "monthly")
    ledger.is_away = False
    assert recorder.is_reachable.wait(2)


@pytest.mark.parametrize("refusal", [DataError("a character that cannot be stored"), LookupError("gone")])
def test_one_that_cannot_be_written_does_not_hold_back_the_others(
    recorder: SharedRecorder, ledger: FakeLedger, refusal: Exception
) -> None:
    ledger.refuses, ledger.refusal = {2}, refusal
    for number in (1, 2, 3):
        recorder.note(sent(number))
    wait_for(lambda: ledger.written == [1, 3])


def test_an_answer_is_kept_for_longer_than_the_lease(
    recorder: SharedRecorder, ledger: FakeLedger, settings
) -> None:
    settings.BULLETIN_LEASE = timedelta(seconds=0.05)
    ledger.is_away = True
    recorder.note(sent(1))
    wait_for(lambda: not recorder.is_reachable.is_set())
    time.sleep(0.2)
    ledger.is_away = False
    wait_for(lambda: ledger.written == [1])


def test_a_database_that_stays_away_does_not_keep_it_from_ending(ledger: FakeLedger) -> None:
    ledger.is_away = True
    thread = SharedRecorder()
    thread.note(sent(1))
    thread.start()
    thread.close(0.1)
    thread.join(2)
    assert not thread.is_alive()
