"""The list of products: filters and orders by address, and what nonsense does."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.page_cache import generation
from cms.vocabulary.models import Audience
from tests.factories import handbook_pages as make
from tests.factories.pages import home_page

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def address(written_once) -> str:
    page = make.handbook_page(home_page(), "A handbook of our own")
    first = make.product_page(page, "Zebra", published="2020", usage="<p>With <b>stripes</b>.</p>")
    first.audiences = Audience.objects.filter(name="Employers")
    first.save_revision().publish()
    make.product_page(page, "Apple", "Local resources", published="May 2022", status="under_review")
    make.product_page(page, "Gone", "Data resources", status="withdrawn", withdrawn_reason="Out of date.")
    make.product_page(page, "Mango", "Local resources", published="")
    return make.products_page(page).url


def names(client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    results = BeautifulSoup(response.content, "html.parser").select(".es_results h3")
    return [" ".join(result.get_text().split()) for result in results]


def test_all_but_withdrawn_products_stand_in_the_order_of_the_handbook(client, address):
    assert names(client, address) == ["Zebra", "Apple", "Mango"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=STRIPES", ["Zebra"]),
        ("?q=stripes+with", ["Zebra"]),
        ("?q=stripes+mango", []),
        ("?status=under_review", ["Apple"]),
        ("?status=withdrawn", ["Gone"]),
        ("?sort=name", ["Apple", "Mango", "Zebra"]),
        ("?sort=newest", ["Apple", "Zebra", "Mango"]),
        ("?sort=oldest", ["Zebra", "Apple", "Mango"]),
        ("?sort=name&status=current", ["Mango", "Zebra"]),
    ],
)
def test_words_status_and_order_are_taken_from_the_address(client, address, query, expected):
    assert names(client, address + query) == expected


def test_category_and_audience_are_filters(client, address):
    audience = Audience.objects.get(name="Employers")
    assert names(client, f"{address}?audience={audience.translation_key}") == ["Zebra"]
    form = BeautifulSoup(client.get(address).content, "html.parser").select_one("form.es_filter")
    options = {option.get_text(): option["value"] for option in form.select("select[name=category] option")}
    assert names(client, f"{address}?category={options['Local resources']}") == ["Apple", "Mango"]


@pytest.mark.parametrize(
    "query",
    [
        "?category=x",
        "?audience=%00",
        "?status=1%27",
        "?sort=--",
        "?page=x",
        "?q=" + "x" * 500,
        "?status=&sort=&q=",
    ],
)
def test_nonsense_shows_the_whole_list_with_a_note(client, address, query):
    assert names(client, address + query) == ["Zebra", "Apple", "Mango"]
    told = "filter that does not exist" in client.get(address + query).content.decode()
    assert told == (not query.startswith(("?page", "?status=&")))


def test_links_to_other_orders_keep_the_filters(client, address):
    page = BeautifulSoup(client.get(f"{address}?status=current&sort=name").content, "html.parser")
    addresses = [link["href"] for link in page.select(".es_sort a")]
    assert addresses == ["?status=current", "?status=current&sort=newest", "?status=current&sort=oldest"]


def test_the_list_of_withdrawn_products_costs_the_same_however_long_it_is(client, demo_site):
    def cost(number: int) -> int:
        page = make.handbook_page(home_page(), f"With {number}")
        for count in range(number):
            make.product_page(page, f"Gone {count}", status="withdrawn", withdrawn_reason="Old.")
        address = f"{make.products_page(page).url}?status=withdrawn"
        client.get(address)
        generation.forget()
        with CaptureQueriesContext(connection) as captured:
            assert len(names(client, address)) == number
        return len(captured)

    assert cost(2) == cost(12)
