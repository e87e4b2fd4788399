"""What the pages of the archive cost: the same with one edition and with fifty."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from bulletin.models import BulletinPage, EditionPage
from tests.bulletin import office
from tests.bulletin.archive import editions
from tests.bulletin.archive.editions import item
from tests.factories import pages
from tests.site.test_query_budgets import assert_within, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

BUDGET = 12


def many(number: int) -> list[EditionPage]:
    """Editions of a few years, each with items that point at pages of several types."""
    home = pages.home_page()
    guides = [pages.standard(home, f"Guidance {number}") for number in range(5)]
    targets = [*guides, pages.landing(home, "Section"), pages.updates(home, 0, "News")]
    picture = {"image": office.picture().pk, "alt_text": "A bus", "decorative": False}
    blocks = [item("story", page=target.pk, summary="", picture=picture) for target in targets]
    link = f'<p><a linktype="page" id="{targets[0].pk}">there</a></p>'
    sections = editions.items(*blocks, {"type": "free_text", "value": {"text": link}}, headings=2)
    slugs = [f"{2031 + count // 12}-{count % 12 + 1:02}" for count in range(number)]
    return [editions.live(slug, sections=sections, introduction=link) for slug in slugs]


@pytest.mark.parametrize("number", [1, 50])
def test_lists_and_editions_keep_to_their_budget(client: Client, number: int) -> None:
    newest = many(number)[-1]
    editions.mailed(newest)
    archive = newest.archive.url
    costs = {
        "front": assert_within(client, archive, BUDGET),
        "year": assert_within(client, f"{archive}{newest.month.year}/", BUDGET),
        "search": assert_within(client, f"{archive}?q=pilot", BUDGET),
        "edition": assert_within(client, newest.url, BUDGET),
        "mail": assert_within(client, f"{newest.url}email/", BUDGET),
        "feed": len(statements(client, f"{archive}feed/")),
    }
    assert costs == {"front": 3, "year": 4, "search": 3, "edition": 10, "mail": 6, "feed": 5}


def test_every_edition_of_the_demo_site_keeps_to_the_budget(client: Client) -> None:
    for edition in EditionPage.objects.live():
        assert_within(client, edition.url, BUDGET)


def test_the_newest_editions_are_the_same_for_all(client: Client) -> None:
    """Nothing on the front page depends on the day, but marks of what is over."""
    archive = BulletinPage.objects.get(slug="bulletin")
    assert client.get(archive.url).headers["ETag"] == client.get(archive.url).headers["ETag"]
    assert date(2026, 10, 1) == archive.editions.first().month
