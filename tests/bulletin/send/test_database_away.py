"""A database that is away is noticed soon, and nothing is decided before answers are written down again."""

from __future__ import annotations

import pytest
from psycopg.conninfo import make_conninfo

from bulletin.models import Sending
from bulletin.send.claim import claim
from bulletin.send.recorder import SharedRecorder
from bulletin.send.worker import Worker
from cms.settings.addresses import database
from tests.bulletin.send import post_room


def test_a_connection_to_postgresql_notices_a_dead_server_within_seconds() -> None:
    options = database("postgres://site:secret@db.example:5432/site")["OPTIONS"]
    assert options["connect_timeout"] <= 10
    unanswered = options["keepalives_idle"] + options["keepalives_interval"] * options["keepalives_count"]
    assert unanswered <= 15
    assert options["tcp_user_timeout"] <= 15_000  # milliseconds; for what was written and not confirmed
    assert make_conninfo("", **options), "libpq knows no such option"


def test_the_address_has_the_last_word_on_time_outs() -> None:
    options = database("postgres://site@db.example/site?connect_timeout=60")["OPTIONS"]
    assert options["connect_timeout"] in (60, "60")
    assert options["tcp_user_timeout"]


def test_sqlite_knows_no_such_options() -> None:
    assert "tcp_user_timeout" not in database("sqlite:////srv/site.sqlite3").get("OPTIONS", {})


@pytest.fixture
def worker(sending: Sending) -> Worker:
    """Holds nothing yet; its recorder does not run."""
    worker = Worker()
    worker.recorder = SharedRecorder()
    worker.rows_run_out.set()
    return worker


def test_nothing_is_taken_while_answers_wait_for_the_database(worker: Worker, sending: Sending) -> None:
    worker.recorder.is_reachable.clear()
    worker._keep_going()
    assert post_room.states(sending) == {"pending": 1}
    worker.recorder.is_reachable.set()
    worker._keep_going()
    assert post_room.states(sending) == {"claimed": 1}


def test_nothing_is_taken_back_while_answers_wait_for_the_database(worker: Worker, sending: Sending) -> None:
    claim(sending.pk, "monthly", "worker09")
    sending.deliveries.update(state="in_flight")
    post_room.end_leases(sending)
    worker.recorder.is_reachable.clear()
    worker._keep_going()
    assert post_room.states(sending) == {"in_flight": 1}
    worker.recorder.is_reachable.set()
    worker._keep_going()
    assert post_room.row(sending).was_uncertain
