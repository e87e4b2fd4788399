"""Relays that misbehave: dirty, slow to trust, away, or not ours to log in to."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.drills.harness import Drill
from tests.drills.killing import FULL, FULL_SIZE, LATENCY, SMALL, SMALL_SIZE, judge, kill_and_stop

pytestmark = pytest.mark.django_db

DIRTY = {
    "latency": LATENCY,
    "messages_a_connection": 100,
    "most_faults": 1,
    "faults": [
        {"at": "rcpt", "do": "450 4.2.0 busy", "chance": 0.05},
        {"at": "dot", "do": "451 4.3.0 later", "chance": 0.05},
        {"at": "dot", "do": "cut", "chance": 0.02},
        {"at": "dot", "do": "accept, cut", "chance": 0.01},
        {"at": "rcpt", "do": "550 5.1.1 nobody here", "chance": 0.02, "each": "recipient"},
    ],
}


def cuts_after_acceptance(drill: Drill) -> int:
    counts = drill.relay("stats")["counts"]
    return counts.get("dot: accept, cut", 0)


@pytest.mark.drill
@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.service)])
def test_a_dirty_relay_and_kills_lose_nobody(begin: Callable[..., Drill], kind: str) -> None:
    drill = begin(kind, FULL, connections=4, behaviour=DIRTY, settings=FULL_SIZE)
    verdict = kill_and_stop(drill, workers=2)
    judge(drill, verdict, most_extra=20 * drill.connections + cuts_after_acceptance(drill))
    assert verdict.rows["failed"] == len(verdict.refused) > 0


@pytest.mark.drill
def test_greylisting_with_a_rate_limit_delays_and_loses_nobody(begin: Callable[..., Drill]) -> None:
    drill = begin("sqlite", 3000, connections=4, behaviour={"greylist": 1, "per_second": 100})
    drill.start(2)
    verdict = drill.wait_until_sent(300)
    judge(drill, verdict, most_extra=0)
    assert verdict.rows == {"sent": 3000}


@pytest.mark.drill
@pytest.mark.parametrize("outage", ["refused", "421"])
def test_a_relay_that_is_away_for_two_minutes_is_waited_for(begin: Callable[..., Drill], outage: str) -> None:
    settings = FULL_SIZE | {"BULLETIN_FIRST_WAIT": 0.25, "BULLETIN_LONGEST_WAIT": 60.0}
    drill = begin("sqlite", 3000, connections=4, settings=settings | {"BULLETIN_LEASE": 30.0})
    drill.start(2)
    drill.wait_until_accepted(1000)
    drill.relay("config", outage=outage)
    time.sleep(120)
    assert drill.state == "sending"
    drill.relay("config", outage="")
    verdict = drill.wait_until_sent(180)
    judge(drill, verdict, most_extra=2 * drill.connections)
    assert verdict.rows == {"sent": 3000}


def test_a_relay_that_is_away_for_a_moment_is_waited_for(begin: Callable[..., Drill]) -> None:
    drill = begin("sqlite", SMALL, settings=SMALL_SIZE)
    drill.start(2)
    drill.wait_until_accepted(100)
    drill.relay("config", outage="refused")
    time.sleep(2)
    drill.relay("config", outage="")
    verdict = drill.wait_until_sent(60)
    judge(drill, verdict, most_extra=2 * drill.connections)


@pytest.mark.parametrize("workers", [2])
def test_wrong_credentials_pause_within_twenty_tries_and_nobody_is_burnt(
    begin: Callable[..., Drill], workers: int
) -> None:
    drill = begin(
        "sqlite", SMALL, connections=4, behaviour={"login": "bulletin:right"}, login="bulletin:wrong"
    )
    drill.start(workers)
    drill.wait_for(lambda: drill.state == "paused", 60)
    drill.wait_for(lambda: drill.verdict().rows == {"pending": SMALL}, 30)
    replies = drill.relay("stats")["replies"]
    assert 1 <= replies["535"] <= 20, replies
    assert drill.ask("SELECT pause_reason FROM bulletin_sending") == [("login",)]


def test_whoever_leaves_during_the_run_gets_nothing_a_second_later(begin: Callable[..., Drill]) -> None:
    drill = begin("sqlite", SMALL, behaviour={"latency": 0.02}, settings=SMALL_SIZE)
    leave_during_the_run(drill, workers=2)


@pytest.mark.drill
@pytest.mark.service
def test_whoever_leaves_during_a_long_run_gets_nothing_a_second_later(begin: Callable[..., Drill]) -> None:
    drill = begin("postgresql", FULL, connections=4, behaviour={"latency": 0.02}, settings=FULL_SIZE)
    leave_during_the_run(drill, workers=2)


def leave_during_the_run(drill: Drill, workers: int) -> None:
    """At each tenth of the run a tenth of the readers leave, whoever they are."""
    left: dict[str, float] = {}
    drill.start(workers)
    for tenth in range(1, 9):
        drill.wait_until_accepted(drill.size * tenth // 20)
        for number in range(tenth, drill.size, 10):
            left[f"reader{number}@example.org"] = 0.0
        last = f"CAST(substr(email, 7, length(email) - 18) AS integer) % 10 = {tenth}"
        drill.ask(f"UPDATE bulletin_subscriber SET state = 'left' WHERE {last}")  # noqa: S608  our own numbers
        now = time.time()
        left |= {name: now for name, at in left.items() if not at}
    verdict = drill.wait_until_sent(120)
    told = drill.relay("report")["recipients"]
    late = [
        name
        for name, at in left.items()
        for moment in told.get(name, {"times": []})["times"]
        if moment > at + 1
    ]
    assert late == []
    assert verdict.rows["skipped"] > drill.size // 10
    assert verdict.lost == [] and verdict.extra_copies == 0
