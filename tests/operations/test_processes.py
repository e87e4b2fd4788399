"""Processes that belong together: started again when they die, and ended together without a rest."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cms.operations import processes
from cms.operations.processes import Household, Process

SLEEP = "import time; time.sleep(60)"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEP}"
# Starts a child of its own and writes down its number.
PARENT = (
    "import subprocess, sys; from pathlib import Path; "
    f"child = subprocess.Popen([sys.executable, '-c', {SLEEP!r}]); "
    "Path(sys.argv[1]).write_text(str(child.pid)); child.wait()"
)


def python(name: str, program: str, *arguments: str) -> Process:
    return Process(name, [sys.executable, "-c", program, *arguments])


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def wait_for(condition: Callable[[], object], seconds: float = 10.0) -> bool:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if condition():
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "KILL_AFTER", 0.5)


def test_a_process_that_dies_is_started_again_after_a_pause() -> None:
    said: list[str] = []
    household = Household([python("worker", "raise SystemExit(3)")], said.append)
    [worker] = household.processes
    worker.pause = 0.2
    first_start = None

    def look() -> None:
        nonlocal first_start
        first_start = first_start or worker.started
        if len(said) == 2:
            household.end()

    household.run(look)
    assert said == [
        "The worker has ended (exit status 3); it starts again in 0.2 s.",
        "The worker has ended (exit status 3); it starts again in 0.4 s.",
    ]
    assert first_start is not None
    assert worker.started - first_start >= 0.2


def test_the_pause_does_not_grow_for_ever() -> None:
    dying = python("worker", "pass")
    for _ in range(10):
        dying.start()
        dying.wait(10)
        dying.bury(lambda line: None)
    assert dying.pause == processes.LONGEST_PAUSE


def test_all_end_together_and_nothing_is_left_behind(tmp_path: Path, quick: None) -> None:
    said: list[str] = []
    written = tmp_path / "child"
    household = Household([python("web server", PARENT, str(written)), python("clock", SLEEP)], said.append)
    numbers: list[int] = []

    def end_when_up() -> None:
        if written.exists() and (child := written.read_text()):
            numbers.extend([int(child), *(p.running.pid for p in household.processes if p.running)])
            household.end()

    household.run(end_when_up)
    assert len(numbers) == 3
    assert wait_for(lambda: not any(is_running(number) for number in numbers))
    assert said == []


def test_a_process_that_will_not_end_is_stopped(quick: None) -> None:
    said: list[str] = []
    household = Household([python("worker", DEAF)], said.append)
    ends = time.monotonic() + 1

    def end_soon() -> None:
        if time.monotonic() > ends:
            household.end()

    household.run(end_soon)
    assert said == ["The worker did not end by itself and is stopped."]
    [worker] = household.processes
    assert worker.running is not None
    assert not is_running(worker.running.pid)


def test_what_a_dead_process_had_started_ends_before_it_starts_again(tmp_path: Path) -> None:
    written = tmp_path / "child"
    parent = python("web server", PARENT, str(written))
    parent.start()
    assert wait_for(lambda: written.exists() and written.read_text())
    assert parent.running is not None
    os.kill(parent.running.pid, signal.SIGKILL)
    assert wait_for(parent.has_died)
    parent.bury(lambda line: None)
    assert wait_for(lambda: not is_running(int(written.read_text())))


def test_processes_end_when_the_one_that_started_them_is_killed(tmp_path: Path) -> None:
    written = tmp_path / "worker"
    program = (
        "import sys; from pathlib import Path; from cms.operations.processes import Process; import time; "
        f"worker = Process('worker', [sys.executable, '-c', {SLEEP!r}]); worker.start(); "
        "Path(sys.argv[1]).write_text(str(worker.running.pid)); time.sleep(60)"
    )
    starter = python("starter", program, str(written))
    starter.start()
    assert wait_for(lambda: written.exists() and written.read_text())
    assert starter.running is not None
    os.kill(starter.running.pid, signal.SIGKILL)
    starter.wait(10)
    assert wait_for(lambda: not is_running(int(written.read_text())))


def test_a_port_in_use_is_said_in_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"^Port {port} is in use. Choose another one with PORT=.$"):
            call_command("serve", port=port)


@pytest.mark.parametrize("port", [70000, -1])
def test_what_is_no_port_is_said_in_one_line(port: int) -> None:
    with pytest.raises(CommandError, match="is no port"):
        call_command("serve", port=port)


def test_the_others_wait_until_the_first_one_answers() -> None:
    household = Household(
        [python("web server", SLEEP), Process("clock", [sys.executable, "-c", SLEEP], True)], print
    )
    web, clock = household.processes
    seen: list[tuple[bool, bool]] = []

    def look() -> None:
        seen.append((web.running is not None, clock.running is not None))
        if len(seen) == 2:
            household.call_waiting()
        if seen[-1] == (True, True):
            household.end()

    household.run(look)
    assert seen[:2] == [(True, False), (True, False)]
    assert seen[-1] == (True, True)
