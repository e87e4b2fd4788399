"""A worker's sign of life, by which others know a task that runs long from one that is lost."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.utils import timezone

from cms.operations.models import Worker

log = logging.getLogger(__name__)

BEAT_EVERY = 30.0  # seconds; lost_tasks waits for four beats


def beat(worker_id: str) -> None:
    try:
        Worker.objects.update_or_create(worker_id=worker_id, defaults={"last_seen": timezone.now()})
    except DatabaseError as error:
        log.warning("The worker could not show that it lives: %s", type(error).__name__)


def say_goodbye(worker_id: str) -> None:
    try:
        Worker.objects.filter(worker_id=worker_id).delete()
    except DatabaseError as error:
        log.warning("The worker could not take its leave: %s", type(error).__name__)


@contextmanager
def beating(worker_id: str) -> Iterator[None]:
    """Show from a second thread that this worker lives, also in the middle of a long task."""
    done = threading.Event()

    def go_on() -> None:
        try:
            beat(worker_id)
            while not done.wait(BEAT_EVERY):
                beat(worker_id)
        finally:
            connection.close()

    thread = threading.Thread(target=go_on, name="heartbeat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        say_goodbye(worker_id)
