"""The finder as readers meet it."""

from __future__ import annotations

import logging
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from cms.operations.management.commands.serve import web_server
from la_directory.models import CouncilPage, DirectoryPage
from tests.factories import councils

pytestmark = pytest.mark.django_db

ODD = [
    "\0",
    "\u202e",
    "%",
    "'; DROP TABLE x",
    "<script>alert(1)</script>",
    "{{ 7 }}",
    "../..",
    "é" * 99,
    "🏴" * 30,
]


@pytest.fixture
def directory(demo_site: None) -> DirectoryPage:
    """That of the demo site: all councils have a page that readers can open."""
    return councils.demo_directory()


def found(client: Client, directory: DirectoryPage, words: str) -> BeautifulSoup:
    response = client.get(directory.find_url, {"q": words})
    assert response.status_code == 200
    assert response["Referrer-Policy"] == "strict-origin"
    return BeautifulSoup(response.content, "html.parser")


def results(page: BeautifulSoup) -> list[tuple[str, str]]:
    return [
        (item.find("a").get_text(strip=True), item.find("p").get_text(strip=True))
        for item in page.select(".es_listing > li")
    ]


def test_one_answer_leads_straight_to_the_council(client: Client, directory, postcodes: None) -> None:
    glasgow = CouncilPage.objects.child_of(directory).get(gss_code=councils.GLASGOW)
    response = client.get(directory.find_url, {"q": "g33 1aa"})
    assert (response.status_code, response["Location"]) == (302, glasgow.url)
    assert response["Referrer-Policy"] == "strict-origin"
    assert "Set-Cookie" not in response


def test_more_than_one_is_a_list_with_reasons(client: Client, directory, postcodes: None) -> None:
    page = found(client, directory, "G33")
    assert results(page) == [
        ("Glasgow City", "85% of the postcodes in G33"),
        ("North Lanarkshire", "15% of the postcodes in G33"),
    ]
    assert page.select_one('meta[name="robots"][content="noindex"]')
    assert page.select_one("#find-council")["value"] == "G33"
    assert "Contains OS data".lower() in page.main.get_text().lower()
    assert "G33" not in page.title.get_text()  # it would stand in the history of the browser


def test_a_gaelic_name_is_said_to_be_gaelic(client: Client, directory) -> None:
    page = found(client, directory, "Tarbert")
    assert page.select_one('.es_listing a > [lang="gd"]').get_text() == "Na h-Eileanan Siar"


def test_a_council_without_a_page_leads_to_its_website(client: Client, directory) -> None:
    CouncilPage.objects.child_of(directory).get(gss_code=councils.FIFE).unpublish()
    page = found(client, directory, "Fife")
    assert page.select_one(".es_listing a")["href"] == "https://www.fife.gov.uk/"


def test_names_that_editors_gave_are_found_while_readers_can_open_the_page(client: Client, directory) -> None:
    glasgow = CouncilPage.objects.child_of(directory).get(gss_code=councils.GLASGOW)
    glasgow.other_names, glasgow.places = "Dear Green Place", "Quarrelton\nKirkcaldy, Motherwell Cross"
    glasgow.save_revision().publish()
    for words in ("dear green place", "Quarrelton", "Motherwell Cross"):
        assert client.get(directory.find_url, {"q": words})["Location"] == glasgow.url
    assert [title for title, _ in results(found(client, directory, "Kirkcaldy"))] == ["Fife", "Glasgow City"]
    PageViewRestriction.objects.create(page=glasgow, restriction_type=PageViewRestriction.LOGIN)
    assert not found(client, directory, "Quarrelton").select(f'main a[href="{glasgow.url}"]')


def test_nothing_typed_shows_the_form(client: Client, directory) -> None:
    for address in (directory.find_url, f"{directory.find_url}?q=%20"):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        form = page.select_one("form.es_finder")
        assert (form["action"], form["method"]) == (directory.find_url, "get")
        assert page.select_one('label[for="find-council"]')
    assert not BeautifulSoup(client.get(directory.find_url).content, "html.parser").select('[name="robots"]')


def test_nothing_found_helps_on(client: Client, directory) -> None:
    assert "You can try:" in found(client, directory, "xyzzy").get_text()
    england = found(client, directory, "NE1 4AB")
    assert england.select('a[href="https://www.gov.uk/find-local-council"]')


def test_too_much_is_an_error_beside_the_field(client: Client, directory) -> None:
    page = found(client, directory, "a" * 101)
    assert "100 characters or fewer" in page.select_one("#error-summary").get_text()
    assert page.select_one("#find-council")["aria-invalid"] == "true"
    assert page.title.get_text().startswith("Error:")


def test_odd_input_is_no_failure(client: Client, directory, postcodes: None) -> None:
    for words in (*ODD, "\ud800", "a" * 9000):
        address = f"{directory.find_url}?q={quote(words, errors='surrogatepass')}"
        assert client.get(address).status_code == 200
    assert client.get(f"{directory.find_url}?q=%FF%FE&q=G33").status_code == 200
    assert client.head(directory.find_url).status_code == 200
    assert client.post(directory.find_url).status_code == 405


def test_what_was_typed_is_never_logged(
    client: Client, directory, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        for words in ("Zyxwvut Street, G33 1AA", "Zyxwvut", "Zyxwvut" * 30):
            client.get(directory.find_url, {"q": words})
            client.get(f"{directory.find_url}nowhere/", {"q": words})
    logged = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert not [line for line in logged if "zyxwvut" in line.lower()]
    assert "zyxwvut" not in "".join(capfd.readouterr()).lower()


def test_no_server_logs_the_query_of_an_address() -> None:
    assert not [word for word in web_server("127.0.0.1", 8000) if "access" in word]
    assert not logging.getLogger("django.server").isEnabledFor(logging.ERROR)


def test_a_page_of_results_costs_few_queries(client: Client, directory, postcodes: None) -> None:
    found(client, directory, "G33")
    with CaptureQueriesContext(connection) as captured:
        found(client, directory, "G33")
    assert len(captured) <= 8, [query["sql"][:150] for query in captured.captured_queries]


def test_from_the_home_page_to_a_telephone_number_in_three_steps(client: Client, demo_site, tmp_path) -> None:
    """Type, send, call."""
    (tmp_path / "one.csv").write_text("postcode,code\nG33 1AA,S12000049\n")
    call_command("import_postcodes", str(tmp_path / "one.csv"), verbosity=0)
    home = BeautifulSoup(client.get("/").content, "html.parser")
    form = home.select_one(".es_doors form.es_finder")
    name = form.select_one("input")["name"]
    response = client.get(form["action"], {name: "G33 1AA"}, follow=True)
    council = BeautifulSoup(response.content, "html.parser")
    assert council.select_one('main a[href^="tel:"]')
