"""What readers can open is found, and nothing else."""

from __future__ import annotations

import pytest
from wagtail.models import Page, PageViewRestriction

from cms.pages.search_entries import SearchKind
from search import filling
from search.models import Entry
from search.results import find
from tests.factories import councils, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def zebra() -> Page:
    return pages.standard(pages.home_page(), "Zebra crossing", body=[("text", "<p>Black and quagga.</p>")])


def found(words: str) -> list[str]:
    return [match.heading for match in find(words, "en-gb").everything]


def test_a_page_is_found_when_it_is_published(zebra: Page) -> None:
    assert found("zebras") == found("quagga") == ["Zebra crossing"]


def test_a_changed_page_is_found_by_its_new_words_only(zebra: Page) -> None:
    zebra.title = zebra.summary = "Giraffe crossing"
    zebra.slug = "giraffe-crossing"
    zebra.save_revision().publish()
    assert found("zebra") == []
    assert found("giraffe") == ["Giraffe crossing"]


def test_a_draft_is_not_found(zebra: Page) -> None:
    zebra.title = "Giraffe crossing"
    zebra.save_revision()
    assert found("giraffe") == []


def test_a_page_that_is_withdrawn_or_deleted_is_not_found(zebra: Page) -> None:
    zebra.unpublish()
    assert found("zebra") == []
    zebra.save_revision().publish()
    assert found("zebra")
    zebra.delete()
    assert found("zebra") == [] and not Entry.objects.filter(heading="Zebra crossing").exists()


def test_a_restricted_page_and_those_below_it_are_not_found(zebra: Page) -> None:
    pages.standard(zebra, "Zebra foal")
    restriction = PageViewRestriction.objects.create(page=zebra, restriction_type="login")
    assert found("zebra") == []
    restriction.delete()
    assert len(found("zebra")) == 2


def test_pages_below_take_over_a_new_title(zebra: Page, django_capture_on_commit_callbacks) -> None:
    pages.standard(zebra, "Foal")
    zebra.title = "Giraffe"
    with django_capture_on_commit_callbacks(execute=True):
        zebra.save_revision().publish()
    assert Entry.objects.get(heading="Foal").trail == "Giraffe"


def test_a_moved_page_is_found_at_its_new_address(zebra: Page, django_capture_on_commit_callbacks) -> None:
    below = pages.standard(zebra, "Foal")
    other = pages.standard(pages.home_page(), "Other")
    with django_capture_on_commit_callbacks(execute=True):
        zebra.move(other, "last-child")
    assert Entry.objects.get(page=below).address == "/other/zebra-crossing/foal/"


def test_a_second_comparison_writes_nothing(zebra: Page) -> None:
    filling.refresh_all()
    assert filling.refresh_all() == (0, 0)


def test_a_site_without_entries_is_filled_soon_and_another_is_left_to_the_night(zebra: Page) -> None:
    Entry.objects.filter(page=zebra).delete()
    filling.refresh_if_empty()
    assert found("zebra") == []
    Entry.objects.all().delete()
    filling.refresh_if_empty()
    assert found("zebra") == ["Zebra crossing"]


def test_a_comparison_mends_what_was_missed(zebra: Page) -> None:
    Entry.objects.filter(page=zebra).delete()
    gone = pages.standard(pages.home_page(), "Giraffe")
    Page.objects.filter(pk=gone.pk).update(live=False)
    filling.refresh_all()
    assert found("zebra") == ["Zebra crossing"]
    assert found("giraffe") == []


def test_contacts_and_services_are_found_through_their_council() -> None:
    glasgow = councils.council(councils.directory(pages.home_page()))
    contact = councils.contact(glasgow, "Night line", telephone="0131 496 0123")
    entry = Entry.objects.get(page=contact)
    assert (entry.kind, entry.council) == (SearchKind.CONTACT, "Glasgow City")
    assert "#contact-" in entry.address
    assert found("glasgow night line")[0] == found("0131 496 0123")[0] == "Night line"
