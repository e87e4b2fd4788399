"""The table of Partnerships Leads and the file beside it."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone

from la_directory.models import Check, ContactPage, CouncilPage, DirectoryPage
from tests.factories import councils
from tests.factories.pages import home_page
from tests.site.test_query_budgets import assert_within
from tests.site.test_valid_html import problems


@pytest.fixture
def directory(db: None) -> DirectoryPage:
    """Glasgow has a Lead, Highland a vacant post, Fife nobody."""
    directory = councils.directory(home_page())
    glasgow, highland, fife = (
        councils.council(directory, code) for code in (councils.GLASGOW, councils.HIGHLAND, councils.FIFE)
    )
    councils.contact(glasgow, "Team for everyone", person="Not a Lead")
    lead(glasgow, person="Mo Bell", subject="=SUM(A1)", email="lead@glasgow.example")
    lead(highland, person="Al Gone", is_vacant=True)
    CouncilPage.objects.filter(pk=fife.pk).update(switchboard="+441414960999")
    return directory


def lead(council: CouncilPage, **fields: object) -> ContactPage:
    return councils.contact(council, "Partnerships Lead", for_whom="lead", **fields)


def check(contact: ContactPage, days_ago: int) -> None:
    Check.objects.create(
        translation_key=contact.translation_key,
        digest=contact.content_digest,
        checked_for="Glasgow City Council",
        checked_at=timezone.localtime() - timedelta(days=days_ago),
    )


def shown(client: Client, directory: DirectoryPage, query: str = "") -> BeautifulSoup:
    response = client.get(f"{directory.url}partnership-leads/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(row: Tag) -> str:
    return row.get_text(" ", strip=True).replace("\xa0", " ")


def rows(page: BeautifulSoup) -> dict[str, str]:
    return {row.th.get_text(strip=True): words(row) for row in page.select("tbody tr")}


def file_rows(client: Client, url: str) -> list[dict[str, str]]:
    response = client.get(url)
    assert response.status_code == 200 and "partnerships-leads.csv" in response["Content-Disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_every_council_has_a_row_that_says_what_is_known(client: Client, directory: DirectoryPage) -> None:
    page = shown(client, directory)
    found = rows(page)
    assert list(found) == ["Fife", "Glasgow City", "Highland"]
    assert "Mo Bell" in found["Glasgow City"] and "0141 496 0123" in found["Glasgow City"]
    assert "Not checked yet" in found["Glasgow City"]
    assert "Post vacant" in found["Highland"]
    assert "No Partnerships Lead is named" in found["Fife"] and "0141 496 0999" in found["Fife"]
    assert "Not a Lead" not in page.get_text() and "Al Gone" not in page.get_text()
    trail = [crumb.get_text(strip=True) for crumb in page.select(".ds_breadcrumbs li")]
    assert trail[-2:] == [directory.title, "Partnerships Leads"]
    assert page.select_one('link[rel="canonical"]')["href"].endswith(f"{directory.url}partnership-leads/")
    assert not page.select('meta[name="robots"]')
    assert page.select_one(".es_table--wide thead th[scope=col]")


def test_a_check_past_its_time_warns_and_offers_the_switchboard(
    client: Client, directory: DirectoryPage
) -> None:
    contact = ContactPage.objects.get(person="Mo Bell")
    CouncilPage.objects.filter(title="Glasgow City").update(switchboard="+441414960888")
    check(contact, days_ago=300)
    row = rows(shown(client, directory))["Glasgow City"]
    assert "May have changed since" in row
    assert row.index("0141 496 0888") < row.index("0141 496 0123")
    check(contact, days_ago=3)
    row = rows(shown(client, directory))["Glasgow City"]
    assert "by Glasgow City Council" in row
    assert "May have changed" not in row and "0141 496 0888" not in row


def test_the_file_holds_what_the_filter_leaves(client: Client, directory: DirectoryPage) -> None:
    for query, expected in {
        "?q=mo+bell": ["Glasgow City"],
        "?q=kingdom": ["Fife"],
        "?region=highlands-and-islands": ["Highland"],
        "?region=fife&q=glasgow": [],
        "?region=mars&q=%00+": ["Fife", "Glasgow City", "Highland"],
        "?q=gone": [],
    }.items():
        page = shown(client, directory, query)
        assert list(rows(page)) == expected, query
        if expected:
            link = page.select_one("main a[href*='leads.csv']")["href"]
            assert [row["Council"] for row in file_rows(client, link)] == expected, query
        else:
            assert "No councils match" in page.get_text()


def test_the_file_runs_no_formula_and_names_only_who_agreed(client: Client, directory: DirectoryPage) -> None:
    contact = ContactPage.objects.get(person="Mo Bell")
    contact.title = "=HYPERLINK(1)"
    contact.save()
    url = f"{directory.url}partnership-leads/leads.csv"
    _, glasgow, highland = file_rows(client, url)
    assert glasgow["Role"] == "'=HYPERLINK(1)"
    assert glasgow["Person"] == "" and highland["Person"] == "" and highland["Post vacant"] == "yes"
    assert glasgow["GSS code"] == "S12000049" and glasgow["Telephone"] == "0141 496 0123"
    ContactPage.objects.all().update(person_in_open_data=True)
    _, glasgow, highland = file_rows(client, url)
    assert glasgow["Person"] == "Mo Bell" and highland["Person"] == ""


def test_it_is_valid_and_costs_the_same_with_more_leads(
    client: Client, directory: DirectoryPage, tmp_path: Path
) -> None:
    url = f"{directory.url}partnership-leads/"
    (tmp_path / "leads.html").write_bytes(client.get(url).content)
    assert problems(tmp_path) == []
    few = assert_within(client, url, 12)
    for number in range(3):
        lead(CouncilPage.objects.get(title="Fife", path__startswith=directory.path), sort_order=number)
    assert assert_within(client, url, 12) == few
