from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.test import Client

from cms.page_cache import forgiving, generation, middleware
from tests.page_cache.counting_site import made
from tests.page_cache.fake_redis import FakeRedis


@pytest.fixture(autouse=True)
def nothing_remembered_of_redis(monkeypatch) -> Iterator[None]:
    monkeypatch.setattr(generation, "_is_owed", False)
    monkeypatch.setattr(generation, "_believed", (None, 0.0))
    monkeypatch.setattr(generation, "_reminder", None)
    forgiving.absence.end()
    yield
    forgiving.absence.end()
    if generation._reminder is not None:
        generation._reminder.cancel()
    generation.end_request()


@pytest.fixture
def clock(monkeypatch) -> SimpleNamespace:
    """The seconds that what is kept and the pause after a failure go by."""
    clock = SimpleNamespace(seconds=1000.0)
    for module in (generation, forgiving, middleware):
        monkeypatch.setattr(module, "monotonic", lambda: clock.seconds)
    return clock


@pytest.fixture
def reader(settings) -> Client:
    """A process that keeps pages."""
    settings.PAGE_CACHE_MEGABYTES = 1
    made.clear()
    return Client()


@pytest.fixture
def redis(settings, monkeypatch) -> type[FakeRedis]:
    """A Redis that a test may take away."""
    settings.REDIS_URL = "redis://in-place-of-redis"
    backend = {"BACKEND": "tests.page_cache.fake_redis.FakeRedis", "LOCATION": "redis"}
    settings.CACHES = {**settings.CACHES, "shared": backend}
    monkeypatch.setattr(FakeRedis, "is_away", False)
    monkeypatch.setattr(FakeRedis, "asked", 0)
    monkeypatch.setattr(generation, "BELIEVED", 0)
    return FakeRedis


@pytest.fixture
def counted():
    calls = []
    return calls, lambda: calls.append(1) or len(calls)
