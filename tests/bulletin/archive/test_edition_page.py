"""An edition as a page of the site."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from bulletin.models import EditionPage
from cms.media.models import SiteDocument
from tests.bulletin import office
from tests.bulletin.archive import editions
from tests.bulletin.archive.editions import item
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

PASSED = "This date has passed."


def main(client: Client, edition: EditionPage) -> BeautifulSoup:
    response = client.get(edition.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days)


def test_it_begins_with_its_name_its_kind_and_its_opening(client: Client) -> None:
    edition = editions.live(introduction="<p>Welcome to <b>all</b>.</p>")
    editions.mailed(edition, started_at=editions.moment(2031, 10, 21))
    soup = main(client, edition)
    assert soup.h1.text == "E-bulletin, October 2031"
    assert soup.select_one(".ds_page-header__label").text == "Monthly edition"
    assert "Welcome to all." in soup.text
    assert "Sent 21 October 2031" in soup.header.text


def test_a_special_edition_says_its_kind_and_month(client: Client) -> None:
    soup = main(client, editions.live("2031-10-your-say"))
    assert soup.select_one(".ds_page-header__label").text == "Special edition"
    assert "October 2031" in soup.header.text


@pytest.mark.parametrize(("headings", "has_contents"), [(2, False), (3, True)])
def test_more_than_two_sections_have_a_list_of_contents(
    client: Client, headings: int, has_contents: bool
) -> None:
    soup = main(client, editions.live(sections=editions.items(office.story(), headings=headings)))
    shown = [heading.text for heading in soup.select(".es_edition-section > h2")]
    assert shown == list(editions.HEADINGS[:headings])
    links = [link["href"] for link in soup.select(".es_contents a")]
    assert links == (["#part-one", "#part-two", "#part-three"] if has_contents else [])


def test_an_empty_section_is_left_out(client: Client) -> None:
    soup = main(client, editions.live(sections=editions.items()))
    assert not soup.select(".es_edition-section")


def test_each_kind_of_item_shows_its_facts(client: Client) -> None:
    blocks = [
        item("event", day="2031-11-12", time="10am to noon", place="Perth"),
        item("funding", deadline="2031-11-28"),
        item("vacancy", employer="A charity", place="Wick", closes="2031-11-30"),
        {"type": "free_text", "value": {"text": "<p>Words of our own.</p>"}},
    ]
    text = " ".join(main(client, editions.live(sections=editions.items(*blocks))).text.split())
    for words in (
        "Date: 12 November 2031, 10am to noon",
        "Place: Perth",
        "Apply by: 28 November 2031",
        "Employer: A charity",
        "Closes: 30 November 2031",
        "Words of our own.",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("kind", "field"), [("event", "day"), ("funding", "deadline"), ("vacancy", "closes")]
)
@pytest.mark.parametrize(("days", "has_passed"), [(-1, True), (0, False), (1, False)])
def test_what_is_over_is_marked_and_calls_nobody(
    client: Client, kind: str, field: str, days: int, has_passed: bool
) -> None:
    there = {"address": "https://fund.example/", "link_words": "Take part"}
    soup = main(
        client, editions.live(sections=editions.items(item(kind, **there, **{field: str(day(days))})))
    )
    assert (PASSED in soup.text) is has_passed
    assert bool(soup.find("a", href="https://fund.example/")) is not has_passed


def test_an_item_takes_title_and_summary_from_its_page(client: Client) -> None:
    page = pages.standard(pages.home_page(), "Guidance for key workers")
    soup = main(
        client, editions.live(sections=editions.items(item("story", page=page.pk, title="", summary="")))
    )
    assert soup.find("a", string="Guidance for key workers")["href"] == page.url
    assert "About Guidance for key workers." in soup.text


def test_of_a_page_that_is_a_draft_only_own_words_are_shown(client: Client) -> None:
    page = pages.standard(pages.home_page(), "Secret plan")
    blocks = [
        item("story", page=page.pk, title="", summary=""),
        item("story", page=page.pk, title="In our words"),
    ]
    edition = editions.live(sections=editions.items(*blocks))
    page.unpublish()
    soup = main(client, edition)
    assert "Secret plan" not in soup.text
    assert soup.find("h3", string="In our words") and not soup.find("a", string="In our words")
    assert len(soup.select(".es_item")) == 1


def test_a_picture_says_what_it_shows_and_waits_until_it_is_seen(client: Client) -> None:
    value = {"image": office.picture().pk, "alt_text": "A bus in the hills", "decorative": False}
    stories = editions.items(item("story", picture=value), item("story", picture=value))
    first, second = main(client, editions.live(sections=stories)).find_all("img")
    assert first["alt"] == second["alt"] == "A bus in the hills"
    assert first.get("loading") is None, "the first of a page is fetched at once"
    assert second["loading"] == "lazy"
    assert second["width"] and second["height"]


def test_it_leads_to_the_editions_before_and_after(client: Client) -> None:
    older, special, newer = (editions.live(slug) for slug in ("2031-09", "2031-10-your-say", "2031-11"))
    edition = editions.live("2031-10")
    when = editions.moment(2031, 10, 29)
    EditionPage.objects.filter(pk=edition.pk).update(first_published_at=when)

    def ways(of: EditionPage) -> list[str]:
        return [link["href"] for link in main(client, of).select(".ds_sequential-nav a")]

    assert ways(older) == [special.url]
    assert ways(special) == [older.url, edition.url]
    assert ways(edition) == [special.url, newer.url]
    assert ways(newer) == [edition.url]


def test_a_correction_is_a_dated_note(client: Client) -> None:
    edition = editions.live()
    office.change(edition, None, introduction="<p>Put right.</p>", change_note="Corrected the place.")
    edition.get_latest_revision().publish()
    soup = main(client, EditionPage.objects.get(pk=edition.pk))
    assert "Corrected the place." in soup.select_one(".es_history").text


def test_an_edition_from_elsewhere_offers_what_is_left_of_it(client: Client) -> None:
    file = SiteDocument(title="Edition of old", accessibility="unknown")
    file.file.save("old.pdf", office.get_test_image_file())
    file.file_size = 2100
    file.save()
    there = "https://old.example/editions/7/"
    edition = editions.live(origin="elsewhere", original_file=file, original_address=there, sections=[])
    soup = main(client, edition)
    assert "This edition was sent by other means" in soup.text
    assert soup.find("a", string="Edition of old")["href"] == file.url
    assert "PDF" in soup.text and "2.1" in soup.text
    assert soup.find("a", href=there)
    assert "View the e-mail" not in soup.text
    assert client.get(f"{edition.url}text/").status_code == 404


def test_a_draft_can_be_previewed() -> None:
    draft = office.edition(sections=editions.items(office.story(), headings=3))
    response = draft.make_preview_request()
    assert response.status_code == 200
    assert "Part three" in response.content.decode()
    assert "All editions" not in response.content.decode()
