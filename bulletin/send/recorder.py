"""Writing down what becomes of messages: each by itself, or together with those of other connections.

Together means that whoever has to write takes along what the others have left, in one commit. A mark waits
for its commit; an answer is left for the mark of the next message, or for a thread that looks a moment later.
So a message costs one commit instead of two.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from contextlib import suppress
from typing import Protocol

from django.db import InterfaceError, OperationalError, connection

from bulletin.send.claim import Claimed
from bulletin.send.ledger import Ledger, Mark
from bulletin.send.replies import Fate, Outcome

log = logging.getLogger(__name__)

LINGER = 0.01  # seconds that an answer waits for a mark to share its commit
MOST = 100  # entries in one commit
LONGEST_PAUSE = 0.005  # seconds
AWAY_PAUSE = 0.25  # seconds between two tries to reach a database that is away
LOOK_EVERY = 0.2


class Recorder(Protocol):
    """`mark` is W1 and true once it is committed; `note` is W2."""

    def mark(self, row: Claimed, audience_kind: str) -> bool: ...

    def note(self, outcome: Outcome) -> None: ...


class DirectRecorder:
    """Each entry in a transaction of its own."""

    def __init__(self) -> None:
        self.ledger = Ledger()

    def mark(self, row: Claimed, audience_kind: str) -> bool:
        return self.ledger.write([Mark(row, audience_kind)])[0]

    def note(self, outcome: Outcome) -> None:
        self.ledger.write([outcome])


class _Entry:
    """What is to be written. While the database is away a mark fails at once; an answer is kept."""

    def __init__(self, what: Mark | Outcome) -> None:
        self.what = what
        self.is_settled = self.was_found = False

    def settle(self, was_found: bool) -> None:
        self.was_found, self.is_settled = was_found, True


class SharedRecorder(threading.Thread):
    """Of all connections of a worker. The thread writes what nobody has taken along."""

    def __init__(self) -> None:
        super().__init__(name="recorder", daemon=True)
        self.entries: queue.SimpleQueue[_Entry] = queue.SimpleQueue()
        self.is_reachable = threading.Event()
        self.is_reachable.set()
        self.is_closing = threading.Event()
        self._something_is_left = threading.Event()
        self._one_writes = threading.Lock()
        self._kept: list[_Entry] = []
        self._may_write_at = self._ends_at = 0.0

    def mark(self, row: Claimed, audience_kind: str) -> bool:
        return self._written(_Entry(Mark(row, audience_kind)))

    def note(self, outcome: Outcome) -> None:
        """A refusal for good is waited for: it may have paused the sending."""
        entry = _Entry(outcome)
        if outcome.fate is Fate.FAILED:
            self._written(entry)
        else:
            self.entries.put(entry)
            self._something_is_left.set()

    def close(self, within: float) -> None:
        """Writes what there is and ends; what the database has not taken by then is recovered later."""
        self._ends_at = time.monotonic() + within
        self.is_closing.set()
        self._something_is_left.set()
        self.join(within)

    def run(self) -> None:
        try:
            while not self.is_closing.is_set():
                if self._something_is_left.wait(LOOK_EVERY):
                    self._something_is_left.clear()
                    time.sleep(LINGER)
                self._write_rest()
            while (self._kept or not self.entries.empty()) and time.monotonic() < self._ends_at:
                self._write_rest()
        finally:
            connection.close()

    def _write_rest(self) -> None:
        if not self.is_reachable.is_set():
            time.sleep(AWAY_PAUSE)
        if self._kept or not self.entries.empty():
            self._write_all()
        elif not self.is_reachable.is_set() and Ledger().is_reachable():
            self._is_back()

    def _written(self, entry: _Entry) -> bool:
        """Written by this thread, or meanwhile by another."""
        self.entries.put(entry)
        while not entry.is_settled:
            self._write_all()
            if not entry.is_settled:
                time.sleep(AWAY_PAUSE)
        return entry.was_found

    def _write_all(self) -> None:
        """One writes at a time; when the next one comes to it, its entry is mostly written already."""
        with self._one_writes:
            if self._kept or not self.entries.empty():
                time.sleep(max(0.0, self._may_write_at - time.monotonic()))
                self._write(self._group())

    def _group(self) -> list[_Entry]:
        group, self._kept = self._kept, []
        with suppress(queue.Empty):
            while len(group) < MOST:
                group.append(self.entries.get_nowait())
        return group

    def _write(self, group: list[_Entry]) -> None:
        ledger, began = Ledger(), time.monotonic()
        try:
            found = ledger.write([entry.what for entry in group])
        except (OperationalError, InterfaceError) as error:
            self._keep(group, error)
            return
        except Exception:
            self._write_one_by_one(ledger, group)
            return
        for entry, was_found in zip(group, found, strict=True):
            entry.settle(was_found)
        if not self.is_reachable.is_set():
            self._is_back()
        if connection.vendor == "sqlite":
            # Others may write at least half of the time, or editors would be starved.
            now = time.monotonic()
            self._may_write_at = now + min(now - began, LONGEST_PAUSE)

    def _keep(self, group: list[_Entry], error: Exception) -> None:
        if self.is_reachable.is_set():
            log.warning("The database cannot be reached (%s); answers are kept.", type(error).__name__)
        self.is_reachable.clear()
        with suppress(Exception):
            connection.close()
        for entry in group:
            if isinstance(entry.what, Mark):
                entry.settle(False)
            else:
                self._kept.append(entry)

    def _is_back(self) -> None:
        log.warning("The database answers again.")
        self.is_reachable.set()

    def _write_one_by_one(self, ledger: Ledger, group: list[_Entry]) -> None:
        """One that cannot be written may not hold back the others; its row is recovered later."""
        for entry in group:
            try:
                entry.settle(ledger.write([entry.what])[0])
            except (OperationalError, InterfaceError) as error:
                self._keep([entry], error)
            except Exception:
                log.exception("Delivery %s could not be written", entry.what.row.pk)
                entry.settle(False)
