"""What the people of a council find when they have signed in."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.menu import admin_menu
from wagtail.models import Page

from cms.page_cache import generation
from la_directory.freshness.record import record_check
from la_directory.models import Check, RecordReport, Wrong
from tests.factories import councils
from tests.la_directory import editor
from tests.la_directory.editor import PUBLISH, SAVE, SUBMIT

pytestmark = pytest.mark.django_db

BUDGET = 20
RIGHT = "/admin/my-council/all-still-right/"


def home(person: editor.Editor) -> BeautifulSoup:
    return BeautifulSoup(person.client.get("/admin/").content, "html.parser")


def text_of(html: BeautifulSoup, heading: str) -> str:
    return " ".join(html.find(id=heading).parent.get_text(" ").split())


def checked(record: Page, days_ago: int) -> None:
    at = timezone.localtime() - timedelta(days=days_ago)
    record_check([record], by=None, name="Glasgow City Council", at=at)


def test_it_takes_the_place_of_the_dashboard_for_them_alone(glasgow, morag, moderator):
    assert home(morag).h1.get_text(" ", strip=True) == "My council Glasgow City Council"
    assert home(morag).title.get_text(strip=True).startswith("My council")
    assert "Waiting for you" in str(home(moderator))
    assert moderator.client.get(RIGHT).url == reverse("wagtailadmin_home")
    moderator.user.groups.add(glasgow.team.group)
    assert "Waiting for you" in str(home(moderator))
    morag.client.logout()
    assert morag.client.get("/admin/").url.startswith("/admin/login/")


def test_the_menu_has_five_entries_at_most_and_starts_at_their_council(glasgow, morag):
    request = morag.client.get("/admin/").wsgi_request
    items = sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)
    assert [item.name for item in items] == ["my-council", "council-pages", "images", "documents", "help"]
    assert items[1].url == reverse("wagtailadmin_explore", args=[glasgow.pk])


def test_drafts_and_records_are_shown_with_their_states(glasgow, contact, service, morag):
    gone = councils.contact(glasgow, "Old desk")
    gone.unpublish()
    morag.press(SAVE, contact, telephone="0141 496 0999")
    morag.press(SUBMIT, service, cost="Free")
    html = home(morag)
    waiting = text_of(html, "waiting")
    assert "Employability team (contact) On the site; with changes that readers do not see yet" in waiting
    assert "First steps (local service) On the site; changes wait for approval Changed by Morag on" in waiting
    assert "Old desk" not in waiting and "Old desk Taken off the site" in text_of(html, "part-1")
    [link] = [link for link in html.select("#part-1 ~ ul a") if "team" in link.text]
    assert link["href"] == reverse("wagtailadmin_pages:edit", args=[contact.pk]) + "?next=/admin/"
    morag.press(PUBLISH, contact)
    assert "Employability team" not in text_of(home(morag), "waiting")


def test_readers_reports_are_shown_until_they_are_dealt_with(glasgow, contact, morag):
    RecordReport.objects.create(
        council=glasgow,
        translation_key=contact.translation_key,
        record_title=contact.title,
        wrong=Wrong.REACH,
    )
    html = home(morag)
    assert "Employability team : The telephone number" in text_of(html, "reports")
    button = html.select_one("button[name=deal_with]")
    morag.client.post(button.find_parent("form")["action"], {"deal_with": button["value"]})
    assert home(morag).find(id="reports") is None


def test_what_is_due_is_listed_and_stamped_as_it_was_shown(glasgow, contact, service, morag):
    stale, due = contact, councils.contact(glasgow, "Front desk")
    fresh, never = councils.service(glasgow, "Second steps"), service
    holds = settings.CHECK_HOLDS_DAYS
    for record, days in ((fresh, 1), (due, holds - 45), (stale, holds + 1)):
        checked(record, days)
    assert "3 entries are due" in text_of(home(morag), "check")

    form = BeautifulSoup(morag.client.get(RIGHT).content, "html.parser")
    assert [heading.text for heading in form.select("form h2")] == [stale.title, due.title, never.title]
    assert "Help to plan." in form.select("dl")[2].text
    before = Check.objects.count()
    stale.telephone = "0141 496 0999"
    stale.save_revision().publish()
    values = [field["value"] for field in form.select("input[name=record]")]
    answer = morag.client.post(RIGHT, {"record": [*values, "nonsense"]}, follow=True)
    assert "2 entries are checked." in str(answer.content.decode())
    assert "Some entries changed after they were shown to you." in answer.content.decode()
    assert Check.objects.count() == before + 2
    last = Check.objects.filter(translation_key=never.translation_key).get()
    assert (last.checked_by, last.checked_for) == (morag.user, "Glasgow City Council")


def test_nobody_stamps_for_another_council(glasgow, morag):
    fife = councils.council(glasgow.get_parent(), councils.FIFE)
    theirs = councils.contact(fife)
    value = f"{theirs.translation_key}:{theirs.content_digest}"
    assert value not in morag.client.get(RIGHT).content.decode()
    morag.client.post(RIGHT, {"record": [value]})
    assert not Check.objects.filter(translation_key=theirs.translation_key).exists()


def test_the_number_of_queries_does_not_grow(glasgow, morag):
    def number_of_queries() -> tuple[int, str]:
        morag.client.get("/admin/")
        generation.forget()
        with CaptureQueriesContext(connection) as queries:
            assert morag.client.get("/admin/").status_code == 200
        return len(queries), "\n".join(
            query["sql"][:120] + " ... " + query["sql"][query["sql"].find(" FROM ") :][:220]
            for query in queries
        )

    councils.contact(glasgow, "Contact 1").save_revision(user=morag.user)
    few, _names = number_of_queries()
    for number in range(2, 6):
        councils.contact(glasgow, f"Contact {number}").save_revision(user=morag.user)
        service = councils.service(glasgow, f"Service {number}")
        service.get_workflow().start(service, morag.user)
    many, names = number_of_queries()
    assert few == many <= BUDGET, names
