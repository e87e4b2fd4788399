"""The public pages as JSON."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail import VERSION as WAGTAIL
from wagtail.models import Page, PageViewRestriction

from tests.factories import pages

pytestmark = pytest.mark.django_db

PAGES = "/api/v2/pages/"


@pytest.fixture
def zebra() -> Page:
    return pages.standard(pages.home_page(), "Zebra", summary="On zebras.")


def titles(client: Client, query: str) -> list[str]:
    return [item["title"] for item in client.get(f"{PAGES}?{query}").json()["items"]]


def test_a_page_is_given_with_its_summary(client: Client, zebra: Page) -> None:
    given = client.get(f"{PAGES}{zebra.pk}/").json()
    assert (given["title"], given["summary"]) == ("Zebra", "On zebras.")
    assert given["meta"]["html_url"].endswith("/zebra/")


def test_drafts_and_restricted_pages_are_not_given(client: Client, zebra: Page) -> None:
    assert titles(client, "slug=zebra") == ["Zebra"]
    restriction = PageViewRestriction.objects.create(page=zebra, restriction_type="login")
    assert titles(client, "slug=zebra") == []
    assert client.get(f"{PAGES}{zebra.pk}/").status_code == 404
    restriction.delete()
    zebra.unpublish()
    assert titles(client, "slug=zebra") == []
    assert client.get(f"{PAGES}{zebra.pk}/").status_code == 404


def test_somebody_who_is_signed_in_is_given_no_more(admin_client: Client, zebra: Page) -> None:
    zebra.unpublish()
    assert admin_client.get(f"{PAGES}{zebra.pk}/").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "limit=9999",
        "limit=x",
        "type=auth.User",
        "fields=owner",
        "search=zebra",
        "order=nonsense",
        "x=1",
        "offset=-1",
        "site=elsewhere.example",
        "site=localhost:x",
        "slug=%00",
        "locale=%00",
        f"offset={2**63}",
        f"alias_of={10**20}",
        "first_published_at=yesterday",
        "first_published_at=9999-99-99",
        "first_published_at=0001-01-01T00:00:00%2B14:00",
    ],
)
def test_what_cannot_be_asked_is_refused_with_words(client: Client, query: str) -> None:
    answer = client.get(f"{PAGES}?{query}")
    is_nowhere = query == "site=elsewhere.example" and WAGTAIL >= (8, 0)
    assert answer.status_code == (404 if is_nowhere else 400) and answer.json()["message"]


@pytest.mark.parametrize("number", ["", "x", "%00", "1e3"])
def test_a_page_is_found_by_a_number_alone(client: Client, number: str) -> None:
    assert client.get(f"{PAGES}find/?id={number}").status_code == 400


def test_nothing_is_changed_by_it_and_no_cookie_is_set(client: Client, zebra: Page) -> None:
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(f"{PAGES}{zebra.pk}/").status_code == 405
    assert not client.get(PAGES).cookies


@pytest.mark.parametrize("number", [1, 20])
def test_a_list_costs_the_same_however_long_it_is(
    client: Client, django_assert_max_num_queries, number: int
) -> None:
    above = pages.standard(pages.home_page(), "Zebras")
    for count in range(number):
        pages.standard(above, f"Zebra {count}")
    with django_assert_max_num_queries(8):
        assert len(titles(client, f"child_of={above.pk}&limit=20")) == number
