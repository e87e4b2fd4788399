"""Waiting no longer than readers may have to."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def in_time(ask: Callable[[], T], seconds: float) -> T:
    """What it gives, or TimeoutError: looking up a host's name has no time-out, nor have many hosts together.

    What comes too late is thrown away.
    """
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(ask())
        except BaseException as error:  # it belongs to the one who waits
            answer.set_exception(error)

    Thread(target=run, name="asks the engine of search", daemon=True).start()
    return answer.result(seconds)
