"""The page behind the mailed link: who may open it and for how long, and what its buttons do."""

from __future__ import annotations

import logging

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from cms.operations.log_lines import JsonLine
from la_directory.freshness.links import end_links_of, token_of
from la_directory.freshness.record import record_check
from la_directory.freshness.reminders import remind_councils
from la_directory.freshness.stamp import State, stamps_of
from la_directory.models import Check, ReminderMail
from tests.factories import councils
from tests.la_directory.freshness.conftest import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(clock, glasgow: Council) -> str:
    """The path of the link of the council's only editor."""
    glasgow.person()
    clock()
    remind_councils([glasgow.page])
    return path_of(ReminderMail.objects.get(round__council=glasgow.page))


def path_of(mail: ReminderMail) -> str:
    return reverse("la_directory:check", args=[token_of(mail)])


def reader() -> Client:
    """A browser that has never been here; the server's own checks of tokens are on."""
    return Client(enforce_csrf_checks=True)


def seen(client: Client, link: str) -> dict[str, str]:
    """What the page sends of itself: a name and a value for each entry."""
    html = BeautifulSoup(client.get(link).content, "html.parser")
    return {field["name"]: field["value"] for field in html.select("[name^=seen-]")}


def states(glasgow: Council) -> list[State]:
    records = [type(record).objects.get(pk=record.pk) for record in glasgow.records]
    stamps = stamps_of(records)
    return [stamps[record.translation_key].state() for record in records]


def test_looking_changes_nothing_and_leaves_nothing_behind(link: str, glasgow: Council) -> None:
    before = ReminderMail.objects.values().get(round__council=glasgow.page)
    response = reader().get(link)
    html = response.content.decode()
    assert response.status_code == 200 and not response.cookies
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "strict-origin"
    assert "noindex" in response["X-Robots-Tag"] and 'content="noindex"' in html
    assert "0141 496 0123" in html and "Employer team" in html and "First steps" in html
    shown = seen(reader(), link)
    ticked = {name.replace("seen", "right"): value for name, value in shown.items()}
    for query in ({"done": "checked"}, {"all": "1", **shown}, {"ticked": "1", **ticked}):
        html = reader().get(link, query).content.decode()
        assert "3 entries have to be checked" in html and "checked these entries today" not in html
    reader().head(link)
    assert states(glasgow) == [State.UNCHECKED] * 3
    assert ReminderMail.objects.values().get(round__council=glasgow.page) == before


def test_one_button_stamps_all_in_the_name_of_the_council(link: str, glasgow: Council) -> None:
    client = reader()
    sent = {"all": "1", **seen(client, link)}
    response = client.post(link, sent, headers={"origin": "http://testserver"})
    assert response["Location"] == f"{link}?done=checked" and not response.cookies
    assert states(glasgow) == [State.FRESH] * 3
    check = Check.objects.filter(translation_key=glasgow.contact.translation_key).get()
    assert (check.checked_for, check.checked_by.username) == ("Glasgow City Council", "editor")
    assert "Every entry has been checked" in client.get(response["Location"]).content.decode()


def test_a_list_can_be_ticked_and_only_what_was_seen_is_stamped(link: str, glasgow: Council) -> None:
    ticked = {name.replace("seen", "right"): value for name, value in list(seen(reader(), link).items())[:2]}
    glasgow.other.telephone = "0141 496 0999"
    glasgow.other.save_revision().publish()
    response = reader().post(link, {"ticked": "1", **ticked})
    assert response["Location"].endswith("?done=partly")
    assert states(glasgow) == [State.FRESH, State.UNCHECKED, State.UNCHECKED]
    assert reader().post(link, {"ticked": "1"})["Location"].endswith("?done=nothing")


def test_a_form_of_another_site_and_of_another_council_does_nothing(link: str, glasgow: Council) -> None:
    sent = {"all": "1", **seen(reader(), link)}
    answer = reader().post(link, sent, headers={"origin": "https://other.example"})
    assert answer.status_code == 403
    theirs = councils.contact(councils.council(glasgow.page.get_parent().specific, councils.FIFE))
    strange = [theirs.as_it_stands, "00000000-0000-4000-8000-000000000000:0", "", "\x00"]
    for button, field in (("all", "seen"), ("ticked", "right")):
        posted = {f"{field}-{number}": value for number, value in enumerate(strange)}
        answer = reader().post(link, {button: "1", **posted, f"{field}-": ""})
        assert answer["Location"].endswith("?done=partly")
    assert states(glasgow) == [State.UNCHECKED] * 3
    assert not Check.objects.filter(translation_key=theirs.translation_key).exists()


def closed(response: HttpResponse) -> tuple[int, str]:
    html = BeautifulSoup(response.content, "html.parser")
    assert response["Cache-Control"] == "private, no-store"
    return response.status_code, html.h1.get_text(strip=True)


ENDED = (410, "This link has ended")


def test_it_ends_after_thirty_days_and_a_changed_one_never_worked(clock, link: str) -> None:
    clock(days=30, hours=-1)
    assert reader().get(link).status_code == 200
    clock(days=30, seconds=1)  # summer time has ended in between
    assert closed(reader().get(link)) == closed(reader().post(link, {"all": "1"})) == ENDED
    assert closed(reader().get(f"{link[:-3]}x/")) == (404, "This link does not work")
    assert closed(reader().get("/directory/check/1/")) == (404, "This link does not work")


def test_it_ends_when_its_recipient_leaves(clock, link: str, glasgow: Council) -> None:
    editor = glasgow.team.members.get()
    colleague = glasgow.person("colleague")
    glasgow.team.team_mailbox = "team@council.example"
    glasgow.team.save()
    record_check(glasgow.records, by=None, name="x", at=clock(days=-200))
    clock(days=14)
    remind_councils([glasgow.page])
    mine, theirs, mailbox = (
        path_of(
            ReminderMail.objects.get(round__council=glasgow.page, address=address, sent_at__gte=clock(10))
        )
        for address in (editor.email, colleague.email, "team@council.example")
    )
    clock(days=15)
    assert [reader().get(path).status_code for path in (link, mine, theirs, mailbox)] == [200] * 4
    editor.groups.remove(glasgow.team.group)
    assert closed(reader().get(mine)) == closed(reader().get(link)) == ENDED
    assert end_links_of(editor) == 2
    editor.groups.add(glasgow.team.group)  # coming back opens no old link
    assert closed(reader().get(mine)) == ENDED
    colleague.is_active = False
    colleague.save()
    assert closed(reader().get(theirs)) == ENDED
    assert reader().get(mailbox).status_code == 200
    glasgow.team.team_mailbox = "new@council.example"
    glasgow.team.save()
    assert closed(reader().get(mailbox)) == ENDED


def test_no_log_shows_the_link(link: str) -> None:
    record = logging.LogRecord("django.request", 30, "", 0, "%s: %s", ("Gone", link), None)
    assert '"Gone: /directory/check/[hidden]"' in JsonLine().format(record)
