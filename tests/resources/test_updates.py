"""Updates by year, their feed and their signatories."""

from datetime import date
from xml.etree import ElementTree

import pytest

from resources.models import UpdatePage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(demo_site):
    return pages.updates(pages.home_page(), 0, "More updates")


def update(index, title, day, **fields):
    return pages.add(index, UpdatePage, title, date=day, body=pages.PARAGRAPH, **fields)


def test_updates_stand_newest_first_below_their_years(client, index):
    update(index, "Older", date(2024, 5, 1))
    update(index, "Newer", date(2025, 2, 1))
    html = client.get(index.url).content.decode()
    main = html[html.index("<main") :]
    assert main.index(">Newer<") < main.index(">Older<")
    assert 'id="year-2025"' in main and 'id="year-2024"' in main


@pytest.mark.parametrize(
    ("query", "older", "newer"), [("2024", True, False), ("2025", False, True), ("x", True, True)]
)
def test_a_year_narrows_and_nonsense_does_not(client, index, query, older, newer):
    update(index, "Older one", date(2024, 5, 1))
    update(index, "Newer one", date(2025, 2, 1))
    html = client.get(f"{index.url}?year={query}").content.decode()
    assert ("Older one" in html) is older
    assert ("Newer one" in html) is newer


def test_a_joint_update_names_its_signatories_as_signed(client, index):
    signed = [
        (
            "signatory",
            {"name": "A. Person", "role": "Minister (as it then was)", "body": "Scottish Government"},
        )
    ]
    page = update(index, "Joint", date(2025, 2, 1), update_kind="joint", signatories=signed)
    html = client.get(page.url).content.decode()
    for words in ("Signed by", "A. Person", "Minister (as it then was)", "Scottish Government"):
        assert words in html


def test_the_feed_is_atom_with_absolute_addresses_and_no_drafts(client, index):
    update(index, "In the feed", date(2025, 2, 1))
    update(index, "A draft", date(2025, 3, 1)).unpublish()
    response = client.get(f"{index.url}feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    atom = "{http://www.w3.org/2005/Atom}"
    entries = ElementTree.fromstring(response.content).findall(f"{atom}entry")  # noqa: S314  our own feed
    assert [entry.find(f"{atom}title").text for entry in entries] == ["In the feed"]
    assert entries[0].find(f"{atom}link").get("href").startswith("http")
