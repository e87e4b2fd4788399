"""A Redis in this process that can be away."""

from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from redis.exceptions import ConnectionError


class FakeRedis(LocMemCache):
    is_away = False
    asked = 0

    def _ask(self) -> None:
        FakeRedis.asked += 1
        if FakeRedis.is_away:
            raise ConnectionError

    def get(self, *args: Any, **kwargs: Any) -> Any:
        self._ask()
        return super().get(*args, **kwargs)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._ask()
        super().set(*args, **kwargs)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        self._ask()
        return super().add(*args, **kwargs)
