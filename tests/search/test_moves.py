"""What moves into a private section is not found from that moment, and deleting what is private works."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from search import filling
from search.dates import date_in
from search.models import Entry
from search.results import find
from search.vocabulary import number_of_entries
from tests.factories.gaelic import in_gaelic
from tests.factories.pages import home_page, standard

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(demo_site: None) -> Page:
    page = standard(home_page(), "Staff")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


def test_a_page_moved_below_a_private_one_is_not_found(staff: Page) -> None:
    page = standard(home_page(), "Quokka plan")
    below = standard(page, "Quokka budget")
    assert Entry.objects.filter(page__in=[page.pk, below.pk]).count() == 2
    page.move(staff, pos="last-child")
    assert not Entry.objects.filter(page__in=[page.pk, below.pk]).exists()


def test_a_private_page_can_be_deleted(staff: Page) -> None:
    standard(staff, "Below")
    staff.delete()
    assert not Page.objects.filter(pk=staff.pk).exists()


def test_a_restriction_taken_away_leads_to_the_page_again(staff: Page) -> None:
    assert not Entry.objects.filter(page=staff).exists()
    PageViewRestriction.objects.get(page=staff).delete()
    assert Entry.objects.filter(page=staff).exists()


def test_a_translation_is_found_by_the_name_its_english_has_now(demo_site: None) -> None:
    page = standard(home_page(), "Quokka plan")
    gaelic = in_gaelic(page, title="Plana quokka")
    before = Entry.objects.get(page=gaelic).digest
    Entry.objects.filter(page=gaelic).update(digest="old", summary="old")
    page.summary = "Changed."
    page.save_revision().publish()
    assert Entry.objects.get(page=gaelic).digest == before


@pytest.mark.parametrize("words", ["October ፩፩፩፩ employability", "፩ October 2024", "October ²²²²"])
def test_digits_of_other_scripts_are_no_date_and_no_error(
    client: Client, demo_site: None, words: str
) -> None:
    assert client.get("/search/", {"q": words}).status_code == 200
    assert date_in(words) is None or date_in(words).day is None


def test_the_first_entries_are_found_although_none_were_known_before(demo_site: None) -> None:
    Entry.objects.all().delete()
    assert number_of_entries("en-gb") == 0
    filling.refresh_all()
    assert find("employability", "en-gb").everything


def test_whoever_gets_pages_with_some_of_the_words_is_told(client: Client, demo_site: None) -> None:
    assert "No page has all of these words" in client.get("/search/?q=quokka+employability").content.decode()
    assert "No page has all of these words" not in client.get("/search/?q=employability").content.decode()
