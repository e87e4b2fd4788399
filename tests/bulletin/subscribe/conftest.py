"""A reader, and a time that can be moved on."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.bulletin.subscribe.reader import Reader

Later = Callable[..., datetime]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """`later(days=3)`: from now on it is so much later than when the test began."""
    now, seconds, moved = timezone.now, time.time, {"by": timedelta()}
    monkeypatch.setattr(timezone, "now", lambda: now() + moved["by"])
    monkeypatch.setattr(time, "time", lambda: seconds() + moved["by"].total_seconds())

    def move(**delta: float) -> datetime:
        moved["by"] = timedelta(**delta)
        return timezone.now()

    return move


@pytest.fixture
def ann(demo_site: None) -> Reader:
    return Reader()


@pytest.fixture
def ben(demo_site: None) -> Reader:
    return Reader("ben@provider.example")
