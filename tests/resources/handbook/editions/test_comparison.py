"""Comparing editions with each other and with the current handbook."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resources.handbook.editions.since import changes_since_last_edition
from resources.handbook.gather import current_handbook, gather
from tests.factories import handbook_pages as make
from tests.resources.handbook.editions.published_editions import published, rename

pytestmark = pytest.mark.django_db


def words_at(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    main = BeautifulSoup(response.content, "html.parser").find("main")
    return " ".join(main.get_text(" ").split())


def between(handbook, older: str, newer: str) -> str:
    return f"{handbook.url}compare/{older}/{newer}/"


@pytest.fixture
def two(handbook, edition):
    """October 2024 with three products; June 2025 with one renamed and one more."""
    rename(handbook, "Product 0", "Another name")
    make.product_page(handbook, "Product of June")
    return edition, published(handbook, "June 2025", date(2025, 6, 1))


def test_two_editions_are_compared(handbook, two, client):
    text = words_at(client, between(handbook, "2024-10", "2025-06"))
    assert "Changes from October 2024 to June 2025" in text
    assert "Product of June" in text
    assert "Another name" in text
    assert "Product 1" not in text


def test_an_edition_is_compared_with_the_current_handbook(handbook, two, client):
    assert "Nothing changed that a reader would see." in words_at(
        client, between(handbook, "2025-06", "current")
    )
    rename(handbook, "Product 1", "Changed since June")
    text = words_at(client, between(handbook, "2025-06", "current"))
    assert "Changed since June" in text
    assert "Product of June" not in text


def test_a_comparison_follows_the_current_handbook_at_once(handbook, edition, client):
    for name in ("First name", "Second name"):
        rename(handbook, "Product 1" if name == "First name" else "First name", name)
        assert name in words_at(client, between(handbook, "2024-10", "current"))


def test_a_version_compared_with_itself_says_so(handbook, two, client):
    for slug in ("2024-10", "current"):
        text = words_at(client, between(handbook, slug, slug))
        assert "Both sides of this comparison are the same version" in text


def test_unknown_versions_are_not_found(handbook, two, client):
    for pair in (("2024-10", "2024-11"), ("2023-01", "current"), ("none", "none")):
        assert client.get(between(handbook, *pair)).status_code == 404


def test_an_edition_links_to_its_comparisons(handbook, two, client):
    soup = BeautifulSoup(client.get(two[1].url).content, "html.parser").find("main")
    assert soup.find("a", href=between(handbook, "2024-10", "2025-06"))
    assert soup.find("a", href=between(handbook, "2025-06", "current"))
    first = BeautifulSoup(client.get(two[0].url).content, "html.parser").find("main")
    addresses = [link["href"] for link in first.find_all("a", href=True) if "/compare/" in link["href"]]
    assert addresses == [between(handbook, "2024-10", "current")]


def test_a_comparison_leads_to_the_others(handbook, two, client):
    soup = BeautifulSoup(client.get(between(handbook, "2024-10", "2025-06")).content, "html.parser")
    others = [
        link["href"] for link in soup.find(attrs={"aria-labelledby": "other-comparisons"}).find_all("a")
    ]
    assert others == [between(handbook, "2025-06", "current")]


def test_what_has_changed_is_told_in_lines(handbook, edition):
    rename(handbook, "Product 0", "Another name")
    since = changes_since_last_edition(handbook, gather(handbook))
    assert since.edition == edition
    assert since.comparison_url == between(handbook, "2024-10", "current")
    assert len(since.changes) == 1
    assert "Another name" in since.changes[0]


def test_nothing_has_changed_right_after_a_publication(handbook, edition):
    assert changes_since_last_edition(handbook, gather(handbook)).changes == []


def test_before_the_first_edition_there_is_nothing_to_tell(handbook):
    assert changes_since_last_edition(handbook, gather(handbook)) is None


def test_a_withdrawn_edition_is_not_what_changes_are_counted_from(handbook, two):
    two[1].withdraw("A date was wrong.", None)
    since = changes_since_last_edition(handbook, gather(handbook))
    assert since.edition == two[0]
    assert since.changes
    two[0].withdraw("This one as well.", None)
    assert changes_since_last_edition(handbook, gather(handbook)) is None


def test_what_has_changed_is_worked_out_once(handbook, edition):
    book = current_handbook(handbook)
    changes_since_last_edition(handbook, book)
    with CaptureQueriesContext(connection) as captured:
        changes_since_last_edition(handbook, book)
    assert len(captured) == 0


def test_a_preview_is_told_of_its_own_changes(handbook, edition):
    changes_since_last_edition(handbook, gather(handbook))
    handbook.ambition = "Another ambition"
    assert changes_since_last_edition(handbook, gather(handbook)).changes
    handbook.refresh_from_db()
    assert changes_since_last_edition(handbook, gather(handbook)).changes == []


def test_a_comparison_costs_few_queries(handbook, two, client):
    address = between(handbook, "2024-10", "current")
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    assert len(captured) <= 12
