"""What is asked of the database while messages go out: little, by an index, and in one order."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bulletin.models import Delivery, Sending
from bulletin.send import breaker, states
from bulletin.send.claim import claim, give_back
from bulletin.send.ledger import Ledger
from bulletin.send.replies import Fate, Outcome
from tests.bulletin.send import post_room

pytestmark = pytest.mark.django_db

CONTENT = ('"html"', '"text"', '"message"')


def test_giving_back_looks_only_at_rows_that_are_taken() -> None:
    post_room.subscribers(3)
    sending = post_room.started()
    claim(sending.pk, "monthly", "worker01")
    with CaptureQueriesContext(connection) as asked:
        assert give_back("worker01") == 3
    (statement,) = [query["sql"] for query in asked if query["sql"].startswith("UPDATE")]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        plan = " ".join(row[3] for row in cursor.fetchall())
    assert "USING INDEX bulletin_delivery_leased" in plan


def test_entries_are_written_in_the_order_of_their_rows_and_answered_in_their_own() -> None:
    post_room.subscribers(3)
    sending = post_room.started()
    first, second, third = claim(sending.pk, "monthly", "worker01")
    entries = [Outcome(row, Fate.SENT) for row in (third, first._replace(token="another"), second)]
    with CaptureQueriesContext(connection) as asked:
        assert Ledger().write(entries) == [True, False, True]
    written = [query["sql"] for query in asked if query["sql"].startswith("UPDATE")]
    for row, statement in zip((first, second, third), written, strict=True):
        assert f"WHERE id = {row.pk} AND" in statement


@pytest.mark.parametrize("refusals", [1, breaker.RUN])
def test_a_look_at_refusals_does_not_load_what_is_sent(refusals: int) -> None:
    post_room.subscribers(breaker.RUN)
    sending = post_room.started()
    keys = sending.deliveries.values("pk")[:refusals]
    now = {"state": Delivery.State.FAILED, "reply_code": 550, "answered_at": sending.fresh_from}
    Delivery.objects.filter(pk__in=keys).update(**now)
    with CaptureQueriesContext(connection) as asked:
        breaker.look(sending.pk)
    assert not any(f'"bulletin_sending".{name}' in query["sql"] for query in asked for name in CONTENT)
    is_paused = post_room.state_of(sending) == Sending.State.PAUSED
    assert is_paused == (refusals == breaker.RUN)


def test_an_end_does_not_load_what_was_sent(sending: Sending) -> None:
    sending.deliveries.update(state=Delivery.State.SENT)
    with CaptureQueriesContext(connection) as asked:
        assert states.finish(sending.pk)
    assert not any(f'"bulletin_sending".{name}' in query["sql"] for query in asked for name in CONTENT)
