"""A Redis cache that answers "not there" while Redis is away, so that a page never depends on it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import cache
from time import monotonic
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache

T = TypeVar("T")
log = logging.getLogger(__name__)

PAUSE = 5  # seconds without asking after a failure: each attempt may cost a reader a second


@cache
def failures() -> tuple[type[Exception], ...]:
    """What it raises while it is away. Its client is loaded where there is a Redis."""
    from redis.exceptions import RedisError

    return RedisError, OSError


class Absence:
    """Whether Redis failed a moment ago: one for the cache and the mark, as they are in one Redis."""

    def __init__(self) -> None:
        self.ends = 0.0

    def lasts(self) -> bool:
        return monotonic() < self.ends

    def begin(self, error: Exception) -> None:
        self.ends = monotonic() + PAUSE
        log.warning("Redis is away: %s", type(error).__name__)  # its text would show the address

    def end(self) -> None:
        self.ends = 0.0


absence = Absence()


def _try(ask: Callable[[], T], otherwise: T) -> T:
    if absence.lasts():
        return otherwise
    try:
        return ask()
    except failures() as error:
        absence.begin(error)
        return otherwise


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache; without Redis nothing is found and nothing is stored."""

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return _try(lambda: super(ForgivingRedisCache, self).add(key, value, timeout, version), False)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return _try(lambda: super(ForgivingRedisCache, self).get(key, default, version), default)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        _try(lambda: super(ForgivingRedisCache, self).set(key, value, timeout, version), None)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return _try(lambda: super(ForgivingRedisCache, self).touch(key, timeout, version), False)

    def delete(self, key: str, version: int | None = None) -> bool:
        return _try(lambda: super(ForgivingRedisCache, self).delete(key, version), False)

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        return _try(lambda: super(ForgivingRedisCache, self).get_many(keys, version), {})

    def set_many(
        self, data: dict[str, Any], timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> list[str]:
        return _try(lambda: super(ForgivingRedisCache, self).set_many(data, timeout, version), list(data))

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        _try(lambda: super(ForgivingRedisCache, self).delete_many(keys, version), None)

    def has_key(self, key: str, version: int | None = None) -> bool:
        return _try(lambda: super(ForgivingRedisCache, self).has_key(key, version), False)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        number = _try(lambda: super(ForgivingRedisCache, self).incr(key, delta, version), None)
        if number is None:
            raise ValueError(f"Key '{key}' not found.")  # what any cache says of a key it does not hold
        return number

    def clear(self) -> bool:
        return _try(lambda: super(ForgivingRedisCache, self).clear(), False)
