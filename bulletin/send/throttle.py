"""How fast one worker sends: what the settings allow, and what the relay takes."""

from __future__ import annotations

import threading
import time

from django.conf import settings

GROWTH, FIRST_GAP = 1.1, 0.0005  # after a refusal for now
SHRINKAGE, NO_GAP = 0.995, 0.0002  # after a success


class Throttle:
    """The gap between two messages of a worker, over all its connections."""

    def __init__(self) -> None:
        per_second = settings.BULLETIN_PER_SECOND
        self.least = 1 / per_second if per_second else 0.0
        self.gap = 0.0
        self._next = 0.0
        self._lock = threading.Lock()

    def ask(self) -> float:
        """0 where the next message may start now; else the seconds until it may."""
        gap = max(self.gap, self.least)
        if not gap:
            return 0.0
        with self._lock:
            now = time.monotonic()
            if now < self._next:
                return self._next - now
            self._next = max(self._next, now - gap) + gap
            return 0.0

    def refused_for_now(self) -> None:
        with self._lock:
            self.gap = min(self.gap * GROWTH + FIRST_GAP, settings.BULLETIN_LONGEST_GAP)

    def taken(self) -> None:
        if self.gap:
            with self._lock:
                self.gap = self.gap * SHRINKAGE if self.gap > NO_GAP else 0.0
