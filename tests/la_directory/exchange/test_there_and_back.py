"""What export writes, import reads as what is there already."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.vocabulary.models import ClientGroup
from la_directory.exchange.export import exported
from la_directory.exchange.files import WRITERS, read
from la_directory.exchange.held import HeldDirectory, held_directory
from la_directory.exchange.planning import plan
from la_directory.models import CouncilPage, DirectoryPage
from resources.models import ProductPage
from tests.factories import councils

WORDS = st.text(
    st.one_of(
        st.sampled_from("'=+-@;,\"\t\r\n \x0b\u00a0ë—’"),
        st.characters(codec="utf-8", exclude_categories=("Cs", "Cn")),
    ),
    max_size=12,
)
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
HOURS = st.lists(st.tuples(st.sets(st.integers(0, 6), min_size=1), TIMES, TIMES), max_size=3)


@pytest.fixture
def held(directory: DirectoryPage, glasgow: CouncilPage) -> HeldDirectory:
    """Everything that a row can hold, once."""
    councils.contact(
        glasgow,
        "=Team",
        telephone="0141 496 0123",
        opening_hours=[("hours", {"days": ["0", "4"], "opens": time(9), "closes": time(17)})],
    )
    made = councils.service(glasgow, starts_on="Spring 2026", ends_on="2027", link="https://example.org/")
    made.client_groups = list(ClientGroup.objects.all()[:2])
    made.products = list(ProductPage.objects.all()[:2])
    made.save_revision().publish()
    return held_directory(directory)


def changes(held: HeldDirectory, file_format: str) -> list[tuple]:
    planned = plan(read(exported(held, file_format)), held)
    assert planned.problems == ()
    assert len(planned.entries) == 3
    return [(entry.title, [vars(change) for change in entry.changes]) for entry in planned.written]


@pytest.mark.parametrize("file_format", WRITERS)
def test_what_was_exported_changes_nothing_whatever_it_holds(held: HeldDirectory, file_format: str) -> None:
    assert changes(held, file_format) == []

    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(WORDS, min_size=9, max_size=9), HOURS, st.booleans(), st.integers(-5, 5))
    def holds(words: list[str], hours: list, is_vacant: bool, order: int) -> None:
        (council,) = held.councils
        contact, service = (copy.copy(record.draft) for record in (council.contacts[0], council.services[0]))
        contact.title, service.title = (f"x{word}" for word in words[:2])
        contact.person, contact.address, contact.languages, contact.hours_note = words[2:6]
        contact.is_vacant, contact.sort_order = is_vacant, order
        contact.opening_hours = [
            ("hours", {"days": [str(day) for day in days], "opens": opens, "closes": closes})
            for days, opens, closes in hours
        ]
        service.summary, service.cost, service.area = words[6:]
        filled = replace(
            council,
            contacts=(replace(council.contacts[0], draft=contact),),
            services=(replace(council.services[0], draft=service),),
        )
        assert changes(replace(held, councils=(filled,)), file_format) == []

    holds()


def test_an_export_costs_the_same_for_few_and_many(directory: DirectoryPage, glasgow: CouncilPage) -> None:
    costs = []
    for number in (1, 9):
        for each in range(number):
            councils.contact(glasgow, f"Team {number} {each}")
            made = councils.service(glasgow, f"Service {number} {each}")
            made.client_groups, made.products = ClientGroup.objects.all()[:2], ProductPage.objects.all()[:2]
            made.save()
        with CaptureQueriesContext(connection) as captured:
            exported(held_directory(directory), "csv")
        costs.append(len(captured))
    assert costs[0] == costs[1] <= 16
