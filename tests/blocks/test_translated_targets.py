"""Links of a page in Gaelic lead to pages in Gaelic where there are any."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale, Page

from tests.blocks.bodies import body, shown
from tests.blocks.conftest import add_page
from tests.factories.pages import home_page, publication, publications


@pytest.fixture
def gaelic(db: None) -> Iterator[Locale]:
    with override_settings(WAGTAIL_I18N_ENABLED=True):
        locale, _made = Locale.objects.get_or_create(language_code="gd")
        if not home_page().has_translation(locale):
            home_page().copy_for_translation(locale).save_revision().publish()
        yield locale


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
