"""Killing, stopping and freezing workers over a run, and judging what became of the mail."""

from __future__ import annotations

import signal
import time

from tests.drills.harness import Drill, Verdict

KILLS, STOPS = 20, 5
FULL, SMALL = 10_000, 500
LATENCY = 0.01  # seconds of the relay at the dot, so that kills find messages in flight
FULL_SIZE = {"BULLETIN_BATCH": 40}
SMALL_SIZE = {"BULLETIN_BATCH": 8}


def kill_and_stop(drill: Drill, workers: int, kills: int = KILLS, stops: int = STOPS) -> Verdict:
    """kill -9 and SIGTERM, spread over the run."""
    hits = [signal.SIGKILL] * kills + [signal.SIGTERM] * stops
    drill.random.shuffle(hits)
    drill.start(workers)
    for number, hit in enumerate(hits, start=1):
        # The last rows wait for leases to end, so the hits are over a little before.
        drill.wait_until_accepted(int(drill.size * 0.9 * number / len(hits)))
        drill.replace(hit)
    return drill.wait_until_sent()


def freeze(drill: Drill, times: int) -> Verdict:
    """SIGSTOP for longer than a lease while another goes on, then SIGCONT: two come to hold one row."""
    drill.start(2)
    lease = drill.span("BULLETIN_LEASE")
    for number in range(1, times + 1):
        drill.wait_until_accepted(int(drill.size * 0.8 * number / (times + 1)))
        frozen = drill.workers.pop(0)
        drill.hit(frozen, signal.SIGSTOP)
        drill.start()
        time.sleep(lease * 1.5)
        drill.hit(frozen, signal.SIGCONT)
        drill.workers.append(frozen)
        drill.start_again_if_ended()
    return drill.wait_until_sent()


def judge(drill: Drill, verdict: Verdict, most_extra: int) -> None:
    """Nobody lost, no copy unexplained, all in the report."""
    kind = drill.database_url.partition(":")[0]
    print(f"\n{kind}, {len(drill.workers)} workers with {drill.connections} connections: {verdict}")  # noqa: T201
    assert verdict.state == "sent"
    assert verdict.lost == []
    assert verdict.unexplained == []
    assert verdict.extra_copies <= most_extra, verdict
    assert sum(verdict.rows.values()) == drill.size
    assert set(verdict.rows) <= {"sent", "uncertain", "failed"}
