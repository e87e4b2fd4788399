"""The feed says what the profile asks for, and nothing that is not public."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.vocabulary.models import ClientGroup, ServiceKind
from la_directory.freshness.record import record_check
from la_directory.models import CouncilPage, LocalServicePage
from resources.models import ProductPage
from tests.factories import councils
from tests.factories.pages import home_page

SCHEMAS = Path(__file__).resolve().parents[4] / "shared/data/open-referral-uk"
FEED = "/open-referral/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def glasgow() -> CouncilPage:
    CouncilPage.objects.update(live=False)
    return councils.council(councils.directory(home_page(), slug="feed"))


@pytest.fixture
def first_steps(glasgow: CouncilPage) -> LocalServicePage:
    page = councils.service(glasgow, "First steps", cost="Free", area="North Glasgow")
    page.client_groups.set(ClientGroup.objects.all()[:2])
    page.save_revision().publish()
    return page


def read(client: Client, path: str, status: int = 200) -> Any:
    response = client.get(FEED + path)
    assert response.status_code == status
    return response.json()


def test_a_service_carries_the_day_of_its_check(client: Client, first_steps: LocalServicePage) -> None:
    assert "assured_date" not in read(client, "services")["contents"][0]
    record_check([first_steps], by=None, name="Glasgow City Council")
    one = read(client, f"services/{first_steps.translation_key}")
    assert one["assured_date"] == timezone.localdate().isoformat()
    assert one["organization"]["name"] == "Glasgow City Council"
    assert one["service_areas"][0]["name"] == "North Glasgow"
    assert [attribute["taxonomy_term"]["taxonomy"] for attribute in one["attributes"]] == [
        "Kind of service",
        "Who a service is for",
        "Who a service is for",
    ]


def test_drafts_are_not_in_the_feed(client: Client, first_steps: LocalServicePage) -> None:
    first_steps.title = "Not yet"
    first_steps.save_revision()
    hidden = councils.service(first_steps.council, "Hidden")
    hidden.unpublish()
    assert [service["name"] for service in read(client, "services")["contents"]] == ["First steps"]
    read(client, f"services/{hidden.translation_key}", status=404)
    CouncilPage.objects.update(live=False)
    nothing = read(client, "services")
    assert (nothing["total_items"], nothing["contents"]) == (0, [])


def test_a_check_is_a_change_and_what_has_ended_is_inactive(client: Client, first_steps) -> None:
    last_week = timezone.now() - timedelta(days=7)
    LocalServicePage.objects.update(last_published_at=last_week, ends_on="Spring 2020")
    address = f"services?modified_after={date.today() - timedelta(days=2)}"
    assert read(client, address)["total_items"] == 0
    first_steps.refresh_from_db()
    record_check([first_steps], by=None, name="Glasgow City Council")
    (found,) = read(client, address)["contents"]
    assert found["last_modified"][:10] == datetime.now(UTC).date().isoformat()
    assert found["status"] == "inactive"
    for term, number in ((first_steps.client_groups.first(), 1), (ServiceKind.objects.last(), 0)):
        address = f"services?taxonomy_term_id={term.translation_key}"
        assert read(client, address)["total_items"] == number
    LocalServicePage.objects.update(ends_on=str(date.today().year))
    assert read(client, "services")["contents"][0]["status"] == "active"


def test_a_list_comes_in_pages(client: Client, glasgow: CouncilPage) -> None:
    for number in range(3):
        councils.service(glasgow, f"Service {number}")
    part = read(client, "services?page=2&per_page=2")
    assert [service["name"] for service in part["contents"]] == ["Service 2"]
    assert (part["total_items"], part["total_pages"], part["first_page"], part["last_page"]) == (
        3,
        2,
        False,
        True,
    )
    assert list(read(client, "services?per_page=0", status=400)["errors"]) == ["per_page"]


def test_a_list_costs_the_same_for_few_and_many(client: Client, glasgow: CouncilPage) -> None:
    costs = []
    for more in (1, 19):
        for number in range(more):
            page = councils.service(glasgow, f"Service {more} {number}")
            page.client_groups, page.products = ClientGroup.objects.all()[:2], ProductPage.objects.all()[:2]
            page.save()
        read(client, "services")  # warms what processes keep
        with CaptureQueriesContext(connection) as captured:
            read(client, "services")
        costs.append(len(captured))
    assert costs[0] == costs[1] <= 10


@pytest.mark.skipif(not SCHEMAS.exists(), reason="needs ../shared/data/open-referral-uk")
def test_the_feed_fits_the_schemas_of_the_profile(client: Client, first_steps: LocalServicePage) -> None:
    record_check([first_steps], by=None, name="Glasgow City Council")
    answers = {
        "service_list": read(client, "services")["contents"][0],
        "service": read(client, f"services/{first_steps.translation_key}"),
        "organization_list": read(client, "organizations")["contents"][0],
    }
    for name, answer in answers.items():
        schema = json.loads((SCHEMAS / f"{name}.json").read_text())
        jsonschema.validate(answer, schema, format_checker=jsonschema.FormatChecker())
        assert set(answer) <= set(schema["properties"]), name


def test_the_lists_of_words_name_their_vocabulary(client: Client, glasgow: CouncilPage) -> None:
    names = {taxonomy["id"]: taxonomy["name"] for taxonomy in read(client, "taxonomies")["contents"]}
    terms = read(client, "taxonomy_terms?per_page=100")["contents"]
    assert {names[term["taxonomy_id"]] for term in terms} == set(names.values())
    assert "services" in read(client, "")
