"""Where the archive and its editions stand."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from bulletin.archive.addresses import path_of, slug_and_rest
from bulletin.models import BulletinPage, EditionPage
from tests.bulletin import office
from tests.bulletin.archive import editions
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

ARCHIVE = "/our-bulletin/"


@pytest.mark.parametrize(
    ("slug", "path"),
    [
        ("2026-10", "2026/10/"),
        ("2026-10-your-say", "2026/10/your-say/"),
        ("2026-10-2", "2026/10/2/"),
        ("2026-13", None),
        ("2026-1", None),
        ("about", None),
        ("2026-10-", None),
        ("2026-10-email", None),
        ("２０２６-10", None),
    ],
)
def test_a_slug_with_a_month_makes_an_address_by_year_and_month(slug: str, path: str | None) -> None:
    assert path_of(slug) == path
    if path:
        assert slug_and_rest(path.strip("/").split("/")) == (slug, [])


def test_an_edition_answers_by_year_and_month_and_by_name(client: Client) -> None:
    monthly, special = editions.live("2031-10"), editions.live("2031-10-your-say")
    assert (monthly.url, special.url) == (f"{ARCHIVE}2031/10/", f"{ARCHIVE}2031/10/your-say/")
    for edition in (monthly, special):
        response = client.get(edition.url)
        assert response.status_code == 200
        assert response.context["page"] == edition


@pytest.mark.parametrize("rest", ["", "email/", "text/"])
def test_the_address_in_the_tree_leads_to_it_for_good(client: Client, rest: str) -> None:
    edition = editions.live("2031-10-your-say")
    editions.mailed(edition)
    response = client.get(f"{ARCHIVE}2031-10-your-say/{rest}")
    assert (response.status_code, response["Location"]) == (301, f"{edition.url}{rest}")


def test_an_edition_with_another_slug_stays_where_it_is(client: Client) -> None:
    edition = editions.live("2031-10", title="About us")
    EditionPage.objects.filter(pk=edition.pk).update(slug="about", url_path=f"/home{ARCHIVE}about/")
    edition = EditionPage.objects.get(pk=edition.pk)
    assert edition.url == f"{ARCHIVE}about/"
    assert client.get(edition.url).status_code == 200
    assert client.get(f"{edition.url}text/").status_code == 200


def test_addresses_follow_when_the_archive_is_moved_or_renamed(client: Client) -> None:
    edition = editions.live("2031-10")
    section = pages.landing(pages.home_page(), "Section")
    BulletinPage.objects.get(slug="our-bulletin").move(section, "last-child")
    archive = BulletinPage.objects.get(slug="our-bulletin")
    archive.slug = "news"
    archive.save_revision().publish()
    edition = EditionPage.objects.get(pk=edition.pk)
    assert edition.url == "/section/news/2031/10/"
    assert client.get(edition.url).status_code == 200
    assert client.get(f"{ARCHIVE}2031/10/").status_code in (301, 404)


@pytest.mark.parametrize(
    "path",
    [
        "2031/",
        "2031/10/",
        "2031/10/email/",
        "2031/10/text/",
        "2031-10/",
        "2031/13/",
        "2031/1/",
        "0000/",
        "2031/10/x/y/",
    ],
)
def test_where_nothing_came_out_there_is_nothing(client: Client, path: str) -> None:
    editions.live("2030-10")
    office.edition(slug="2031-10")  # a draft
    assert client.get(f"{ARCHIVE}{path}").status_code == 404


def test_a_private_edition_is_not_there(client: Client) -> None:
    edition = editions.live("2031-10")
    editions.mailed(edition)
    PageViewRestriction.objects.create(page=edition, restriction_type="login")
    for path in ("", "email/", "text/", "message/"):
        assert client.get(f"{edition.url}{path}").status_code == 404
    assert client.get(f"{ARCHIVE}2031-10/").status_code == 404
    assert "October 2031" not in client.get(ARCHIVE).content.decode()


def test_breadcrumbs_and_the_address_to_be_known_by(client: Client) -> None:
    edition = editions.live("2031-10")
    soup = BeautifulSoup(client.get(edition.url).content, "html.parser")
    crumbs = [crumb.get_text(strip=True) for crumb in soup.select(".ds_breadcrumbs li")]
    assert crumbs == ["Home", "Our bulletin", "October 2031"]
    assert soup.find("link", rel="canonical")["href"] == edition.full_url
    assert soup.find("meta", property="og:title")["content"] == "E-bulletin, October 2031"
    assert soup.title.get_text(strip=True).startswith("E-bulletin, October 2031")


def test_the_page_of_a_year_says_where_it_stands(client: Client) -> None:
    editions.live("2031-10")
    soup = BeautifulSoup(client.get(f"{ARCHIVE}2031/").content, "html.parser")
    assert urlsplit(soup.find("link", rel="canonical")["href"]).path == f"{ARCHIVE}2031/"
    crumbs = [crumb.get_text(strip=True) for crumb in soup.select(".ds_breadcrumbs li")]
    assert crumbs == ["Home", "Our bulletin", "2031"]


def test_the_map_of_the_site_holds_editions_and_years(client: Client) -> None:
    edition = editions.live("2031-10")
    addresses = client.get("/sitemap.xml").content.decode()
    assert f"<loc>{edition.full_url}</loc>" in addresses
    assert f"{ARCHIVE}2031/</loc>" in addresses
    assert "/2031-10" not in addresses


def test_links_in_texts_lead_straight_to_its_address(client: Client) -> None:
    edition = editions.live("2031-10")
    text = f'<p><a linktype="page" id="{edition.pk}">The edition</a></p>'
    page = pages.standard(pages.home_page(), "Links here", body=[("text", text)])
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert soup.find("a", string="The edition")["href"] == edition.url
