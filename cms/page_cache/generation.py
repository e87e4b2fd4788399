"""The generation of the site's content: a mark that changes whenever something a reader can see has changed.

All processes see the same mark: a value in Redis, or a stamp file beside the data. What is derived from
content may be kept in a process for as long as the mark stays the same, and for a minute at most.

A process believes what it has read of Redis for a few milliseconds, and who changes the mark waits as long
before going on: no process shows what was there before once a change has returned.
"""

import os
import threading
import uuid
from collections.abc import Callable, Hashable
from pathlib import Path
from time import monotonic, sleep, time_ns
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from wagtail.models import Site

from cms.page_cache.forgiving import PAUSE, absence, failures

T = TypeVar("T")
KEY = "content-generation"
LONGEST = 60  # seconds: a mark that was lost must not leave old values for long
MOST = 5000  # values; a name may come from a request (its host), so there is no natural end
BELIEVED = 0.02  # seconds: an answer may take several, as the threads of a process take turns of 5 ms
_UNREAD = object()


class _Here(threading.local):
    """What holds for this thread only."""

    in_request = False
    mark: Hashable = _UNREAD  # as read once in this request
    has_uncommitted = False  # it changed content in a transaction that may still be rolled back
    has_to_tell = False  # once for each transaction, however many rows it changed

    def __init__(self) -> None:
        self.of_request: dict[Hashable, Any] = {}  # kept for this request alone, while Redis is away


_here = _Here()
_kept: dict[Hashable, tuple[Any, float]] = {}
_kept_for: Hashable = None
_is_owed = False  # content has changed, and Redis has not been told
_believed: tuple[Hashable, float] = (None, 0.0)  # a mark, and until when
_reminder: threading.Timer | None = None
_lock = threading.Lock()
_telling = threading.Lock()


def begin_request(**_signal: Any) -> None:
    """A request reads the mark once."""
    _here.in_request, _here.mark = True, _UNREAD
    _here.of_request.clear()


def end_request(**_signal: Any) -> None:
    _here.in_request = False
    _here.of_request.clear()


def current() -> Hashable:
    """The mark of now; None when the processes cannot agree on one (Redis is away)."""
    if _here.in_request and _here.mark is not _UNREAD:
        return _here.mark
    _here.mark = _shared_mark() if settings.REDIS_URL else _stamp_mark()
    return _here.mark


def of_what_is_read() -> Hashable:
    """The mark of what this thread reads; None where it may not be shown to others."""
    return None if _sees_uncommitted() else current()


def _shared_mark() -> Hashable:
    global _believed
    if _is_owed or absence.lasts():
        return None
    asked_at = monotonic()
    if asked_at < _believed[1]:
        return _believed[0]
    try:
        mark = caches["shared"].get_or_set(KEY, lambda: uuid.uuid4().hex, timeout=None)
    except failures() as error:
        absence.begin(error)
        return None
    _believed = mark, asked_at + BELIEVED
    return mark


def _stamp_mark() -> Hashable:
    try:
        stat = os.stat(f"{settings.VAR_DIR}/generation")  # noqa: PTH116  for each request, and twice as fast
    except FileNotFoundError:
        return "first"
    return stat.st_ino, stat.st_mtime_ns


def _stamp() -> Path:
    return Path(settings.VAR_DIR, "generation")


def _change_mark() -> None:
    global _is_owed
    if settings.REDIS_URL:
        _is_owed = True
        _tell_redis()
        return
    stamp = _stamp()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    fresh = stamp.with_name(f"generation-{uuid.uuid4().hex}")
    fresh.write_text("")
    # The file system's own time moves in steps of milliseconds, and the number of a file is used again.
    os.utime(fresh, ns=(time_ns(), time_ns()))
    fresh.replace(stamp)


def _tell_redis() -> None:
    """Now, or as soon as it is back. Also while readers do not ask it: a change is rare and cannot wait.

    Whoever finds that it could not be told a moment ago leaves it to the reminder, of which there is one.
    """
    global _is_owed, _reminder
    with _telling:
        if not _is_owed or _reminder:
            return
        _is_owed = False  # before writing: a change that comes meanwhile owes one again
        try:
            caches["shared"].set(KEY, uuid.uuid4().hex, timeout=None)
        except failures() as error:
            _is_owed = True
            absence.begin(error)
            _reminder = threading.Timer(PAUSE, _remind)
            _reminder.daemon = True
            _reminder.start()
            return
        absence.end()
        sleep(BELIEVED)


def _remind() -> None:
    global _reminder
    _reminder = None
    _tell_redis()


def advance(**_signal: Any) -> None:
    """Content has changed: this process forgets at once, the others when the change is committed."""
    forget()
    _here.has_uncommitted = _here.has_to_tell = True
    transaction.on_commit(_once_for_all)


def _once_for_all() -> None:
    if _here.has_to_tell:
        _here.has_to_tell = False
        _advance_now()


def _advance_now() -> None:
    _here.has_uncommitted = False
    forget()
    _change_mark()


def forget() -> None:
    _here.mark = _UNREAD
    _here.of_request.clear()
    with _lock:
        _kept.clear()


def _sees_uncommitted() -> bool:
    """Whether what this thread reads may still be rolled back, so that nobody else may be shown it."""
    if not _here.has_uncommitted:
        return False
    blocks = transaction.get_connection().atomic_blocks
    # The block around a test stands for no block at all: Django passes over it for durable blocks too.
    if not blocks or blocks[-1]._from_testcase:
        _here.has_uncommitted = False  # that transaction has ended, by a rollback
    return _here.has_uncommitted


def kept(name: Hashable, make: Callable[[], T]) -> T:
    """The value of `make()`, kept in this process until content changes."""
    global _kept_for
    now = of_what_is_read()
    if now is None:
        return _kept_for_this_request(name, make)
    if _kept_for != now:
        Site.clear_site_root_paths_cache()  # without Redis Wagtail tells only the process that changed it
    with _lock:
        if _kept_for != now:
            _kept.clear()
            _kept_for = now
        value, ends = _kept.get(name, (None, 0.0))
        if monotonic() < ends:
            return value
    ends = monotonic() + LONGEST
    value = make()
    with _lock:
        if _kept_for == now and not _here.has_uncommitted:
            if len(_kept) >= MOST:
                _kept.clear()
            _kept[name] = value, ends
    return value


def _kept_for_this_request(name: Hashable, make: Callable[[], T]) -> T:
    """No process may rely on the next one here, but one page need not ask the same a hundred times."""
    if not _here.in_request or _here.has_uncommitted:
        return make()
    if name not in _here.of_request:
        _here.of_request[name] = make()
    return _here.of_request[name]
