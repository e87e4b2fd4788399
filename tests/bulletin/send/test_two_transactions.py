"""On PostgreSQL two transactions meet at the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.db.models import F

from bulletin.models import Delivery, EditionPage, Sending
from bulletin.send import audience, gate, states
from bulletin.send.claim import claim
from bulletin.send.ledger import Ledger, Mark
from bulletin.send.recover import recover
from tests.drills.conftest import databases, ports  # noqa: F401  fixtures
from tests.drills.databases import Postgres
from tests.drills.default_database import as_default

pytestmark = [pytest.mark.django_db, pytest.mark.service]

SIZE = 60


@pytest.fixture
def other(databases: Callable[..., Postgres], tmp_path: Path, settings) -> Iterator[psycopg.Connection]:  # noqa: F811
    """Another connection to the database, in which a sending has started. Nobody waits long for a lock."""
    settings.VAR_DIR = tmp_path
    with databases("postgresql", SIZE).copied(tmp_path) as url, as_default(url), psycopg.connect(url) as more:
        EditionPage.objects.update(live=True, live_revision=F("latest_revision"))
        gate.take_in()
        assert audience.start(Sending.objects.get().pk)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '500ms'")
        yield more


def test_a_cancel_does_not_wait_for_a_message_that_is_being_marked(other: psycopg.Connection) -> None:
    sending = Sending.objects.get()
    row = claim(sending.pk, sending.audience_kind, "worker01")[20]
    other.execute("UPDATE bulletin_delivery SET state = 'in_flight' WHERE id = %s", [row.pk])
    states.cancel(sending, None)
    other.commit()
    recover()
    left = Delivery.objects.exclude(state=Delivery.State.SKIPPED)
    assert list(left.values_list("pk", "state")) == [(row.pk, Delivery.State.IN_FLIGHT)]


def rows_read(plan: dict[str, Any]) -> list[float]:
    """Of each node of a plan that was carried out."""
    below = [rows for each in plan.get("Plans", []) for rows in rows_read(each)]
    removed = plan.get("Rows Removed by Filter", 0) + plan.get("Rows Removed by Join Filter", 0)
    return [plan["Actual Rows"] + removed, *below]


def test_a_mark_reads_one_row_of_each_table_also_without_statistics(other: psycopg.Connection) -> None:
    sending = Sending.objects.get()
    row = claim(sending.pk, sending.audience_kind, "worker01")[20]
    statement, values = Ledger()._statement(Mark(row, sending.audience_kind))
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", values)
        ((plan,),) = cursor.fetchone()
    assert max(rows_read(plan["Plan"])) <= 1
    assert Delivery.objects.get(pk=row.pk).state == Delivery.State.IN_FLIGHT
