"""The directory as open data: only what is public, in the words of the schema, and new at once."""

from __future__ import annotations

import csv
import io
import json
from datetime import time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from jsonschema import Draft202012Validator, FormatChecker
from wagtail.models import Locale, PageViewRestriction

from cms.page_cache import generation
from cms.vocabulary.models import ClientGroup
from la_directory.exchange.export import rows_of
from la_directory.exchange.held import directory_page, held_directory
from la_directory.models import Check, ContactPage, CouncilPage, DirectoryPage
from la_directory.models.place_on_council_page import CouncilRecord
from la_directory.open_data.csv_rows import HEADINGS
from la_directory.open_data.views import made
from resources.models import ProductPage
from tests.factories import councils
from tests.factories.pages import home_page
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory() -> DirectoryPage:
    page = councils.directory(home_page())
    councils.council(page)
    return page


@pytest.fixture
def glasgow(directory: DirectoryPage) -> CouncilPage:
    return CouncilPage.objects.child_of(directory).get()


def check(record: CouncilRecord, days_ago: int = 0) -> None:
    Check.objects.create(
        translation_key=record.translation_key,
        digest=record.content_digest,
        checked_for="Glasgow City Council",
        checked_at=timezone.localtime() - timedelta(days=days_ago),
    )


def data(client: Client, directory: DirectoryPage) -> dict[str, Any]:
    return client.get(directory.file_url("export", "json")).json()


def rows(client: Client, directory: DirectoryPage) -> dict[str, dict[str, str]]:
    """By title."""
    text = client.get(directory.file_url("export", "csv")).content.decode("utf-8-sig")
    return {row["title"]: row for row in csv.DictReader(io.StringIO(text))}


def test_a_new_number_is_everywhere_at_once_and_the_stamp_is_gone(client, directory, glasgow) -> None:
    team = councils.contact(glasgow)
    check(team)
    for number, holds in (("0141 496 0123", True), ("0141 496 0777", False)):
        if not holds:
            team.telephone = number
            team.save_revision().publish()
        (contact,) = data(client, directory)["councils"][0]["contacts"]
        row = rows(client, directory)[team.title]
        (exported,) = [row for row in rows_of(held_directory(directory)) if row["kind"] == "contact"]
        assert contact["telephone"]["number"] == row["telephone"] == exported["telephone"] == number
        assert str(ContactPage.objects.get(pk=team.pk).telephone) == number
        assert number in client.get(glasgow.url).content.decode()
        assert bool(contact["check"]) == bool(row["checked_on"]) == bool(exported.get("checked_on")) == holds


def test_the_json_file_is_what_its_schema_says_in_every_language(client, directory, glasgow) -> None:
    with_everything(glasgow)
    schema = json.loads(client.get(directory.file_url("schema")).content)
    Draft202012Validator.check_schema(schema)
    with override("gd"):
        found = data(client, directory)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(found)
    assert found["schema"].endswith(directory.file_url("schema"))
    (council,) = found["councils"]
    assert council["former_codes"] == ["S12000043", "S12000046"]
    team, stale = council["contacts"]
    assert team["opening_hours"] == [{"days": ["Mon", "Fri"], "opens": "09:00", "closes": "17:00"}]
    assert team["telephone"]["uri"] == "tel:+44-141-496-0123"
    assert stale["check"]["holds"] is False
    (service,) = council["services"]
    assert service["starts"] == {"words": "April 2026", "iso": "2026-04"}
    assert [product["title"] for product in service["products"]] == [ProductPage.objects.live()[0].title]
    assert [study["title"] for study in council["case_studies"]] == ["A kitchen that hires"]
    assert list(schema["$defs"]["csv_row"]["properties"]) == list(HEADINGS)
    row = rows(client, directory)["First steps"]
    assert (row["starts"], row["products"]) == ("April 2026", ProductPage.objects.live()[0].title)
    assert rows(client, directory)["Old line"]["check_holds"] == "no"


def with_everything(glasgow: CouncilPage) -> None:
    hours = [("hours", {"days": ["0", "4"], "opens": time(9), "closes": time(17)})]
    check(councils.contact(glasgow, opening_hours=hours))
    check(councils.contact(glasgow, "Old line", sort_order=1), days_ago=200)
    service = councils.service(glasgow, starts_on="April 2026", ends_on="Ongoing")
    service.client_groups = [ClientGroup.objects.first()]
    draft = ProductPage.objects.live()[1]
    service.products = [ProductPage.objects.live()[0], draft]
    service.save_revision().publish()
    draft.unpublish()
    councils.case_study(glasgow)


def test_what_is_not_public_is_left_out(client, directory, glasgow) -> None:
    for title, fields in {
        "Not ticked": {"person": "Mo Bell"},
        "=Ticked": {"person": "Al Reid", "person_in_open_data": True},
        "Vacant": {"person": "Jo Gone", "person_in_open_data": True, "is_vacant": True},
        "Draft": {},
        "Secret": {},
    }.items():
        contact = councils.contact(glasgow, title, **fields)
        if title == "Draft":
            contact.unpublish()
        if title == "Secret":
            PageViewRestriction.objects.create(page=contact, restriction_type="login")
    generation.forget()
    found = data(client, directory)["councils"][0]["contacts"]
    assert {contact["title"]: contact["person"] for contact in found} == {
        "Not ticked": "",
        "=Ticked": "Al Reid",
        "Vacant": "",
    }
    by_title = rows(client, directory)
    assert set(by_title) == {"Glasgow City", "Not ticked", "'=Ticked", "Vacant"}
    assert by_title["'=Ticked"]["named_person"] == "Al Reid"
    text = client.get(directory.file_url("export", "csv")).content.decode()
    assert "Mo Bell" not in text and "Jo Gone" not in text


def test_files_are_made_once_and_cost_the_same_for_all_councils(
    client, directory, glasgow, monkeypatch
) -> None:
    with_everything(glasgow)
    everything = directory_page()
    assert CouncilPage.objects.child_of(everything).count() == 32
    for file_format in ("json", "csv"):
        one, all_councils = (page.file_url("export", file_format) for page in (directory, everything))
        answer = client.get(all_councils)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="councils.{file_format}"'
        assert 'rel="license"' in answer.headers["Link"]
        unchanged = client.get(all_councils, headers={"if-none-match": answer.headers["ETag"]})
        assert unchanged.status_code == 304
        costs_kept = assert_within(client, all_councils, 5)
        with monkeypatch.context() as patch:
            patch.setattr("la_directory.open_data.views.kept", lambda _name, make: make())
            costs = assert_within(client, all_councils, 12)
            assert costs_kept < costs == assert_within(client, one, 12)
    assert client.get(directory.file_url("export", "pdf")).status_code == 404


def test_below_a_gaelic_directory_stand_the_records_of_the_first_language(client, directory, glasgow) -> None:
    team = councils.contact(glasgow)
    check(team)
    parent = directory.get_parent().specific
    gaelic = Locale.objects.get_or_create(language_code="gd")[0]
    for page in (parent, directory, glasgow):
        if not page.has_translation(gaelic):
            page.copy_for_translation(gaelic).save_revision().publish()
    translation = directory.get_translation(gaelic)
    assert made(translation, "json") == made(directory, "json")
    assert b"0141 496 0123" in made(translation, "json")
