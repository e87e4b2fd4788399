"""On PostgreSQL two transactions meet at the same rows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.db.models import F

from bulletin.models import Delivery, EditionPage, Sending, Subscriber
from bulletin.send import audience, gate, states
from bulletin.send.claim import Claimed, claim
from bulletin.send.deliver import FROZEN_AFTER, Carrier
from bulletin.send.in_hand import InHand, Turn
from bulletin.send.ledger import Ledger, Mark
from bulletin.send.recorder import DirectRecorder
from bulletin.send.recover import recover
from bulletin.send.throttle import Throttle
from bulletin.send.uncertain import resend
from bulletin.subscribe.erase import erase
from bulletin.subscribe.leave import leave
from tests.bulletin.send.fake_relay import FakeRelay
from tests.drills.conftest import databases, ports  # noqa: F401  fixtures
from tests.drills.databases import Postgres
from tests.drills.default_database import as_default

pytestmark = [pytest.mark.django_db, pytest.mark.service]

SIZE = 60
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)
State = Delivery.State


@pytest.fixture
def url(databases: Callable[..., Postgres], tmp_path: Path, settings) -> Iterator[str]:  # noqa: F811
    """A database in which a sending is queued, in the place of the tests' own."""
    settings.VAR_DIR = tmp_path
    with databases("postgresql", SIZE).copied(tmp_path) as url, as_default(url):
        EditionPage.objects.update(live=True, live_revision=F("latest_revision"))
        gate.take_in()
        yield url


@pytest.fixture
def other(url: str) -> Iterator[psycopg.Connection]:
    """Another connection to the database, in which a sending has started. Nobody waits long for a lock."""
    assert audience.start(Sending.objects.get().pk)
    with psycopg.connect(url) as more, connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '500ms'")
        yield more


@pytest.fixture
def meanwhile(url: str) -> Iterator[Callable[[Callable[[], Any]], Future]]:
    """meanwhile(do): in a thread and a transaction of its own, which is done or waits for a lock of ours."""
    with ThreadPoolExecutor(1) as pool, psycopg.connect(url, autocommit=True) as watcher:

        def run(do: Callable[[], Any]) -> Any:
            with as_default(url):
                return do()

        def begin(do: Callable[[], Any]) -> Future:
            future, ends = pool.submit(run, do), time.monotonic() + 10
            while not future.done() and watcher.execute(WAITING).fetchone() == (0,):
                assert time.monotonic() < ends
                time.sleep(0.01)
            return future

        yield begin


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


@pytest.fixture
def held(other: psycopg.Connection) -> Delivery:
    """All is sent but one message, of which nobody knows."""
    Delivery.objects.update(state=State.SENT)
    row = Delivery.objects.first()
    Delivery.objects.filter(pk=row.pk).update(state=State.UNCERTAIN, was_uncertain=True)
    return row


def test_a_sending_does_not_end_over_a_message_that_is_being_resent(
    meanwhile: Callable[..., Future], held: Delivery
) -> None:
    with transaction.atomic():
        resend(held, None)
        finished = meanwhile(lambda: states.finish(held.sending_id))
        assert not finished.done()
    assert finished.result(10) is False
    assert Sending.objects.get().state == Sending.State.SENDING


def test_a_message_resent_while_the_sending_ends_goes_on_with_it(
    meanwhile: Callable[..., Future], held: Delivery
) -> None:
    with transaction.atomic():
        assert states.finish(held.sending_id)
        resent = meanwhile(lambda: resend(held, None))
        assert not resent.done()
    resent.result(10)
    assert Sending.objects.get().state == Sending.State.SENDING
    assert Delivery.objects.get(pk=held.pk).state == State.PENDING


def person() -> Subscriber:
    return Subscriber.objects.order_by("pk")[20]


def go() -> None:
    leave(person(), source="a test")


def be_erased() -> None:
    erase(person(), "a test")


@pytest.mark.parametrize("goes", [go, be_erased])
def test_who_goes_while_the_audience_is_made_is_no_part_of_it(
    meanwhile: Callable[..., Future], goes: Callable[[], None]
) -> None:
    sending = Sending.objects.get()
    with transaction.atomic():
        goes()
        started = meanwhile(lambda: audience.start(sending.pk))
        assert not started.done()
    assert started.result(10)
    assert sending.deliveries.count() == SIZE - 1


@pytest.mark.parametrize("goes", [go, be_erased])
def test_who_goes_once_the_audience_is_made_is_skipped(
    meanwhile: Callable[..., Future], goes: Callable[[], None]
) -> None:
    sending = Sending.objects.get()
    key = person().address_key
    with transaction.atomic():
        assert audience.start(sending.pk)
        gone = meanwhile(goes)
        assert not gone.done()
    gone.result(10)
    assert key not in {row.address_key for row in all_claimed(sending)}
    row = sending.deliveries.get(address_key=key)
    assert (row.state, row.skip_reason) == (State.SKIPPED, Delivery.Skip.LEFT)


def all_claimed(sending: Sending) -> list[Claimed]:
    rows: list[Claimed] = []
    while more := claim(sending.pk, sending.audience_kind, "worker01"):
        rows += more
    return rows


def test_who_leaves_while_the_mark_waits_gets_nothing(
    meanwhile: Callable[..., Future], other: psycopg.Connection
) -> None:
    sending, relay = Sending.objects.get(), FakeRelay()
    in_hand = InHand(sending)
    in_hand.refresh()
    row = claim(sending.pk, sending.audience_kind, "worker01")[20]
    other.execute("SELECT FROM bulletin_delivery WHERE id = %s FOR UPDATE", [row.pk])

    def carry() -> None:
        Carrier(DirectRecorder(), Throttle(), relay.open).carry(row, in_hand, Turn(0.0, 0.0))

    carried = meanwhile(carry)
    assert not carried.done()
    go()
    time.sleep(FROZEN_AFTER)
    other.rollback()
    carried.result(10)
    assert relay.accepted == []
    assert Delivery.objects.get(pk=row.pk).state == State.SKIPPED
