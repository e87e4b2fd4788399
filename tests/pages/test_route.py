"""Where the page of an address stands is kept; each change of the tree is seen by the next request."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from cms.page_cache import generation
from home.models import StandardPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def section(demo_site: None) -> StandardPage:
    return pages.standard(pages.home_page(), "Section")


@pytest.fixture
def page(section: StandardPage) -> StandardPage:
    return pages.standard(section, "Inside")


@pytest.fixture
def read(client: Client) -> Callable[[str], int]:
    """The status of an address, asked for twice, so that the second answer comes from what is kept."""

    def status(address: str, **host: str) -> int:
        client.get(address, **host)
        return client.get(address, **host).status_code

    return status


def title_at(client: Client, address: str) -> str:
    return client.get(address).context["page"].title


def test_a_page_far_down_costs_no_query_for_the_pages_above(client: Client, page: StandardPage) -> None:
    deep = pages.standard(pages.standard(page, "Deeper"), "Deepest")
    costs = []
    for each in (page, deep):
        client.get(each.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(each.url)
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_a_page_that_moved_is_at_its_new_address_only(read, page: StandardPage) -> None:
    assert (read("/section/inside/"), read("/elsewhere/inside/")) == (200, 404)
    page.move(pages.standard(pages.home_page(), "Elsewhere"), pos="last-child")
    assert (read("/section/inside/"), read("/elsewhere/inside/")) == (301, 200)


def test_a_page_below_one_with_a_new_slug_is_at_its_new_address_only(
    read, page: StandardPage, section: StandardPage
) -> None:
    assert (read("/section/inside/"), read("/renamed/inside/")) == (200, 404)
    section.slug = "renamed"
    section.save_revision().publish()
    assert (read("/section/inside/"), read("/renamed/inside/")) == (404, 200)


def test_another_page_may_take_over_an_address(client: Client, page: StandardPage, section) -> None:
    assert title_at(client, "/section/inside/") == title_at(client, "/section/inside/") == "Inside"
    page.slug = "before"
    page.save_revision().publish()
    pages.standard(section, "Another", slug="inside")
    assert title_at(client, "/section/inside/") == "Another"
    assert title_at(client, "/section/before/") == "Inside"


def test_an_unpublished_page_is_gone_and_comes_back(read, page: StandardPage) -> None:
    assert read(page.url) == 200
    page.unpublish()
    assert read(page.url) == 404
    page.save_revision().publish()
    assert read(page.url) == 200


def test_a_deleted_page_is_gone_with_what_was_below_it(read, page: StandardPage, section) -> None:
    assert read(page.url) == 200
    section.delete()
    assert read(page.url) == 404


def test_a_new_page_is_found_where_there_was_none(read, section: StandardPage) -> None:
    assert read("/section/new/") == 404
    pages.standard(section, "New")
    assert read("/section/new/") == 200


def test_what_is_not_there_is_not_kept(client: Client, demo_site: None) -> None:
    for number in range(3):
        client.get(f"/made-up-{number}/")
        client.get(f"/gd/made-up-{number}/")
    assert not [name for name in generation._kept if name[0] == "page at"]


def test_a_page_made_private_is_asked_for_a_sign_in(read, page: StandardPage, section) -> None:
    assert read(page.url) == 200
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert read(page.url) == 302


def test_a_private_page_is_kept_for_nobody(client: Client, admin_client: Client, page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    for _ in range(2):
        assert admin_client.get(page.url).status_code == 200
        assert client.get(page.url).status_code == 302


def test_two_sites_have_pages_of_their_own_at_the_same_address(
    client: Client, page: StandardPage, section, settings: LazySettings
) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    other = pages.add(Page.objects.get(depth=1), StandardPage, "Other site", body=pages.PARAGRAPH)
    pages.standard(other, "Section", slug="section", summary="Of the other site.")
    Site.objects.create(hostname="other.example", root_page=other)
    for _ in range(2):
        ours = client.get("/section/").context["page"]
        theirs = client.get("/section/", headers={"host": "other.example"}).context["page"]
        assert (ours.summary, theirs.summary) == ("About Section.", "Of the other site.")
        assert client.get("/section/inside/", headers={"host": "other.example"}).status_code == 404


def test_two_languages_have_pages_of_their_own_at_the_same_address(client: Client, demo_site: None) -> None:
    for _ in range(2):
        languages = [client.get(address).context["page"].locale.language_code for address in ("/", "/gd/")]
        assert languages == ["en-gb", "gd"]


def test_what_a_page_finds_below_its_own_address_is_found_from_what_is_kept(read, client: Client, demo_site):
    addresses = (
        *("/handbook/export/handbook.csv", "/handbook/editions/2024-10/"),
        *("/local-authorities/partnership-leads/", "/publications/"),
    )
    assert [read(address) for address in addresses] == [200] * len(addresses)
    assert read("/handbook/editions/2024-10/more/") == 404
    assert read("/local-authorities/export/councils.exe/") == 404


def test_the_address_of_an_edition_is_left_to_the_archive(read, client: Client, demo_site: None) -> None:
    from bulletin.models import EditionPage

    edition = EditionPage.objects.live().first()
    assert read(edition.url) == 200
    assert not [name for name in generation._kept if name[0] == "page at"]
    edition.unpublish()
    assert read(edition.url) == 404


def test_a_page_that_goes_between_the_mark_and_the_request_is_not_found(
    read, page: StandardPage, monkeypatch
) -> None:
    assert read(page.url) == 200
    monkeypatch.setattr(generation, "forget", lambda: None)  # as in a process that has not heard of it yet
    page.delete()
    assert read(page.url) == 404


def test_the_draft_of_a_page_is_not_shown_at_its_address(client: Client, page: StandardPage) -> None:
    client.get(page.url)
    page.title = "Of the draft"
    page.save_revision()
    assert title_at(client, page.url) == "Inside"
