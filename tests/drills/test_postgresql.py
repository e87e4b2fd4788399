"""On PostgreSQL: kills, a copy made by the server, and a server that is torn down in the middle."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db.models import F

from bulletin.models import EditionPage, SendingGate
from bulletin.send import gate, gate_note
from bulletin.send.worker import Worker
from tests.bulletin.send.fake_relay import FakeRelay
from tests.drills.databases import Postgres
from tests.drills.default_database import as_default
from tests.drills.harness import Drill, drill
from tests.drills.killing import FULL_SIZE, KILLS, LATENCY, SMALL, SMALL_SIZE, judge, kill_and_stop
from tests.drills.own_postgres import own_postgres

pytestmark = [pytest.mark.django_db, pytest.mark.service]


def test_nobody_is_lost_when_two_workers_are_killed(begin: Callable[..., Drill]) -> None:
    running = begin("postgresql", SMALL, behaviour={"latency": LATENCY}, settings=SMALL_SIZE)
    judge(running, kill_and_stop(running, workers=2), most_extra=KILLS * running.connections)


def test_a_copy_made_by_the_server_is_held_until_it_is_released(
    databases: Callable[..., Postgres], tmp_path: Path, settings
) -> None:
    settings.VAR_DIR = tmp_path
    made = databases("postgresql", SMALL)
    with made.copied(tmp_path) as url:
        with as_default(url):
            # Public already: the search index is another database's.
            EditionPage.objects.update(live=True, live_revision=F("latest_revision"))
            assert send(30) >= 30
        with made.copied(tmp_path, source=url) as copy, as_default(copy):
            assert SendingGate.objects.get().counter > 0
            assert gate.state() == gate.GateState(False, str(gate.COPY))
            assert send(SMALL) == 0
            gate.release(None)
            assert send(SMALL) > 0
        with as_default(url):
            assert gate.state().is_open


def test_a_host_without_a_note_goes_on_and_one_whose_note_is_damaged_asks(
    databases: Callable[..., Postgres], tmp_path: Path, settings
) -> None:
    settings.VAR_DIR = tmp_path
    with databases("postgresql", SMALL).copied(tmp_path) as url, as_default(url):
        EditionPage.objects.update(live=True, live_revision=F("latest_revision"))
        assert send(30) >= 30
        gate_note.path().unlink()
        assert send(30) >= 30
        gate_note.path().write_text("{")
        assert send(30) == 0
        gate.release(None)
        assert send(30) >= 30


def send(number: int) -> int:
    relay = FakeRelay()
    worker = Worker(relay.open)
    relay.before_the_dot = lambda address: worker.stop() if len(relay.accepted) + 1 >= number else None
    worker.once()
    return len(relay.accepted)


@pytest.fixture
def own_drill(ports: Iterator[int], tmp_path: Path) -> Iterator[Callable[..., tuple[Drill, Callable]]]:
    """A drill on a server of its own, and what tears that down and starts it again."""
    with ExitStack() as stack:

        def begun(size: int, **more: object) -> tuple[Drill, Callable[[float], None]]:
            server = stack.enter_context(own_postgres(next(ports)))
            made = Postgres(tmp_path / "template", size, server.url)
            running = stack.enter_context(drill(made, tmp_path / "drill", next(ports), size, **more))

            def restart(away: float) -> None:
                server.crash()
                time.sleep(away)
                server.start()

            return running, restart

        yield begun


@pytest.mark.drill
def test_a_server_that_is_torn_down_three_times_loses_nobody(own_drill: Callable) -> None:
    settings = FULL_SIZE | {"BULLETIN_LEASE": 10.0}  # the server is back before it is over
    running, restart = own_drill(3000, connections=4, behaviour={"latency": LATENCY}, settings=settings)
    running.start(2)
    for number in (500, 1200, 1900):
        running.wait_until_accepted(number)
        restart(2.0)
    judge(running, running.wait_until_sent(), most_extra=3 * 2 * running.connections)
    assert "cannot be reached" in running.last_words()
