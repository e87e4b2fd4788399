"""Sparing readers the wait for something that is away."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic

FAILURES = 3  # in a row
REST = 10.0  # seconds


class Breaker:
    """Opens after some failures in a row; then one asker tries again after each rest, and nobody else.

    It holds for one process.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._lock = Lock()
        self.failures = 0  # in a row
        self._rests_until = 0.0

    @property
    def is_open(self) -> bool:
        return self.failures >= FAILURES

    def lets_through(self) -> bool:
        """Whether to ask now. Who is let through has to say how it went."""
        with self._lock:
            if not self.is_open:
                return True
            if self._now() < self._rests_until:
                return False
            self._rests_until = self._now() + REST
            return True

    def went_well(self) -> bool:
        """True where it was open until now."""
        with self._lock:
            was_open, self.failures = self.is_open, 0
        return was_open

    def went_wrong(self) -> bool:
        """True where it opens with this."""
        with self._lock:
            self.failures += 1
            self._rests_until = self._now() + REST
            return self.failures == FAILURES
