"""Workers are killed, stopped and frozen while they send: nobody is lost, and no copy is unexplained."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.drills.harness import Drill
from tests.drills.killing import (
    FULL,
    FULL_SIZE,
    KILLS,
    LATENCY,
    SMALL,
    SMALL_SIZE,
    freeze,
    judge,
    kill_and_stop,
)

# The database of the tests is what those of the drills are copied from.
pytestmark = pytest.mark.django_db
KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.service)]


def test_nobody_is_lost_when_two_workers_are_killed(begin: Callable[..., Drill]) -> None:
    drill = begin("sqlite", SMALL, behaviour={"latency": LATENCY}, settings=SMALL_SIZE)
    judge(drill, kill_and_stop(drill, workers=2), most_extra=KILLS * drill.connections)


def test_a_worker_that_was_frozen_past_its_lease_does_no_harm(begin: Callable[..., Drill]) -> None:
    drill = begin("sqlite", SMALL, behaviour={"latency": LATENCY}, settings=SMALL_SIZE)
    judge(drill, freeze(drill, times=2), most_extra=2 * drill.connections)


@pytest.mark.drill
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_of_ten_thousand_is_lost(begin: Callable[..., Drill], kind: str, workers: int) -> None:
    drill = begin(kind, FULL, connections=4, behaviour={"latency": LATENCY}, settings=FULL_SIZE)
    judge(drill, kill_and_stop(drill, workers), most_extra=KILLS * drill.connections)


@pytest.mark.drill
@pytest.mark.parametrize("kind", KINDS)
def test_ten_freezes_past_the_lease_do_no_harm(begin: Callable[..., Drill], kind: str) -> None:
    drill = begin(kind, FULL, connections=4, behaviour={"latency": LATENCY}, settings=FULL_SIZE)
    judge(drill, freeze(drill, times=10), most_extra=10 * drill.connections)
