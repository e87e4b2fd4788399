"""A worker: one thread that keeps the sendings going, one that writes, and one a connection to the relay."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from bulletin.send import gate
from bulletin.send.claim import Claimed, give_back, worker_name
from bulletin.send.deliver import Carrier
from bulletin.send.in_hand import Turn
from bulletin.send.keeper import Keeper
from bulletin.send.recorder import DirectRecorder, SharedRecorder
from bulletin.send.replies import Fate, Outcome
from bulletin.send.throttle import Throttle
from cms.mail.connection import Connection, open_connection

log = logging.getLogger(__name__)

LOOK_EVERY = 0.25  # seconds
# Whoever handles what can be done now waits no longer than this for the relay.
ONCE_WAITS = 2.5


class Worker:
    """Ends by itself only after `stop`."""

    def __init__(self, open_relay: Callable[[], Connection] = open_connection) -> None:
        refuse_short_lease()
        make_durable()
        self.open_relay = open_relay
        self.name = worker_name()
        self.keeper = Keeper(self.name)
        self.throttle = Throttle()
        self.rows: queue.SimpleQueue[Claimed] = queue.SimpleQueue()
        self.threads: list[_ConnectionThread] = []
        self.is_told = self.is_missing_database = self.has_looked_at_gate = False
        self.is_stopping = threading.Event()
        self.rows_run_out = threading.Event()

    def stop(self, *_signal: object) -> None:
        """Finish the messages that are being handed over, give back the rest, and end.

        May be called by a signal, so it takes no lock.
        """
        self.is_told = True

    def run(self) -> None:
        self.recorder = SharedRecorder()
        self.recorder.start()
        self.threads = [_ConnectionThread(self, number) for number in range(settings.BULLETIN_CONNECTIONS)]
        for thread in self.threads:
            thread.start()
        while not self.is_told:
            if not self.recorder.is_alive():
                raise RuntimeError("Nothing can be written down any more.")
            try:
                self._keep_going()
            except (DatabaseError, InterfaceError) as error:
                self._is_without_database(error)
        self.is_stopping.set()
        self._end(self.threads)

    def _is_without_database(self, error: Exception) -> None:
        if not self.is_missing_database:
            log.warning("The worker cannot reach the database (%s).", type(error).__name__)
        self.is_missing_database = True
        with suppress(Exception):
            connection.close()
        time.sleep(LOOK_EVERY)

    def _keep_going(self) -> None:
        if not self.has_looked_at_gate:  # so that also a site that has sent nothing is told from its copies
            gate.check()
            self.has_looked_at_gate = True
        # Answers that are not written yet come first: their rows look as if nobody had them.
        if self.recorder.is_reachable.is_set():
            self.keeper.look(may_finish=self.rows.empty())
            if self.rows.qsize() < settings.BULLETIN_BATCH / 2:
                for row in self.keeper.take():
                    self.rows.put(row)
        self.is_missing_database = False
        if self.rows_run_out.wait(LOOK_EVERY):
            self.rows_run_out.clear()
        close_old_connections()

    def _end(self, threads: list[_ConnectionThread]) -> None:
        """Who has marked a message waits for the relay's answer; all others are given a few seconds."""
        ends = time.monotonic() + settings.BULLETIN_ENDS_WITHIN
        for thread in threads:
            thread.join(max(0.0, ends - time.monotonic()))
        with suppress(DatabaseError, InterfaceError):
            give_back(self.name)
        ends += settings.EMAIL_REPLY_TIMEOUT
        for thread in threads:
            while thread.is_alive() and thread.carrier.is_at_the_dot and time.monotonic() < ends:
                thread.join(LOOK_EVERY)
        self.recorder.close(settings.BULLETIN_ENDS_WITHIN)
        with suppress(DatabaseError, InterfaceError):
            give_back(self.name)
            self.keeper.say_goodbye()

    def once(self) -> None:
        """Handle what can be done now, on one connection and in this thread."""
        carrier = Carrier(DirectRecorder(), self.throttle, self.open_relay)
        try:
            self.keeper.look(may_finish=True)
            while rows := self._waited_for():
                if not all(self._carry_once(carrier, row) for row in rows):
                    break
            self.keeper.finish_all()
        finally:
            carrier.drop()
            give_back(self.name)
            self.keeper.say_goodbye()

    def _waited_for(self) -> list[Claimed]:
        """The next rows, also where the relay wants to be left alone for a moment."""
        self.keeper.refresh()
        waits = [sending.wait_until - time.monotonic() for sending in self.keeper.in_hand.values()]
        if waits and 0 < max(waits) <= ONCE_WAITS:
            time.sleep(max(waits))
        return self.keeper.take()

    def _carry_once(self, carrier: Carrier, row: Claimed) -> bool:
        """False where nothing more can be done now."""
        ends = time.monotonic() + ONCE_WAITS
        while not self.is_told and time.monotonic() < ends:
            turn = self.ask(row)
            if turn is None:
                return True
            if not turn.wait:
                carrier.carry(row, self.keeper.in_hand[row.sending_id], turn)
                return True
            time.sleep(min(turn.wait, LOOK_EVERY))
        return False

    def ask(self, row: Claimed) -> Turn | None:
        """When this row may be tried; None where it may not any more."""
        sending = self.keeper.in_hand.get(row.sending_id)
        if sending is None or not sending.is_open or row.is_over:
            return None
        turn = sending.ask()
        if turn.wait or turn.back_off:
            return turn
        return Turn(self.throttle.ask(), turn.back_off)


