"""Several processes run as one: started together, started again when they die, ended together."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

FIRST_PAUSE = 1.0  # seconds before a dead process is started again; doubled each time
LONGEST_PAUSE = 30.0
STEADY_AFTER = 60.0  # a process that has lived this long starts again with the first pause
LOOK_EVERY = 0.1
PR_SET_PDEATHSIG = 1  # from Linux's prctl.h
LONGEST_WAIT = 20.0  # seconds a process that waits at the start is kept waiting
KILL_AFTER = 6.0  # seconds a process has to end by itself


def end_with_parent() -> None:
    """Ask Linux to end this process when its parent dies, however that happens."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Process:
    """One program that is to run all the time, in a process group of its own.

    One that `waits` leaves the machine to the others at the start, until it is called or its time is up. It
    has `longer` than others to end by itself.
    """

    name: str
    command: Sequence[str]
    waits: bool = False
    longer: float = 0.0
    pause: float = FIRST_PAUSE
    started: float = 0.0
    start_again_at: float | None = None
    running: subprocess.Popen | None = field(default=None, repr=False)

    def start(self) -> None:
        # The programs are our own and named in code; each leads a session, so that its children end with it.
        self.running = subprocess.Popen(  # noqa: S603
            self.command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=end_with_parent
        )
        self.started, self.start_again_at, self.waits = time.monotonic(), None, False

    def has_died(self) -> bool:
        return self.running is not None and self.running.poll() is not None

    def bury(self, say: Callable[[str], None]) -> None:
        """Clear away what a dead process has left, and plan its next start."""
        self.kill_all()
        now = time.monotonic()
        if now - self.started > STEADY_AFTER:
            self.pause = FIRST_PAUSE
        status = self.running.returncode if self.running else 0
        say(f"The {self.name} has ended ({ending(status)}); it starts again in {self.pause:g} s.")
        self.running, self.start_again_at = None, now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def ask_to_end(self) -> None:
        if self.running:
            self.running.terminate()

    def wait(self, seconds: float) -> bool:
        """True when the process has ended within this time."""
        if self.running:
            try:
                self.running.wait(seconds)
            except subprocess.TimeoutExpired:
                return False
        return True

    def kill_all(self) -> None:
        """End what is left of the process and of all it has started."""
        if self.running:
            with suppress(ProcessLookupError):
                os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()


class Household:
    """Keeps its processes running until it is told to end."""

    def __init__(self, processes: Sequence[Process], say: Callable[[str], None]) -> None:
        self.processes = processes
        self.say = say
        self.ending = False

    def end(self, *_signal: object) -> None:
        self.ending = True

    def run(self, each_look: Callable[[], None] = lambda: None) -> None:
        """Run everything; `each_look` is called ten times a second."""
        try:
            for process in self.processes:
                if process.waits:
                    process.start_again_at = time.monotonic() + LONGEST_WAIT
                else:
                    process.start()
            while not self.ending:
                self.look()
                each_look()
                time.sleep(LOOK_EVERY)
        finally:
            self.end_all()

    def call_waiting(self) -> None:
        """Start those that have waited until now."""
        for process in self.processes:
            if process.waits:
                process.start_again_at = time.monotonic()

    def look(self) -> None:
        now = time.monotonic()
        for process in self.processes:
            if process.has_died():
                process.bury(self.say)
            elif process.start_again_at is not None and now >= process.start_again_at:
                process.start()

    def end_all(self) -> None:
        """Ask all to end, wait a little, and leave nothing behind."""
        for process in self.processes:
            process.ask_to_end()
        deadline = time.monotonic() + KILL_AFTER
        for process in self.processes:
            if not process.wait(max(0.0, deadline + process.longer - time.monotonic())):
                self.say(f"The {process.name} did not end by itself and is stopped.")
            process.kill_all()


def ending(status: int) -> str:
    return f"exit status {status}" if status >= 0 else f"stopped by {signal.Signals(-status).name}"
