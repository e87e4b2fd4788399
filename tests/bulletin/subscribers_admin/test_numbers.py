"""Who came and who left is counted once and by one rule, on the page of numbers and in the report."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletin.admin.editions.summary import summary_of
from bulletin.admin.subscribers import numbers
from bulletin.models import ConsentEvent, Sending, Subscriber
from tests.bulletin.subscribe.sendings import sending

pytestmark = pytest.mark.usefixtures("demo_site")


def note(key: str, *kinds: str, days: int = 0) -> None:
    for kind in kinds:
        moment = timezone.now() - timedelta(days)
        ConsentEvent.objects.create(address_key=key * 64, kind=kind, happened_at=moment)


def sent(slug: str, days: int) -> Sending:
    made = sending(slug)
    made.started_at = timezone.now() - timedelta(days)
    made.save()
    return made


def test_months_add_up() -> None:
    note("a", "imported", days=70)
    note("a", "unsubscribed", "erased", days=40)
    months = numbers.months()
    for before, after in pairwise(months):
        assert after.subscribed == before.subscribed + after.came - after.left
    assert months[-1].subscribed == Subscriber.objects.active().count()


@pytest.mark.parametrize(
    ("kinds", "came", "left"),
    [
        (["imported", "confirmed"], 1, 0),
        (["requested"], 0, 0),
        (["confirmed", "changed", "unsubscribed", "erased"], 1, 1),
        (["confirmed", "unsubscribed", "requested", "confirmed"], 2, 1),
        (["unsubscribed"], 0, 0),
        (["moved", "bounced"], 0, 1),
        (["confirmed", "moved", "confirmed"], 2, 0),
    ],
)
def test_it_is_by_one_rule(kinds: list[str], came: int, left: int) -> None:
    """Only who was no subscriber comes, only who was one leaves, and a move is neither."""
    ConsentEvent.objects.all().delete()
    edition = sent("2031-01", days=1)
    note("a", *kinds)
    month = numbers.months()
    assert (sum(one.came for one in month), sum(one.left for one in month)) == (came, left)
    assert summary_of(edition).joined == came
    assert [one.came for one in numbers.editions() if one.sending == edition] == [came]


def test_who_came_counts_with_the_edition_before() -> None:
    ConsentEvent.objects.all().delete()
    first, second = sent("2031-01", days=9), sent("2031-02", days=3)
    note("a", "confirmed", days=20)
    note("b", "confirmed", days=5)
    note("c", "confirmed", days=4)
    note("d", "confirmed", days=1)
    found = {one.sending.pk: one.came for one in numbers.editions()}
    assert (found[first.pk], found[second.pk]) == (2, 1)
    assert (summary_of(first).joined, summary_of(second).joined) == (2, 1)


def test_the_database_counts() -> None:
    """As many queries as months and editions need, and no event is read."""
    for number in range(30):
        note(f"{number:02}"[-1], "confirmed", "unsubscribed")
    with CaptureQueriesContext(connection) as queries:
        numbers.months(), numbers.editions()
    assert len(queries) <= 6
    of_events = [query["sql"] for query in queries if "bulletin_consentevent" in query["sql"]]
    assert of_events and all("COUNT(" in sql for sql in of_events)
