"""Links of a page in Gaelic lead to pages in Gaelic where there are any."""

import pytest
from bs4 import Tag
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.blocks import StreamValue
from wagtail.models import Locale, Page

from cms.vocabulary.models import ApproachStatements
from tests.blocks.bodies import body, shown
from tests.blocks.conftest import add_page
from tests.factories.gaelic import gaelic as gaelic_locale
from tests.factories.pages import home_page, publication, publications


@pytest.fixture
def gaelic(db: None) -> Locale:
    return gaelic_locale()


def translated(page: Page, locale: Locale, title: str, *, live: bool = True) -> Page:
    copy = page.copy_for_translation(locale, copy_parents=True)
    copy.title = title
    copy.live = live
    copy.save()
    return copy


def reader() -> HttpRequest:
    return RequestFactory().get("/", headers={"host": "localhost"})


def link_to(page: Page) -> tuple[str, dict[str, object]]:
    return ("links", {"links": [{"title": "", "link": {"page": page.pk}}]})


def test_address_and_title_are_those_of_the_translation(gaelic: Locale) -> None:
    partners = add_page("Partnerships")
    copy = translated(partners, gaelic, "Com-pàirteachasan")
    value = body(link_to(partners), ("text", f'<p><a linktype="page" id="{partners.pk}">x</a></p>'))
    with translation.override("gd"):
        links = shown(value, request=reader()).find_all("a")
    assert [link["href"] for link in links] == [copy.url, copy.url]
    assert links[0].get_text() == "Com-pàirteachasan"
    assert [link["href"] for link in shown(value, request=reader()).find_all("a")] == [partners.url] * 2


def test_a_translation_that_is_not_live_yet_is_not_led_to(gaelic: Locale) -> None:
    partners = add_page("Partnerships")
    translated(partners, gaelic, "Com-pàirteachasan", live=False)
    with translation.override("gd"):
        link = shown(body(link_to(partners)), request=reader()).a
    assert (link["href"], link.get_text()) == (partners.url, "Partnerships")


def test_translations_are_fetched_at_once(gaelic: Locale) -> None:
    index = publications(home_page(), 0, title="Plans")
    costs = []
    for number in (1, 4):
        pages = [publication(index, f"Plan {number} {place}", summary="English") for place in range(number)]
        for page in pages:
            translated(page, gaelic, "Plana")
        entries = [{"link": {"page": page.pk}, "title": ""} for page in pages]
        blocks = [*map(link_to, pages), ("publications", {"publications": entries})]
        with translation.override("gd"):
            shown(body(*blocks), request=reader())
            with CaptureQueriesContext(connection) as captured:
                html = shown(
                    body(*map(link_to, pages), ("publications", {"publications": entries})), request=reader()
                )
        assert [link.get_text(strip=True) for link in html.find_all("a")] == ["Plana"] * number * 2
        costs.append([query["sql"][:200] for query in captured])
    assert len(costs[0]) == len(costs[1]), "\n".join(costs[1])


def is_told(link: Tag) -> bool:
    behind = link.find_next_sibling()
    return behind is not None and "es_in-english" in behind.get("class", [])


def marks(value: StreamValue) -> list[tuple[str, str | None, str | None, bool]]:
    """Of each link in Gaelic: its words, their language, that of the page, and whether readers are told."""
    with translation.override("gd"):
        links = shown(value, request=reader()).find_all("a")
    return [
        (link.get_text(strip=True), link.get("lang"), link.get("hreflang"), is_told(link)) for link in links
    ]


def test_a_link_to_a_page_in_english_is_marked(gaelic: Locale) -> None:
    partners = add_page("Partnerships")
    link = {"page": partners.pk}
    text = f'<p><a linktype="page" id="{partners.pk}">Com-pàirteachasan</a></p>'
    words, title = ("Com-pàirteachasan", None), ("Partnerships", "en-GB")
    for block, expected in (
        (link_to(partners), title),
        (("links", {"links": [{"title": "Com-pàirteachasan", "link": link}]}), words),
        (("text", text), words),
        (("cards", {"cards": [{"title": "", "link": link}]}), title),
        (("cards", {"cards": [{"title": "Com-pàirteachasan", "link": link}]}), words),
        (("publications", {"publications": [{"title": "", "link": link}]}), title),
    ):
        assert marks(body(block)) == [(*expected, "en-GB", True)], block[0]
    button = ("buttons", {"buttons": [{"label": "Lorg", "link": link}]})
    with translation.override("gd"):
        [found] = shown(body(button), request=reader()).find_all("a")
    assert found["hreflang"] == "en-GB" and found.select_one(".es_in-english")


def test_links_between_pages_of_one_language_are_not_marked(gaelic: Locale) -> None:
    partners = add_page("Partnerships")
    text = ("text", f'<p><a linktype="page" id="{partners.pk}">x</a></p>')
    value = body(link_to(partners), text)
    assert not shown(value, request=reader()).select("[lang], [hreflang], .es_in-english")
    translated(partners, gaelic, "Com-pàirteachasan")
    with translation.override("gd"):
        assert not shown(value, request=reader()).select("[lang], [hreflang], .es_in-english")


def test_statements_are_shown_in_gaelic_once_they_are_public(gaelic: Locale) -> None:
    statements = ApproachStatements.objects.create(
        title="Ours", lead_in="We are:", statements=[("statement", {"text": "helping", "principles": []})]
    )
    with translation.override("gd"):
        assert shown(body(("statements", statements.pk))).p["lang"] == "en-GB"
        copy = statements.copy_for_translation(gaelic)
        copy.lead_in, copy.live = "Tha sinn:", False
        copy.save()
        assert shown(body(("statements", statements.pk))).p.get_text() == "We are:"
        ApproachStatements.objects.filter(pk=copy.pk).update(live=True)
        html = shown(body(("statements", statements.pk)))
    assert html.p.get_text() == "Tha sinn:" and not html.select("[lang]")
    assert shown(body(("statements", copy.pk))).p.get_text() == "We are:"