class _ConnectionThread(threading.Thread):
    """Carries what the worker has taken."""

    def __init__(self, worker: Worker, number: int) -> None:
        super().__init__(name=f"connection {number + 1}", daemon=True)
        self.worker = worker
        self.carrier = Carrier(worker.recorder, worker.throttle, worker.open_relay)
        self.carrier.others_are_open = self._others_are_open

    def _others_are_open(self) -> bool:
        return any(thread is not self and thread.carrier.relay for thread in self.worker.threads)

    def run(self) -> None:
        try:
            while not self.worker.is_stopping.is_set():
                try:
                    self._carry_next()
                except (DatabaseError, InterfaceError):
                    # The recorder tells of it.
                    with suppress(Exception):
                        connection.close()
                    self.worker.is_stopping.wait(LOOK_EVERY)
                except Exception:
                    # The row comes back when its lease is over.
                    log.exception("A connection has stumbled and goes on.")
                    self.worker.is_stopping.wait(LOOK_EVERY)
        finally:
            self.carrier.drop()
            connection.close()

    def _carry_next(self) -> None:
        worker = self.worker
        if self.carrier.is_resting:
            worker.is_stopping.wait(LOOK_EVERY)
            return
        try:
            row = worker.rows.get(timeout=LOOK_EVERY)
        except queue.Empty:
            self.carrier.rest()
            return
        if worker.rows.qsize() < settings.BULLETIN_BATCH / 2:
            worker.rows_run_out.set()
        while not worker.is_stopping.is_set():
            if not worker.recorder.is_reachable.wait(LOOK_EVERY):
                continue
            sending, turn = worker.keeper.in_hand.get(row.sending_id), worker.ask(row)
            if sending is None or turn is None:
                worker.recorder.note(Outcome(row, Fate.BACK))
                return
            if not turn.wait:
                self.carrier.carry(row, sending, turn)
                return
            self.carrier.rest()
            worker.is_stopping.wait(min(turn.wait, LOOK_EVERY))


def make_durable() -> None:
    """On SQLite a commit of any thread survives a power cut only with this; it costs a worker little."""

    def set_pragma(connection: BaseDatabaseWrapper, **_rest: object) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA synchronous = FULL")

    connection_created.connect(set_pragma, weak=False, dispatch_uid="bulletin worker")
    if connection.connection is not None and not connection.in_atomic_block:
        connection.close()


def refuse_short_lease() -> None:
    """A row would be taken for lost while its message is on the way."""
    if settings.BULLETIN_LEASE.total_seconds() <= settings.EMAIL_REPLY_TIMEOUT:
        raise ImproperlyConfigured("BULLETIN_LEASE has to be longer than EMAIL_REPLY_TIMEOUT.")
