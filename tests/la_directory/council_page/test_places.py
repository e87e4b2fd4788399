"""Contacts and services have no page of their own: search and old addresses lead to their places."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cms.vocabulary.models import ClientGroup, ServiceKind, Theme
from la_directory.models import (
    CaseStudyPage,
    ContactPage,
    ContactsPage,
    CouncilCaseStudiesPage,
    CouncilPage,
    LocalServicePage,
    ServicesPage,
)
from resources.models import ProductPage
from tests.factories import councils
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db


def test_search_leads_to_the_place_on_the_page_of_the_council(client: Client, fife: CouncilPage) -> None:
    contact = councils.contact(fife, "Zymurgy desk", subject="Brewing")
    service = councils.service(fife, "Zymurgy for beginners")
    found = BeautifulSoup(client.get("/search/?q=zymurgy").content, "html.parser")
    results = {
        result.a["href"]: result.p.get_text(strip=True) for result in found.select("main .ds_search-result")
    }
    places = {
        f"{fife.url}#{contact.anchor}": "Fife – People looking for help – Brewing",
        f"{fife.url}#{service.anchor}": "Fife – Help to plan.",
    }
    # The page they stand on comes after them.
    assert list(results) == [*places, fife.url]
    assert results.items() >= places.items()
    page = BeautifulSoup(client.get(fife.url).content, "html.parser")
    assert all(page.select(address.removeprefix(fife.url)) for address in places)
    # The pages that hold contacts and services say nothing by themselves.
    for holder in fife.get_children():
        assert f'href="{fife.url}#' not in client.get(f"/search/?q={holder.title}").content.decode()


def test_the_addresses_below_a_council_lead_to_its_page(client: Client, fife: CouncilPage) -> None:
    contact = councils.contact(fife, "First team")
    for path, place in (("contacts/", "contacts"), ("contacts/first-team/", contact.anchor)):
        answer = client.get(fife.url + path)
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{fife.url}#{place}"
    assert contact.full_url.endswith(f"{fife.url}#{contact.anchor}")
    assert client.get(fife.url + "nothing/").status_code == 404
    fife.unpublish()
    assert client.get(fife.url).status_code == 404


def fill(council: CouncilPage, contacts: int, services: int, case_studies: int) -> None:
    """Live pages without revisions, as only their number matters."""
    parts = (ContactsPage, ServicesPage, CouncilCaseStudiesPage)
    for_contacts, for_services, for_studies = (part.objects.child_of(council).get() for part in parts)
    kind, theme = ServiceKind.objects.first(), Theme.objects.first()
    groups, products = ClientGroup.objects.all()[:2], ProductPage.objects.live()[:2]
    for number in range(contacts):
        for_contacts.add_child(instance=ContactPage(title=f"Team {number}", telephone="0141 496 0123"))
    for number in range(services):
        service = LocalServicePage(title=f"Service {number}", kind=kind, summary="Help.")
        service.client_groups, service.products = groups, products
        for_services.add_child(instance=service)
    for number in range(case_studies):
        for_studies.add_child(instance=CaseStudyPage(title=f"Study {number}", summary="Help.", theme=theme))


def test_the_page_costs_the_same_with_little_and_with_much(client: Client, fife: CouncilPage) -> None:
    """Uncached, with 5 contacts, 20 services and 10 case studies."""
    glasgow = councils.council(fife.get_parent().specific)
    fill(fife, 1, 1, 1)
    fill(glasgow, 5, 20, 10)
    assert assert_within(client, fife.url, 12) == assert_within(client, glasgow.url, 12)
    page = client.get(glasgow.url, headers={"accept-encoding": "gzip"})
    assert len(page.content) < 10_000
