"""What each page may cost: the same with one child and with fifty, and no statement twice."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.page_cache import generation
from resources.models import ChapterPage, PolicyPage, PublicationPage
from tests.factories import handbook_pages, pages

pytestmark = pytest.mark.django_db


def statements(client, url: str) -> list[str]:
    """The SQL of one request, after one that warmed what processes keep."""
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(url)
    return [query["sql"] for query in captured.captured_queries]


def short(sql: str) -> str:
    """The statement without its list of columns."""
    return re.sub(r"^SELECT .*? FROM ", "SELECT … FROM ", sql)[:200]


def assert_within(client, url: str, budget: int) -> int:
    found = statements(client, url)
    listing = "\n".join(short(sql) for sql in found)
    assert len(found) <= budget, f"{url} costs {len(found)} queries, {budget} are allowed:\n{listing}"
    twice = [sql for sql, times in Counter(found).items() if times > 1]
    assert not twice, f"{url} asks twice:\n" + "\n".join(short(sql) for sql in twice)
    return len(found)


def test_home(client, demo_site):
    assert_within(client, "/", 4)


@pytest.mark.parametrize(
    ("address", "budget"),
    [
        ("/no-one-left-behind/", 6),
        ("/contact/", 4),
        ("/privacy/", 2),
        ("/accessibility/", 2),
        ("/get-help/", 2),
    ],
)
def test_content(client, demo_site, address, budget):
    assert_within(client, address, budget)


@pytest.mark.parametrize("model", [PublicationPage, PolicyPage, ChapterPage])
def test_content_costs_the_same_at_every_level(client, demo_site, model):
    for page in model.objects.live():
        in_gaelic = 3 if page.url.startswith("/gd/") else 0
        assert_within(client, page.url, 6 + in_gaelic)


def test_lists_cost_the_same_with_one_and_with_fifty(client, demo_site):
    home = pages.home_page()
    for make, budget in ((pages.publications, 2), (pages.updates, 2)):
        few, many = make(home, 1, f"Few {make.__name__}"), make(home, 50, f"Many {make.__name__}")
        assert assert_within(client, few.url, budget) == assert_within(client, many.url, budget)


def test_the_handbook_costs_the_same_with_nine_products_and_with_two_hundred(client, demo_site):
    home = pages.home_page()
    few, many = handbook_pages.handbook_page(home, "Few"), handbook_pages.handbook_page(home, "Many")
    handbook_pages.products(few, 9)
    handbook_pages.products(many, 200)
    assert assert_within(client, few.url, 1) == assert_within(client, many.url, 1)
    lists = [handbook_pages.products_page(handbook).url for handbook in (few, many)]
    assert assert_within(client, lists[0], 2) == assert_within(client, lists[1], 2)
    page = client.get(many.url, headers={"accept-encoding": "gzip"})
    assert len(page.content) < 60_000


def test_reading_all_records_anew_costs_the_same_too(client, demo_site):
    """The handbook is kept until content changes; this is what the first reader after a change pays."""
    home = pages.home_page()
    costs = []
    for number in (9, 50):
        handbook = handbook_pages.handbook_page(home, f"With {number}")
        handbook_pages.products(handbook, number)
        client.get(handbook.url)
        generation.forget()
        with CaptureQueriesContext(connection) as captured:
            client.get(handbook.url)
        costs.append(len(captured))
    assert costs[0] == costs[1] <= 40


def test_a_product_and_an_edition(client, demo_site):
    assert_within(client, "/handbook/products/service-standards/", 3)
    assert_within(client, "/handbook/editions/2024-10/", 4)


def test_search(client, demo_site):
    assert_within(client, "/search/?q=work", 7)
