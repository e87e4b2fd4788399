"""Counting requests in what all web processes share: Redis, else the database."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.db.models import F

from cms.operations.models import RequestCount


def count_request(key: str, window_ends: datetime, seconds: int) -> int:
    """Count one more under this key and give the new number."""
    if settings.REDIS_URL:
        return _count_in_cache(key, seconds)
    return _count_in_database(key, window_ends)


def _count_in_cache(key: str, seconds: int) -> int:
    cache, name = caches["shared"], f"requests:{key}"
    if cache.add(name, 1, timeout=seconds):
        return 1
    try:
        return cache.incr(name)
    except ValueError:  # it ended between the two calls
        return 1


def _count_in_database(key: str, window_ends: datetime) -> int:
    with transaction.atomic():
        RequestCount.objects.bulk_create(
            [RequestCount(key=key, window_ends=window_ends)], ignore_conflicts=True
        )
        mine = RequestCount.objects.filter(key=key)
        mine.update(count=F("count") + 1)  # holds the row, so that the number read next is our own
        return mine.values_list("count", flat=True).get()


def window_end(now: datetime, seconds: int) -> datetime:
    """When the window of time that `now` lies in ends; windows start at whole multiples of their length."""
    return datetime.fromtimestamp((int(now.timestamp()) // seconds + 1) * seconds, tz=UTC)
