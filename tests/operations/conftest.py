"""A clock that tests can move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.utils import timezone

from tests.operations.object_store import new_bucket, object_store
from tests.operations.without_database import Answers, answers

__all__ = ["new_bucket", "object_store"]

MoveClock = Callable[[datetime], None]


@pytest.fixture
def move_clock(monkeypatch: pytest.MonkeyPatch) -> MoveClock:
    """Sets the time that Django, Wagtail and the site see; it stands still until it is moved again."""

    def move(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return move


@pytest.fixture(scope="session")
def without_database() -> Answers:
    """What the site answers while its database is away."""
    return answers()
