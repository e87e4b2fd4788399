"""The list of all councils: A to Z, filters, and what only editors see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import transaction
from django.test import Client

from cms.vocabulary.models import ServiceKind
from la_directory.councils import COUNCILS
from la_directory.freshness.overview import freshness_of
from la_directory.models import CouncilPage, DirectoryPage
from tests.factories import councils, pages
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory(demo_site: None) -> DirectoryPage:
    """All 32 councils with their services."""
    return councils.demo_directory()


@pytest.fixture(scope="module")
def small_directory(django_db_setup, django_db_blocker) -> Iterator[DirectoryPage]:
    """Fife with three services, Highland and Na h-Eileanan Siar without any; Aberdeen City is no more."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = councils.directory(pages.home_page(), slug="councils")
        fife = councils.council(made, councils.FIFE)
        for code in (councils.HIGHLAND, "S12000013", "S12000033"):
            councils.council(made, code)
        CouncilPage.objects.child_of(made).get(slug="aberdeen-city").unpublish()
        for title, kind in (("Begin", "Work experience"), ("Care", "Key worker support")):
            councils.service(fife, title, kind=ServiceKind.objects.get(name=kind))
        business = ServiceKind.objects.get(name="Self-employment")
        councils.service(fife, "Parents’ businesses", kind=business)
        councils.service(fife, "Unseen help").unpublish()
        yield made
        transaction.set_rollback(True)


def main_of(client: Client, directory: DirectoryPage, query: str = "") -> Tag:
    answer = client.get(directory.url + query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


def listed(main: Tag) -> list[str]:
    return [link.get_text() for link in main.select(".es_councils__link")]


def words(part: Tag) -> str:
    return " ".join(part.get_text(" ").split())


def test_letters_lead_to_the_councils_that_there_are(client: Client, directory: DirectoryPage) -> None:
    main = main_of(client, directory)
    assert listed(main) == sorted(council.name for council in COUNCILS)
    assert "32 councils" in words(main)
    letters = main.select(".es_a-to-z li")
    assert "".join(words(letter) for letter in letters) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    leading = [letter.a["href"] for letter in letters if letter.a]
    assert "".join(address[-1] for address in leading) == "ACDEFGHIMNOPRSW"
    assert all(main.select(address) for address in leading)
    assert main.select_one("[lang=gd]").get_text() == "Na h-Eileanan Siar"

    finder = main.find("form")
    assert (finder["action"], finder["method"]) == (f"{directory.url}find/", "get")
    field = finder.select_one("input[name=q]")
    assert main.select_one(f"label[for={field['id']}]")
    addresses = {link["href"] for link in main.select("a")}
    below = ("partnership-leads/", "export/councils.csv", "export/councils.json")
    assert {directory.url + path for path in below} <= addresses
    assert "/case-studies/" in addresses


def test_filters_narrow_the_list_and_nonsense_narrows_nothing(
    client: Client, small_directory: DirectoryPage
) -> None:
    everyone = ["Fife", "Highland", "Na h-Eileanan Siar"]
    for query, found in (
        ("", everyone),
        ("?words=kingdom", ["Fife"]),
        ("?words=gaidhealtachd", ["Highland"]),
        ("?words=western+isles", ["Na h-Eileanan Siar"]),
        ("?words=s12000017", ["Highland"]),
        ("?words=PARENTS'+business", ["Fife"]),
        ("?words=unseen", []),
        ("?region=highlands-and-islands", ["Highland", "Na h-Eileanan Siar"]),
        ("?kind=self-employment", ["Fife"]),
        ("?kind=self-employment&region=fife&words=parents", ["Fife"]),
        ("?region=highlands-and-islands&words=fife", []),
        ("?region=nowhere&kind=%00&words=%00", everyone),
    ):
        assert listed(main_of(client, small_directory, query)) == found, query
    by_service = main_of(client, small_directory, "?words=parents")
    assert "1 of 3 councils" in words(by_service)
    assert "Fife Fife. Services: Key worker support, Work experience, Self-employment" in words(by_service)
    address = by_service.find("a", string="Parents’ businesses")["href"]
    assert address.startswith(f"{small_directory.url}fife/#localservice-")
    assert by_service.select_one("input[name=words]")["value"] == "parents"
    empty = main_of(client, small_directory, "?words=unseen")
    assert "No councils match." in words(empty)
    assert empty.find("a", string="Show all councils")["href"] == f"{small_directory.url}#councils"
    ids = [element["id"] for element in empty.select("[id]")]
    assert len(ids) == len(set(ids))


def test_only_editors_see_what_is_stale(client: Client, directory: DirectoryPage) -> None:
    for_readers = client.get(directory.url)
    assert "to check" not in for_readers.content.decode()
    assert for_readers.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Cookie" not in for_readers.headers.get("Vary", "")

    person = get_user_model().objects.create_user("someone", "someone@example.org", "x" * 14)
    client.force_login(person)
    assert "to check" not in client.get(directory.url).content.decode()
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for_editors = client.get(directory.url)
    assert for_editors.headers["Cache-Control"] == "private, no-store"
    shown = BeautifulSoup(for_editors.content, "html.parser").main
    items = shown.select(".es_councils__list li")
    marked = {item.a.get_text(): words(item.span) for item in items if item.span}
    freshness = freshness_of(CouncilPage.objects.child_of(directory))
    numbers = {
        each.council.title: sum(not entry.stamp.is_fresh for entry in each.entries)
        for each in freshness.values()
    }
    assert {name: int(said.split()[0]) for name, said in marked.items()} == {
        name: number for name, number in numbers.items() if number
    }
    assert marked

    client.logout()
    again = client.get(directory.url, headers={"if-none-match": for_readers.headers["ETag"]})
    assert again.status_code == 304


def test_the_list_costs_the_same_with_three_councils_and_with_all(
    client: Client, directory: DirectoryPage, small_directory: DirectoryPage
) -> None:
    """With every service of every council."""
    assert assert_within(client, small_directory.url, 12) == assert_within(client, directory.url, 12)
    assert_within(client, f"{directory.url}?words=help&region=fife&kind=key-worker-support", 12)
