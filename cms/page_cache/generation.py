"""The generation of the site's content: a mark that changes whenever something a reader can see has changed.

All processes see the same mark: a number in Redis, or a stamp file beside the data. What is derived from
content may be kept in a process for as long as the mark stays the same.
"""

import threading
import uuid
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

T = TypeVar("T")
KEY = "content-generation"

_kept: dict[Hashable, Any] = {}
_kept_for: Hashable = None
_lock = threading.Lock()


def _stamp() -> Path:
    return Path(settings.VAR_DIR) / "generation"


def current() -> Hashable:
    """The mark of now; None when the processes cannot agree on one (Redis is away)."""
    if settings.REDIS_URL:
        try:
            return cache.get_or_set(KEY, lambda: uuid.uuid4().hex, timeout=None)
        except Exception:
            return None
    try:
        stat = _stamp().stat()
    except FileNotFoundError:
        return "first"
    return stat.st_ino, stat.st_mtime_ns


def _change_mark() -> None:
    if settings.REDIS_URL:
        try:
            cache.set(KEY, uuid.uuid4().hex, timeout=None)
        except Exception:
            return
    else:
        stamp = _stamp()
        stamp.parent.mkdir(parents=True, exist_ok=True)
        fresh = stamp.with_name(f"generation-{uuid.uuid4().hex}")
        fresh.write_text("")
        fresh.replace(stamp)


def advance(**_signal: Any) -> None:
    """Content has changed: this process forgets at once, the others when the change is committed."""
    forget()
    transaction.on_commit(_advance_now)


def _advance_now() -> None:
    forget()
    _change_mark()


def forget() -> None:
    with _lock:
        _kept.clear()


def kept(name: Hashable, make: Callable[[], T]) -> T:
    """The value of `make()`, kept in this process until content changes."""
    global _kept_for
    now = current()
    if now is None:
        return make()
    with _lock:
        if _kept_for != now:
            _kept.clear()
            _kept_for = now
        if name in _kept:
            return _kept[name]
    value = make()
    with _lock:
        if _kept_for == now:
            _kept[name] = value
    return value
