"""Editions as readers meet them: the list, an edition, its banners and its place in the tree."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from resources.models import EditionFile
from tests.factories import handbook_pages as make
from tests.resources.handbook.editions.published_editions import published, rename

pytestmark = pytest.mark.django_db


def soup_of(client, address: str, status: int = 200) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def main_of(client, address: str) -> str:
    return " ".join(soup_of(client, address).find("main").get_text(" ").split())


def test_an_edition_is_shown_from_its_frozen_data(handbook, edition, client):
    rename(handbook, "Product 0", "Another name")
    text = main_of(client, edition.url)
    assert "Product 0" in text
    assert "Another name" not in text
    assert "Another name" in main_of(client, handbook.url)


def test_its_address_and_hash_stand_on_it(edition, client):
    soup = soup_of(client, edition.url)
    assert soup.find("link", rel="canonical")["href"].endswith("/editions/2024-10/")
    assert edition.sha256 in soup.find("main").get_text()
    assert "sha256sum handbook-2024-10.json" in soup.find("main").get_text()
    assert soup.find("title").get_text().startswith("A handbook of our own: edition of October 2024")
    assert not soup.find("meta", attrs={"name": "robots"})


def test_the_way_back_leads_over_the_list_of_editions(handbook, edition, client):
    crumbs = soup_of(client, edition.url).find(class_="ds_breadcrumbs")
    assert [link["href"] for link in crumbs.find_all("a")] == ["/", handbook.url, f"{handbook.url}editions/"]


def test_its_files_are_offered_with_kind_and_size(edition, client):
    files = soup_of(client, edition.url).find_all(class_="ds_file-download")
    addresses = [file.find("a")["href"] for file in files]
    assert addresses == [f"{edition.url}handbook-2024-10.{kind}" for kind in ("pdf", "docx", "csv", "json")]
    for file in files:
        assert "bytes" in file.get_text() or "kB" in file.get_text() or "KB" in file.get_text()


def test_an_older_edition_leads_to_the_newest(handbook, edition, client):
    assert "There is a newer edition" not in main_of(client, edition.url)
    newer = published(handbook, "June 2025", date(2025, 6, 1))
    soup = soup_of(client, edition.url)
    assert "There is a newer edition" in soup.get_text()
    assert soup.find("main").find("a", href=newer.url)
    assert "There is a newer edition" not in main_of(client, newer.url)


def test_no_reader_is_led_to_a_withdrawn_edition(handbook, edition, client):
    newer = published(handbook, "June 2025", date(2025, 6, 1))
    newer.withdraw("A date was wrong.", None, date(2025, 6, 2))
    assert "There is a newer edition" not in main_of(client, edition.url)
    soup = soup_of(client, newer.url)
    text = " ".join(soup.find("main").get_text(" ").split())
    assert "This edition was withdrawn on 2 June 2025. A date was wrong." in text
    assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_a_withdrawal_shows_at_once_on_a_page_that_was_kept(edition, client):
    assert "withdrawn" not in main_of(client, edition.url)
    edition.withdraw("A date was wrong.", None)
    assert "A date was wrong." in main_of(client, edition.url)


def test_a_new_edition_shows_at_once_where_pages_are_kept(handbook, edition, client):
    main_of(client, edition.url)
    main_of(client, handbook.url)
    rename(handbook, "Product 0", "Another name")
    newer = published(handbook, "June 2025", date(2025, 6, 1))
    assert "Since the edition of June 2025" in main_of(client, handbook.url)
    assert "Another name" in main_of(client, newer.url)


def test_the_list_has_all_editions_newest_first(handbook, edition, client):
    newer = published(handbook, "June 2025", date(2025, 6, 1), note="With new dates.")
    edition.withdraw("Superseded.", None, date(2025, 6, 2))
    soup = soup_of(client, f"{handbook.url}editions/")
    names = [heading.get_text() for heading in soup.find("main").find_all("h3")]
    assert names == ["June 2025", "October 2024"]
    text = " ".join(soup.find("main").get_text(" ").split())
    assert "1 June 2025 (the newest) With new dates." in text
    assert "Withdrawn on 2 June 2025. Superseded." in text
    assert soup.find("main").find("a", href=newer.url)


def test_a_handbook_without_editions_says_so(handbook, client):
    assert "No edition has been published yet." in main_of(client, f"{handbook.url}editions/")


def test_unknown_editions_are_not_found(handbook, edition, client):
    for path in ("editions/2023-01/", "editions/2024-10-2/", "editions/current/"):
        assert client.get(handbook.url + path).status_code == 404
    other = make.handbook_page(handbook.get_parent(), "Another")
    assert client.get(f"{other.url}editions/2024-10/").status_code == 404


def test_a_private_handbook_shows_none_of_its_editions(handbook, edition, client):
    restriction = PageViewRestriction.objects.create(page=handbook, restriction_type="login")
    addresses = [
        edition.url,
        f"{handbook.url}editions/",
        edition.file_url("handbook-2024-10.json"),
        f"{handbook.url}compare/2024-10/current/",
    ]
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 302
        assert "login" in response.url
        assert "no-store" in response["Cache-Control"]
    restriction.restriction_type = "password"
    restriction.password = "open sesame"
    restriction.save()
    for address in addresses:
        response = client.get(address)
        assert "Product 0" not in response.content.decode()
        assert "no-store" in response["Cache-Control"]


def test_who_may_see_a_private_edition_is_told_to_keep_nothing(handbook, edition, admin_client):
    PageViewRestriction.objects.create(page=handbook, restriction_type="login")
    response = admin_client.get(edition.file_url("handbook-2024-10.json"))
    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].replace(" ", "").split(","))
    assert "public" not in response["Cache-Control"]


def test_an_edition_costs_as_few_queries_with_many_products(handbook, client):
    def cost(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    few = cost(published(handbook).url)
    make.products(handbook, 12)
    many = cost(published(handbook, "More").url)
    for count in range(4):
        published(handbook, f"Edition {count}")
    assert few == many == cost(published(handbook, "Last").url) <= 12
    assert cost(f"{handbook.url}editions/") <= 12


def test_a_first_look_after_a_change_costs_little_more(
    handbook, edition, client, django_assert_max_num_queries
):
    client.get(edition.url)
    rename(handbook, "Product 0", "Another name")
    with django_assert_max_num_queries(24):
        client.get(edition.url)


def test_a_damaged_edition_is_not_shown_as_if_it_were_whole(handbook, edition, client):
    json_file = EditionFile.objects.get(edition=edition, name=edition.json_name)
    forged = bytes(json_file.content).replace(b"Product 0", b"Product X")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE resources_editionfile SET content = %s WHERE id = %s", [forged, json_file.pk])
    soup = soup_of(client, edition.url, status=500)
    assert "This edition cannot be shown" in soup.find("h1").get_text()
    assert "Product X" not in soup.get_text()
    assert client.get(f"{handbook.url}compare/2024-10/current/").status_code == 500
    assert client.get(handbook.url).status_code == 200
