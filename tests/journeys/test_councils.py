"""A reader finds whom to call, and a council says that its page is right; on a phone, without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.accessibility import axe_violations, bad_stops, sideways_scroll, space_text
from tests.journeys.conftest import Language, OpenPage
from tests.journeys.pictures import keep_picture
from tests.journeys.server import Server

AYRSHIRE = re.compile("Ayrshire|Siorrachd")
POSTCODES = "postcode,code\nG33 1AA,S12000049\nG33 1AB,S12000050\nIV2 3AA,S12000017\n"

LINK_OF_A_REMINDER = """
import django; django.setup()
from django.utils import timezone
from la_directory.freshness.links import token_of
from la_directory.models import CouncilPage, CouncilTeam, ReminderRound
council = CouncilPage.objects.get(gss_code={code!r})
CouncilTeam.objects.filter(council=council).update(team_mailbox="team@council.example")
round_, _ = ReminderRound.objects.get_or_create(council=council, opened_on=timezone.localdate())
mail, _ = round_.mails.get_or_create(address="team@council.example", defaults={{"sent_at": timezone.now()}})
print(token_of(mail))
"""


@pytest.fixture(scope="module")
def postcodes(site_server: Server, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("postcodes") / "postcodes.csv"
    file.write_text(POSTCODES)
    site_server.python("manage.py", "import_postcodes", str(file))


@pytest.fixture(scope="module")
def check_path(site_server: Server) -> str:
    """The path in the mail that asks a council to check its page."""
    token = site_server.python("-c", LINK_OF_A_REMINDER.format(code="S12000019")).strip()
    return f"/directory/check/{token}/"


def press(page: Page, target: Locator) -> None:
    """Presses and waits for the next page: without scripts nothing else tells that it has come."""
    with page.expect_navigation():
        target.click()


def test_from_the_home_page_to_a_telephone_number_in_three_steps(
    open_page: OpenPage, postcodes: None
) -> None:
    page = open_page("/", width=320, java_script_enabled=False)
    finder = page.locator(".es_finder")
    finder.get_by_role("textbox").fill("iv2 3aa")
    press(page, finder.get_by_role("button"))
    expect(page.locator("h1")).to_have_text("Highland")
    number = page.locator('main a[href^="tel:"]').first
    expect(number).to_be_visible()
    assert re.fullmatch(r"0\d{2,4}\s\d{3}\s\d{4}", number.inner_text())
    assert "q=" not in page.url


def test_a_district_of_two_councils_leads_to_either(open_page: OpenPage, postcodes: None) -> None:
    page = open_page("/local-authorities/find/?q=G33", width=320, java_script_enabled=False)
    answers = page.get_by_role("main").get_by_role("link", name=re.compile("Glasgow City|North Lanarkshire"))
    assert answers.count() >= 2
    press(page, page.get_by_role("main").get_by_role("link", name="North Lanarkshire").first)
    expect(page.locator("h1")).to_have_text("North Lanarkshire")


def test_councils_are_filtered_without_scripts(open_page: OpenPage, language: Language) -> None:
    page = open_page(f"{language.prefix}/local-authorities/", width=320, java_script_enabled=False)
    region = page.get_by_label(language.say("Region"))
    region.select_option(region.locator("option").filter(has_text=AYRSHIRE).get_attribute("value"))
    press(page, page.get_by_role("button", name=language.say("Show")).first)
    for council in ("East Ayrshire", "North Ayrshire", "South Ayrshire"):
        expect(page.get_by_role("main").get_by_role("link", name=council, exact=True).first).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Fife", exact=True)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_behind_the_mailed_link_can_be_used_by_everyone(
    open_page: OpenPage, check_path: str, width: int
) -> None:
    page = open_page(check_path, width=width, reduced_motion="reduce")
    keep_picture(page, f"check-{width}")
    assert axe_violations(page) == []
    assert sideways_scroll(page) == 0
    assert bad_stops(page) == []
    space_text(page)
    assert sideways_scroll(page) == 0
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()


def test_a_council_says_that_all_is_still_right(open_page: OpenPage, check_path: str) -> None:
    page = open_page(check_path, width=320, java_script_enabled=False)
    press(page, page.get_by_role("button", name="All still right").first)
    expect(page.get_by_role("main")).to_contain_text("Every entry has been checked")
    assert page.context.cookies() == []
    public = open_page("/local-authorities/midlothian/", width=320, java_script_enabled=False)
    expect(public.get_by_role("main")).to_contain_text("by Midlothian Council")
    expect(public.get_by_text("has not been checked")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_saying_that_a_contact_is_wrong(open_page: OpenPage, width: int) -> None:
    page = open_page("/local-authorities/fife/", width=width, java_script_enabled=False)
    press(page, page.locator('a[href^="/directory/report/"]').first)
    assert sideways_scroll(page) == 0
    path = page.url
    with_scripts = open_page(path, width=width)
    assert axe_violations(with_scripts) == []
    page.get_by_text("no longer exists").click()
    press(page, page.get_by_role("main").get_by_role("button").last)
    expect(page.locator("h1")).to_contain_text("Thank")
    assert page.context.cookies() == []


def test_the_leads_can_be_printed(open_page: OpenPage, language: Language) -> None:
    page = open_page(f"{language.prefix}/local-authorities/partnership-leads/")
    page.emulate_media(media="print")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(33)
    assert sideways_scroll(page) == 0
