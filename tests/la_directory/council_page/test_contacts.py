"""The contacts on the page of a council: who comes first, and what is said about each."""

from __future__ import annotations

from datetime import time, timedelta
from itertools import pairwise

import pytest
from django.test import Client
from django.utils import timezone

from la_directory.freshness.record import record_check
from la_directory.models import CouncilPage
from la_directory.models.place_on_council_page import CouncilRecord
from tests.factories import councils
from tests.la_directory.council_page.shown_page import main_of, words

pytestmark = pytest.mark.django_db
ALWAYS = [("hours", {"days": [str(day) for day in range(7)], "opens": time(0), "closes": time(0)})]


def check(*records: CouncilRecord, days_ago: int = 0, name: str = "Fife Council") -> None:
    record_check(records, by=None, name=name, at=timezone.localtime() - timedelta(days=days_ago))


def test_people_who_look_for_help_come_first_and_a_lead_is_for_partners_alone(
    client: Client, fife: CouncilPage
) -> None:
    lead = councils.contact(fife, "Morag’s post", for_whom="lead", person="M Example", sort_order=-9)
    partners = councils.contact(fife, "Contracts", for_whom="partners", sort_order=-10)
    employers = councils.contact(fife, "Employer team", for_whom="employers")
    second = councils.contact(fife, "Second team", sort_order=2)
    first = councils.contact(
        fife,
        "First team",
        subject="Help to find work",
        telephone="0141 496 0123",
        textphone="0131 496 0199",
        email="team@fife.example",
        address="1 Example Street\nGlenrothes",
        opening_hours=ALWAYS,
        hours_note="Closed on Christmas Day.",
        languages="Gaelic, BSL",
        sort_order=1,
    )
    service = councils.service(fife)
    main = main_of(client, fife)
    places = [place["id"] for place in main.select(".es_place")]
    assert places == [place.anchor for place in (first, second, employers, lead, partners, service)]
    people = main.select_one("#contacts")
    assert [place["id"] for place in people.select(".es_place")] == [first.anchor, second.anchor]
    assert "Lead" not in words(people)
    in_lead = words(main.select_one(f"#partners #{lead.anchor}"))
    assert "Partnerships Lead Morag’s post" in in_lead
    assert "Name M Example" in in_lead
    # Nothing stands before them in the source but the names of the council.
    assert main.find(["h2", "nav", "table"]).parent is people

    shown = people.select_one(f"#{first.anchor}")
    said = words(shown)
    in_order = (
        "First team",
        "Help to find work",
        "0141 496 0123",
        "18001 then 0141 496 0123",
        "0131 496 0199",
    )
    in_order += ("team @fife.example", "Open now Every day: all day Closed on Christmas Day.")
    in_order += ("1 Example Street Glenrothes", "Gaelic, BSL")
    assert all(said.index(before) < said.index(after) for before, after in pairwise(in_order))
    links = [link["href"] for link in shown.select("dd a")]
    assert links == ["tel:+44-141-496-0123", "tel:+44-131-496-0199", "mailto:team@fife.example"]
    assert str(main).count("https://contactscotland-bsl.org/") == 1
    report = shown.select_one(".es_stamp__report a")
    assert words(report) == "Report that this is wrong : First team"
    assert str(first.translation_key) in report["href"]


def test_a_check_that_holds_is_said_and_one_that_does_not_is_a_warning(
    client: Client, fife: CouncilPage
) -> None:
    fife.switchboard = "0131 496 0000"
    fife.save_revision().publish()
    fresh = councils.contact(fife, "Fresh team")
    employers = councils.contact(fife, "Employer team", for_whom="employers")
    vacant = councils.contact(fife, "Partnerships Lead", for_whom="lead", is_vacant=True, person="M Example")
    check(fresh, vacant, name="Fife Council")
    check(employers, days_ago=181)
    service = councils.service(fife)
    main = main_of(client, fife)
    today = timezone.localdate().strftime("%-d %B %Y")
    assert f"Checked {today} by Fife Council" in words(main.select_one(f"#{fresh.anchor}"))
    assert not main.select("#contacts .ds_warning-text")
    assert "0131 496 0000" not in words(main.select_one("#contacts"))

    old = main.select_one("#employers")
    assert "May be out of date. Last checked" in words(old)
    assert words(old).index("Council switchboard 0131 496 0000") < words(old).index("Employer team")
    assert "www.fife.gov.uk" in words(old)
    assert "May be out of date. Nobody has checked it yet." in words(main.select_one(f"#{service.anchor}"))

    vacancy = words(main.select_one(f"#{vacant.anchor}"))
    assert "Post vacant Nobody holds this post at present." in vacancy
    assert "M Example" not in vacancy
    assert main.select_one("#partners .ds_content-label") is None  # the title says it

    fresh.telephone = "0131 496 0555"
    fresh.save_revision().publish()
    people = words(main_of(client, fife).select_one("#contacts"))
    assert people.index("0131 496 0000") < people.index("Nobody has checked it yet")


def test_a_council_without_contacts_offers_itself(client: Client, fife: CouncilPage) -> None:
    main = main_of(client, fife)
    said = words(main.select_one("#contacts"))
    assert "You can contact the council itself. Council website www.fife.gov.uk" in said
    assert not main.select(".ds_warning-text")
    assert main.select_one("#services") is not None
    assert words(main.select_one("h1")) == "Fife"


def test_a_gaelic_name_is_marked_as_such(client: Client, fife: CouncilPage) -> None:
    directory = fife.get_parent().specific
    highland = main_of(client, councils.council(directory, councils.HIGHLAND))
    assert [words(part) for part in highland.select("[lang=gd]")] == ["Comhairle na Gàidhealtachd"]
    siar = main_of(client, councils.council(directory, "S12000013"))
    marked = [words(part) for part in siar.select("[lang=gd]")]
    assert marked == ["Na h-Eileanan Siar", "Comhairle nan Eilean Siar"]
