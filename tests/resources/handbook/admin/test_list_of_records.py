"""The lists of milestones and further resources: what they show, and what they cost."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resources.models import FurtherResource, Milestone
from tests.factories import handbook_pages as make

pytestmark = pytest.mark.django_db


def address(model) -> str:
    return reverse(model.snippet_viewset.get_url_name("list"))


def queries(client, model) -> int:
    client.get(address(model))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address(model)).status_code == 200
    return len(captured)


def test_20_records_cost_the_same_queries_as_5(editor, handbook):
    def make_records(number: int) -> None:
        for count in range(number):
            about = make.product_page(handbook, f"Product {count}")
            make.milestone(f"Event {count}", "2020", belongs_to=about)
            make.further_resource(f"Report {count}", f"Group {count}")

    Milestone.objects.all().delete()
    FurtherResource.objects.all().delete()
    make_records(5)
    few = [queries(editor, model) for model in (Milestone, FurtherResource)]
    make_records(15)
    assert [queries(editor, model) for model in (Milestone, FurtherResource)] == few


def test_milestones_stand_in_the_order_of_the_timeline(editor, handbook):
    Milestone.objects.all().delete()
    product = make.product_page(handbook, "Toolkit")
    make.milestone("Later", "Spring 2022", belongs_to=product)
    make.milestone("Earlier", "2016", note_mark="*")
    html = editor.get(address(Milestone)).content.decode()
    assert html.index("Earlier") < html.index("Later")
    assert "Spring 2022" in html and "Toolkit" in html


def test_a_list_says_where_each_record_stands(editor, handbook):
    Milestone.objects.all().delete()
    make.milestone("One", "2016")
    newer = make.milestone("Two", "2017")
    newer.text = "<p>More.</p>"
    newer.save_revision()
    Milestone.objects.create(title="Three", date="2018", live=False)
    waiting = Milestone.objects.create(title="Four", date="2019", live=False)
    waiting.save_revision()
    waiting.get_workflow().start(waiting, editor.user)
    rows = BeautifulSoup(editor.get(address(Milestone)).content, "html.parser").select("main tbody tr")
    states = [row.select("td")[-1].get_text(strip=True) for row in rows]
    assert states == ["Live", "Live, with a newer draft", "Draft", "Waits for approval"]


@pytest.mark.parametrize("query", ["?live=true", "?live=unknown", "?note_mark=*", "?ordering=-date", "?q=a"])
def test_filters_and_nonsense_both_give_a_list(editor, demo_site, query):
    assert editor.get(address(Milestone) + query).status_code == 200
    assert editor.get(address(FurtherResource) + query).status_code == 200
