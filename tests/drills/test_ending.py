"""A worker that is told to end does so within seconds, also in the middle of a long wait."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from tests.drills.databases import PROJECT
from tests.drills.harness import Drill

pytestmark = pytest.mark.django_db

SIZE = 20


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_while_everybody_waits_for_the_relay(begin: Callable[..., Drill], number: int) -> None:
    waits = {"BULLETIN_FIRST_WAIT": 30.0, "BULLETIN_LONGEST_WAIT": 60.0}
    drill = begin("sqlite", SIZE, behaviour={"outage": "421"}, settings=waits)
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "bulletin_worker"],
        cwd=PROJECT,
        env=drill.surroundings(),
        stderr=drill.log(),
    )
    try:
        drill.wait_for(lambda: drill.ask("SELECT back_off FROM bulletin_sending") == [(30.0,)], 60)
        began = time.monotonic()
        worker.send_signal(number)
        assert worker.wait(10) == 0
        assert time.monotonic() - began < 5
    finally:
        worker.kill()
    assert drill.verdict().rows == {"pending": SIZE}
    alive = "SELECT count(*) FROM bulletin_sendingworker WHERE seen_at > datetime('now', '-20 seconds')"
    assert drill.ask(alive) == [(0,)]
