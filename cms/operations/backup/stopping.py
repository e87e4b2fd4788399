"""A person or the machine ends a command while it restores: Ctrl-C, SIGTERM, or a session that was lost."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from cms.operations.backup.problems import BackupProblem

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BackupProblem):
    """The command was asked to end."""


@contextmanager
def heeded() -> Iterator[None]:
    """Each of them raises Stopped, so that what was begun is cleared up."""

    def stop(number: int, _frame: FrameType | None) -> NoReturn:
        raise Stopped(f"it was stopped by {signal.Signals(number).name}.")

    with _on_signals(stop):
        yield


@contextmanager
def ignored() -> Iterator[None]:
    """For what has to go on to its end."""
    with _on_signals(signal.SIG_IGN):
        yield


@contextmanager
def _on_signals(do: Callable[[int, FrameType | None], NoReturn] | signal.Handlers) -> Iterator[None]:
    heard = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]  # not after nohup
    before = {number: signal.signal(number, do) for number in heard}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
