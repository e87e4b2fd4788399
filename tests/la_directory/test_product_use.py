"""The page of a handbook product says which councils use it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Locale

from la_directory.models import CouncilPage, DirectoryPage, LocalServicePage
from la_directory.product_use import use_of
from la_directory.record_facts import facts
from resources.models import ProductPage
from tests.factories import councils, handbook_pages
from tests.factories.pages import home_page
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db
ENGLISH = '<span lang="en-GB">First steps</span>'


@pytest.fixture
def directory() -> DirectoryPage:
    return councils.directory(home_page())


@pytest.fixture
def product() -> ProductPage:
    return handbook_pages.product_page(handbook_pages.handbook_page(home_page()), "Service Standards")


def test_a_product_page_lists_councils_with_their_services_and_case_studies(
    client: Client, directory: DirectoryPage, product: ProductPage
) -> None:
    before = assert_within(client, product.url, 14)
    assert "Councils that use it" not in client.get(product.url).content.decode()
    fife, glasgow = (councils.council(directory, code) for code in (councils.FIFE, councils.GLASGOW))
    service = councils.service(glasgow, "First steps", products=[product])
    councils.service(glasgow, "Next steps", products=[product])
    councils.service(glasgow, "Without it")
    councils.service(fife, "A draft", products=[product]).unpublish()
    councils.service(fife, "A start", products=[product])
    case = councils.case_study(glasgow, "Bread", products=[product])
    page = BeautifulSoup(client.get(product.url).content, "html.parser")
    items = page.select("section[aria-labelledby=councils-heading] li")
    assert [item.get_text(" ", strip=True) for item in items] == [
        "Fife : A start",
        "Glasgow City : First steps , Next steps",
    ]
    assert items[1].select_one(f'a[href="{service.url}"]').get_text() == "First steps"
    listed = page.select_one("section[aria-labelledby=case-studies-heading] li")
    assert listed.a["href"] == case.url and "(Glasgow City)" in listed.get_text()
    assert assert_within(client, product.url, 14) == before, "what is kept costs nothing"


def test_it_costs_two_queries_and_hides_what_is_not_public(
    directory: DirectoryPage, product: ProductPage
) -> None:
    glasgow = councils.council(directory)
    councils.service(glasgow, products=[product])
    councils.case_study(glasgow, products=[product])
    with CaptureQueriesContext(connection) as captured:
        use = use_of(product)
    # What the site knows of restrictions and addresses is kept between requests, as the use itself is.
    assert len([query for query in captured.captured_queries if "la_directory_" in query["sql"]]) == 2
    assert len(use.councils) == len(use.case_studies) == 1
    glasgow.unpublish()
    assert use_of(product).councils == use_of(product).case_studies == ()


def test_a_translated_product_shows_them_too_and_each_once(
    directory: DirectoryPage, product: ProductPage
) -> None:
    glasgow = councils.council(directory)
    service = councils.service(glasgow, products=[product])
    gaelic = Locale.objects.get_or_create(language_code="gd")[0]
    translated = ProductPage(title="Inbhean", locale=gaelic, translation_key=product.translation_key)
    with override("gd"):
        assert [services[0][0] for _, services in use_of(translated).councils] == [ENGLISH]
    other = councils.service(glasgow, "Ciad cheumannan", products=[product])
    LocalServicePage.objects.filter(pk=other.pk).update(
        locale=gaelic, translation_key=service.translation_key
    )
    with override("gd"):
        assert [services[0][0] for _, services in use_of(translated).councils] == ["Ciad cheumannan"]
    assert [services for _, services in use_of(product).councils] == [(("First steps", service.url),)]


def test_councils_of_the_same_title_are_kept_apart(directory: DirectoryPage, product: ProductPage) -> None:
    fife, glasgow = (councils.council(directory, code) for code in (councils.FIFE, councils.GLASGOW))
    CouncilPage.objects.filter(pk=glasgow.pk).update(title=fife.title)
    for number, council in enumerate((fife, glasgow, fife)):
        councils.service(council, f"Service {number}", products=[product], sort_order=number)
    assert sorted(len(services) for _, services in use_of(product).councils) == [1, 2]


def test_the_words_of_a_service_name_no_product_that_readers_cannot_open(
    directory: DirectoryPage, product: ProductPage
) -> None:
    service = councils.service(councils.council(directory), products=[product])
    assert ("Handbook products it uses", "Service Standards") in facts(service)
    product.unpublish()
    assert "Service Standards" not in str(facts(LocalServicePage.objects.get(pk=service.pk)))
