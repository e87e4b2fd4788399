"""SG's report of councils, and what search makes of entries that are out of date."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from cms.pages.ranking import ranked_lower
from la_directory.freshness import freshness_report
from la_directory.freshness.freshness_report import all_lines
from la_directory.freshness.record import record_check
from la_directory.freshness.reminders import remind_councils
from la_directory.models import CouncilPage
from search.results import find
from tests.factories import councils
from tests.la_directory.freshness.conftest import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def only_ours(glasgow: Council, monkeypatch) -> None:
    """The report without the councils of the demo site."""
    ours = CouncilPage.objects.child_of(glasgow.page.get_parent())
    monkeypatch.setattr(freshness_report, "kept_councils", lambda: ours.all())


def test_the_worst_council_stands_first_with_what_sg_has_to_know(
    clock, glasgow: Council, government, only_ours, django_assert_num_queries
) -> None:
    with django_assert_num_queries(10):
        all_lines()
    fife = councils.council(glasgow.page.get_parent().specific, councils.FIFE)
    fresh = councils.contact(fife, "=Fife team")
    highland = councils.council(fife.get_parent().specific, councils.HIGHLAND)
    glasgow.person()
    clock()
    record_check([fresh, glasgow.other], by=None, name="x", at=clock(days=-140))
    record_check([glasgow.contact], by=None, name="x", at=clock(days=-200))
    clock()
    remind_councils([glasgow.page, fife])
    with django_assert_num_queries(11):
        lines = all_lines()
    assert [line.council for line in lines] == ["Highland", "Glasgow City", "Fife"]
    second, third = lines[1:]
    assert (second.fresh, second.due, second.stale, second.unchecked) == (0, 1, 1, 1)
    assert (second.editors, str(second.last_reminder), second.is_out_of_reach) == (1, "2026-10-01", False)
    assert (third.editors, third.last_reminder, third.is_out_of_reach) == (0, None, True)
    assert str(second.oldest_check) == "2026-03-15" and highland.pk == lines[0].pk

    client, address = Client(), reverse("freshness_report:index")
    client.force_login(government)
    html = client.get(address).content.decode()
    assert html.index("Highland") < html.index("Glasgow City") and "Not reached" in html
    exported = b"".join(client.get(address, {"export": "csv"}).streaming_content).decode()
    assert [row["Council"] for row in csv.DictReader(io.StringIO(exported))] == [
        line.council for line in lines
    ]
    assert client.get(address, {"export": "xlsx"}).status_code == 200
    client.force_login(glasgow.team.members.get())
    assert client.get(address).status_code == 302


def test_entries_out_of_date_are_found_after_the_others(glasgow: Council) -> None:
    record_check([glasgow.other], by=None, name="x")
    assert {glasgow.contact.pk, glasgow.service.pk} <= ranked_lower()
    assert glasgow.other.pk not in ranked_lower()
    found = [match.page_id for match in find("employability team", "en-gb").everything]
    assert found.index(glasgow.other.pk) < found.index(glasgow.contact.pk)
