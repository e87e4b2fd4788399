"""The list of products in the admin: filters, words, order, files, and what it costs."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cms.vocabulary.models import Audience
from resources.models import HandbookPage, ProductCategory, ProductPage
from tests.factories import handbook_pages as make
from tests.resources.handbook.admin.conftest import handbook_of_our_own

pytestmark = pytest.mark.django_db

LIST = "handbook_products:index"


@pytest.fixture(scope="module")
def written_products(written_once) -> dict[str, int]:
    handbook = handbook_of_our_own()
    today = timezone.localdate()
    late = make.product_page(
        handbook,
        "Late",
        "Local resources",
        published="2020",
        review_on=today - timedelta(days=3),
        usage="<p>With <b>stripes</b>.</p>",
    )
    late.audiences = Audience.objects.filter(name__in=["Employers", "Public"])
    late.save_revision().publish()
    soon = make.product_page(
        handbook, "Soon", published="May 2022", review_on=today + timedelta(days=9), status="under_review"
    )
    soon.title = "Soon to be renamed"
    soon.save_revision()
    never = make.product_page(handbook, "Never", "Data resources", published="")
    never.unpublish()
    return {"Late": late.pk, "Soon": soon.pk, "Never": never.pk}


@pytest.fixture
def products(demo_site, written_products) -> dict[str, ProductPage]:
    return {name: ProductPage.objects.get(pk=key) for name, key in written_products.items()}


def names(client, query: str = "") -> list[str]:
    response = client.get(reverse(LIST) + query)
    assert response.status_code == 200
    return [product.title for product in response.context["object_list"]]


def test_products_stand_in_the_order_of_the_handbook(moderator, products):
    assert names(moderator) == ["Soon", "Late", "Never"]


def test_each_line_says_what_an_editor_looks_for(moderator, products):
    soup = BeautifulSoup(moderator.get(reverse(LIST)).content, "html.parser")
    rows = [" ".join(row.get_text(" ").split()) for row in soup.select("table.listing tbody tr")]
    assert "Soon to be renamed" in rows[0] and "May 2022" in rows[0] and "Under review" in rows[0]
    assert "live + draft" in rows[0].lower()
    assert "Local resources" in rows[1] and "Overdue" in rows[1]
    assert "Overdue" not in rows[0] + rows[2]


def test_a_product_that_waits_for_approval_is_shown_as_such(moderator, products):
    products["Soon"].get_workflow().start(products["Soon"], moderator.user)
    soup = BeautifulSoup(moderator.get(reverse(LIST)).content, "html.parser")
    [row] = [row for row in soup.select("table.listing tbody tr") if "Soon" in row.get_text()]
    assert "in moderation" in row.get_text().lower()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?status=under_review", ["Soon"]),
        ("?status=under_review&status=current", ["Soon", "Late", "Never"]),
        ("?review=overdue", ["Late"]),
        ("?review=none", ["Never"]),
        ("?state=live", ["Soon", "Late"]),
        ("?state=changed", ["Soon"]),
        ("?state=draft", ["Never"]),
        ("?q=STRIPES", ["Late"]),
        ("?q=stripes+nothing", []),
        ("?q=renamed", ["Soon"]),
        ("?q=renamed&status=current", []),
        ("?ordering=title", ["Late", "Never", "Soon"]),
        ("?ordering=-title", ["Soon", "Never", "Late"]),
        ("?ordering=review_on", ["Late", "Soon", "Never"]),
        ("?ordering=-review_on", ["Soon", "Late", "Never"]),
        ("?ordering=-published", ["Soon", "Late", "Never"]),
        ("?ordering=-category__sort_order", ["Never", "Late", "Soon"]),
        ("?q=s&ordering=-live", ["Soon", "Late", "Never"]),
        ("?ordering=password", ["Soon", "Late", "Never"]),
    ],
)
def test_filters_words_and_order_narrow_the_list(moderator, products, query, expected):
    assert names(moderator, query) == expected


def test_categories_audiences_and_a_last_day_narrow_the_list(moderator, products):
    category = ProductCategory.objects.get(name="Local resources")
    both = Audience.objects.filter(name__in=["Employers", "Public"])
    audiences = "&".join(f"audiences={audience.pk}" for audience in both)
    until = timezone.localdate() + timedelta(days=1)
    assert names(moderator, f"?category={category.pk}") == ["Late"]
    assert names(moderator, f"?{audiences}") == ["Late"]
    assert names(moderator, f"?review_on_to={until}") == ["Late"]


@pytest.mark.parametrize("query", ["?category=abc", "?status=lost", "?review_on_to=soon", "?p=x", "?state=1"])
def test_nonsense_shows_the_whole_list(moderator, products, query):
    assert names(moderator, query) == ["Soon", "Late", "Never"]


def test_editors_see_the_list_and_visitors_do_not(editor, client, products):
    assert len(names(editor)) == 3
    assert client.get(reverse(LIST)).status_code == 302


def test_a_person_of_neither_group_is_not_told_of_products(client, django_user_model, products):
    client.force_login(django_user_model.objects.create_user("nobody"))
    assert client.get(reverse(LIST)).status_code == 302


def exported(client, query: str) -> list[dict[str, str]]:
    response = client.get(reverse(LIST) + query)
    assert "products.csv" in response["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(response.getvalue().decode())))


def test_a_csv_holds_the_whole_record_of_what_is_listed(moderator, products):
    late = products["Late"]
    late.links = [("link", {"title": "Read it", "link": {"address": "https://late.example/"}})]
    late.relations = [("relation", {"kind": "supports", "product": products["Soon"]})]
    late.save_revision().publish()
    [row] = exported(moderator, "?review=overdue&export=csv")
    assert row["Title"] == "Late" and row["When was it published?"] == "2020"
    assert row["How and when can it be used?"] == "With stripes."
    assert row["Audiences"].split("\n") == ["Employers", "Public"]
    assert row["Links and documents"] == "Read it https://late.example/"
    assert row["Relations to other products"] == "supports Soon"
    assert row["Review by"] == (timezone.localdate() - timedelta(days=3)).isoformat()
    assert row["Live"] == "Yes" and row["Address"] == late.full_url


def test_a_workbook_holds_days_as_days_and_no_formula(moderator, products):
    page = products["Late"]
    page.title = '=HYPERLINK("https://evil.example")'
    page.save_revision().publish()
    response = moderator.get(reverse(LIST) + "?export=xlsx&review=overdue")
    sheet = load_workbook(io.BytesIO(response.getvalue())).active
    row = dict(zip(*(list(line) for line in sheet.values), strict=True))
    assert row["Title"] == """'=HYPERLINK("https://evil.example")"""
    assert date(*row["Review by"].timetuple()[:3]) == page.review_on


def queries(client, query: str) -> int:
    client.get(reverse(LIST) + query)  # what is kept from one request to the next is not counted
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(reverse(LIST) + query)
        if "export" in query:
            response.getvalue()
    return len(captured)


@pytest.mark.parametrize(("query", "most"), [("", 30), ("?export=csv", 30)])
def test_50_products_cost_the_same_queries_as_5(moderator, products, query, most):
    handbook = HandbookPage.objects.ancestor_of(products["Late"]).get()
    made = make.products(handbook, 5)
    with_all(made)
    few = queries(moderator, query)
    with_all(make.products(handbook, 45))
    assert queries(moderator, query) == few <= most


def with_all(products) -> None:
    """Links, relations and audiences, so that each could cost a query."""
    audiences = Audience.objects.all()[:3]
    for product in products:
        product.audiences = audiences
        product.relations = [("relation", {"kind": "supports", "product": products[0]})]
        product.links = [("link", {"title": "", "link": {"page": products[-1]}})]
        product.save_revision().publish()
