"""The page of a council in Gaelic: words of its own, facts of the English records."""

from __future__ import annotations

from datetime import time

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from la_directory.freshness.record import record_check
from la_directory.models import ContactPage, CouncilPage, LocalServicePage
from tests.factories import councils
from tests.factories.gaelic import in_gaelic
from tests.la_directory.council_page.shown_page import main_of, words
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db
WEEK = [("hours", {"days": ["0", "1", "2", "3", "4"], "opens": time(9), "closes": time(17, 30)})]


def reworded(page: Page, **words: str) -> Page:
    for name, value in words.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def place(main: Tag, record: Page) -> Tag:
    return main.select_one(f"#{record.anchor}")


def test_a_number_published_in_english_stands_in_gaelic_at_the_next_request(
    client: Client, contact: ContactPage, gaelic_highland: CouncilPage
) -> None:
    assert gaelic_highland.url == "/gd/councils/highland/"
    assert "496 0123" in words(place(main_of(client, gaelic_highland), contact))
    contact.telephone, contact.opening_hours = "0141 496 0999", WEEK
    contact.save_revision().publish()
    shown = words(place(main_of(client, gaelic_highland), contact))
    assert "0141 496 0999" in shown and "496 0123" not in shown
    assert "Diluain gu Dihaoine" in shown and "9m gu 5:30f" in shown


def test_words_are_gaelic_where_they_are_translated_and_marked_where_not(
    client: Client, contact: ContactPage, service: LocalServicePage, gaelic_highland: CouncilPage
) -> None:
    main = main_of(client, gaelic_highland)
    here = place(main, contact)
    assert words(here.h3) == "Sgioba obrach" and "lang" not in here.h3.attrs
    assert here.find("dd", string="1 High Street")["lang"] == "en-GB", "an address is a fact with words"
    there = place(main, ContactPage.objects.child_of(contact.get_parent()).get(title="Employer desk"))
    assert there.h3["lang"] == "en-GB"
    offered = place(main, service)
    assert [words(part) for part in offered.select("h3, p, dd")][:3] == [
        "Fèin-fhastadh",
        "Ciad cheumannan",
        "Taic le plana.",
    ]
    assert {"An-asgaidh", "An t-Eilean"} <= {words(part) for part in offered.select("dd")}
    assert offered.select("[lang]") == []
    trade = main.find("h3", string="A trade of your own")
    assert trade["lang"] == "en-GB"
    assert not trade.parent.find("dd", string="Neach sam bith a tha a’ sireadh obair").has_attr("lang")


def test_the_names_say_their_language(client: Client, gaelic_highland: CouncilPage) -> None:
    header = main_of(client, gaelic_highland).header
    assert words(header.h1) == "A’ Ghàidhealtachd"
    marked = [(words(part), part["lang"]) for part in header.select("[lang]")]
    assert marked == [("The Highland Council", "en-GB")]
    assert "Comhairle na Gàidhealtachd" in words(header)
    title = gaelic_highland.gaelic_name
    assert words(main_of(client, reworded(gaelic_highland, title=title)).header).count(title) == 1


def test_what_english_readers_no_longer_see_leaves_the_gaelic_page_too(
    client: Client, contact: ContactPage, gaelic_highland: CouncilPage
) -> None:
    contact.unpublish()
    assert place(main_of(client, gaelic_highland), contact) is None


def test_one_check_stands_on_both_pages_and_changed_english_takes_it_away(
    client: Client, contact: ContactPage, highland: CouncilPage, gaelic_highland: CouncilPage
) -> None:
    record_check([contact], by=None, name="The Highland Council")
    day = timezone.localdate().day
    assert f"Checked {day} " in words(place(main_of(client, highland), contact))
    shown = words(place(main_of(client, gaelic_highland), contact))
    assert f"Air a dhearbhadh air {day} " in shown and "le Comhairle na Gàidhealtachd" in shown
    translation = reworded(contact.get_translations().get(), title="Sgioba ùr")
    assert translation.content_digest == contact.content_digest
    assert "Sgioba ùr" in words(place(main_of(client, gaelic_highland), contact))
    assert "Air a dhearbhadh air" in words(place(main_of(client, gaelic_highland), contact))
    contact.telephone = "0141 496 0999"
    contact.save_revision().publish()
    assert "Cha do dhearbh duine e fhathast" in words(place(main_of(client, gaelic_highland), contact))


def test_the_summary_is_made_in_the_language_of_the_page(gaelic_highland: CouncilPage) -> None:
    assert gaelic_highland.summary.startswith("Cò ")
    assert "A’ Ghàidhealtachd" in gaelic_highland.summary


def test_a_place_leads_to_a_page_that_is_there(contact: ContactPage, gaelic_highland: CouncilPage) -> None:
    translation = contact.get_translations().get()
    assert translation.council_title == "A’ Ghàidhealtachd"
    assert translation.url == f"{gaelic_highland.url}#{contact.anchor}"
    gaelic_highland.unpublish()
    assert translation.url == contact.url
    assert translation.council_title == "Highland"


def test_case_studies_are_those_of_the_english_page(
    client: Client, highland: CouncilPage, gaelic_highland: CouncilPage, mark: str
) -> None:
    studies = [councils.case_study(highland, f"Study {number}") for number in range(2)]
    in_gaelic(studies[0], title="Sgrùdadh")
    cards = main_of(client, gaelic_highland).select(".ds_card__title")
    assert [words(card) for card in cards] == [f"Study 1 {mark}", "Sgrùdadh"]
    assert cards[0].a["href"] == studies[1].url and cards[0].span["lang"] == "en-GB"


def test_gaelic_costs_three_queries_more_however_much_there_is(
    client: Client, highland: CouncilPage, gaelic_highland: CouncilPage
) -> None:
    english, gaelic = (assert_within(client, page.url, 16) for page in (highland, gaelic_highland))
    assert gaelic <= english + 3
    for number in range(4):
        in_gaelic(councils.contact(highland, f"Team {number}"), title=f"Sgioba {number}")
        in_gaelic(councils.service(highland, f"Help {number}"), title=f"Taic {number}")
        councils.contact(highland, f"Other team {number}")
    study = councils.case_study(highland)
    in_gaelic(study, title="Sgrùdadh")
    assert assert_within(client, gaelic_highland.url, 19) <= assert_within(client, highland.url, 16) + 3
    assert BeautifulSoup(client.get(gaelic_highland.url).content, "html.parser").html["lang"] == "gd"
