"""From each page to the other language, and from addresses that are not there in Gaelic to English."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from wagtail.models import Page

from tests.factories import pages
from tests.factories.gaelic import in_gaelic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]


def page_of(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return BeautifulSoup(response.content, "html.parser")


def switch(page: BeautifulSoup) -> BeautifulSoup:
    return page.select_one(".es_other-language")


def test_a_translated_page_leads_to_itself_in_the_other_language_and_back(client: Client) -> None:
    about = pages.standard(pages.home_page(), "About us")
    in_gaelic(about, title="Mu ar deidhinn")
    english = page_of(client, about.url)
    link = switch(english).a
    assert (link["href"], link["hreflang"], link.get_text()) == (f"/gd{about.url}", "gd", "Gàidhlig")
    assert switch(english)["lang"] == "gd" and switch(english).span is None
    gaelic = page_of(client, link["href"])
    assert gaelic.html["lang"] == "gd" and gaelic.h1.get_text(strip=True) == "Mu ar deidhinn"
    assert switch(gaelic).a["href"] == about.url and switch(gaelic).a.get_text() == "English"


def test_a_page_that_is_not_translated_leads_to_the_nearest_that_is_and_says_so(client: Client) -> None:
    section = pages.standard(pages.home_page(), "Section")
    in_gaelic(section, title="Earrann")
    below = pages.standard(pages.standard(section, "Part"), "Chapter")
    found = switch(page_of(client, below.url))
    assert found.a["href"] == f"/gd{section.url}"
    assert "Earrann" in found.span.get_text() and found.a["aria-describedby"] == found.span["id"]
    assert "This page" not in found.span.get_text()  # it is said in Gaelic


def test_what_was_asked_for_goes_along(client: Client) -> None:
    assert switch(page_of(client, "/local-authorities/?kind=1")).a["href"] == "/gd/local-authorities/?kind=1"
    assert switch(page_of(client, "/search/?q=ferry")).a["href"] == "/gd/search/?q=ferry"
    assert switch(page_of(client, "/gd/search/?q=ferry")).a["href"] == "/search/?q=ferry"
    assert (
        switch(page_of(client, "/local-authorities/find/?q=EH1")).a["href"]
        == "/gd/local-authorities/find/?q=EH1"
    )


def test_a_gaelic_draft_is_led_to_by_nothing(client: Client) -> None:
    about = pages.standard(pages.home_page(), "About us")
    in_gaelic(about, title="Mu ar deidhinn", live=False)
    assert switch(page_of(client, about.url)).a["href"] == "/gd/"


def test_both_languages_name_each_other_to_search_engines(client: Client) -> None:
    for address in ("/", "/gd/"):
        links = page_of(client, address).select('link[rel="alternate"][hreflang]')
        assert {link["hreflang"]: link["href"] for link in links} == {
            "en-GB": f"{settings.SITE_URL}/",
            "gd": f"{settings.SITE_URL}/gd/",
            "x-default": f"{settings.SITE_URL}/",
        }
    for address in ("/local-authorities/find/?q=Lanarkshire", "/?page=2"):
        assert page_of(client, address).select('link[rel="alternate"][hreflang]') == [], (
            "only of the page itself"
        )
    alone = pages.standard(pages.home_page(), "Alone")
    assert page_of(client, alone.url).select('link[rel="alternate"][hreflang]') == []


def test_the_map_of_the_site_holds_both_languages(client: Client) -> None:
    about = pages.standard(pages.home_page(), "About us")
    in_gaelic(about, title="Mu ar deidhinn")
    text = client.get("/sitemap.xml").content.decode()
    entry = re.search(rf"<url><loc>[^<]*/gd{about.url}</loc>.*?</url>", text)[0]
    assert re.findall(r'hreflang="([^"]+)"', entry) == ["en-GB", "gd", "x-default"]
    assert text.count(f"{about.url}</loc>") == 2


@pytest.mark.parametrize("path", ["", "?page=2"])
def test_an_address_that_is_there_in_english_only_leads_there(client: Client, path: str) -> None:
    about = pages.standard(pages.home_page(), "About us")
    response = client.get(f"/gd{about.url}{path}")
    assert (response.status_code, response["Location"]) == (302, f"{about.url}{path}")


def test_an_address_that_is_nowhere_is_told_so_in_gaelic(client: Client) -> None:
    response = client.get("/gd/nowhere/")
    assert response.status_code == 404
    assert BeautifulSoup(response.content, "html.parser").html["lang"] == "gd"


def test_without_a_gaelic_home_page_nothing_speaks_of_gaelic(client: Client) -> None:
    for home in Page.objects.filter(depth=2, locale__language_code="gd"):
        home.specific.unpublish(user=None)
        Page.objects.descendant_of(home).update(live=False)
    assert switch(page_of(client, "/")) is None
    response = client.get("/gd/search/?q=ferry")
    assert (response.status_code, response["Location"]) == (302, "/search/?q=ferry")


def test_no_answer_depends_on_what_the_browser_would_like(client: Client) -> None:
    response = client.get("/", headers={"accept-language": "gd"})
    assert response["Content-Language"] == "en-gb"
    assert "Accept-Language" not in response.get("Vary", "")
