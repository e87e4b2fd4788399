"""“Something has changed”: always to SG first, never over somebody else's work, never lost."""

from __future__ import annotations

from smtplib import SMTPServerDisconnected

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from wagtail.models import PageLogEntry, Workflow

from cms.pages.waiting import waiting_for
from la_directory.freshness import correct
from la_directory.freshness.links import token_of
from la_directory.freshness.reminders import remind_councils
from la_directory.freshness.stamp import stamps_of
from la_directory.models import ContactPage, RecordReport, ReminderMail
from tests.la_directory.freshness.conftest import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(clock, glasgow: Council) -> str:
    glasgow.person()
    clock()
    remind_councils([glasgow.page])
    mail.outbox.clear()
    return f"/directory/check/{token_of(ReminderMail.objects.get(round__council=glasgow.page))}/"


def send(client: Client, path: str, **values: str) -> object:
    """What the form would send: its fields as they stand, and over them what a person types."""
    html = BeautifulSoup(client.get(path).content, "html.parser")
    form = html.select_one("main form")
    sent = {
        field["name"]: field.get("value", "") for field in form.select("input[name]:not([type=checkbox])")
    }
    sent |= {field["name"]: "\r\n".join(field.text.splitlines()) for field in form.select("textarea")}
    return client.post(path, {**sent, **values})


def live(glasgow: Council) -> ContactPage:
    return ContactPage.objects.get(pk=glasgow.contact.pk)


def reports(glasgow: Council) -> list[RecordReport]:
    return list(RecordReport.objects.filter(council=glasgow.page).order_by("pk"))


def test_a_correction_waits_as_a_draft_and_is_a_check_once_approved(
    client: Client, link: str, glasgow: Council, admin_user, clock
) -> None:
    path = f"{link}{glasgow.contact.translation_key}/"
    response = send(client, path, telephone="0141 496 0777", is_vacant="on")
    assert response["Location"] == f"{link}?done=corrected"
    contact = live(glasgow)
    assert str(contact.telephone) == "0141 496 0123" and contact.has_unpublished_changes
    draft = contact.get_latest_revision()
    assert str(draft.as_object().telephone) == "0141 496 0777" and draft.user is None
    assert contact.current_workflow_state.requested_by is None
    assert "Employability team" in [item.title for item in waiting_for(admin_user)]
    assert not contact.get_lock().for_user(glasgow.team.members.get())  # may publish contacts at once
    entry = PageLogEntry.objects.get(action="la_directory.corrected_by_link")
    assert entry.message == "Corrected by Glasgow City Council through its mailed link"
    [report] = reports(glasgow)
    assert report.comment == "Telephone: 0141 496 0123 → 0141 496 0777\nPost vacant: No → Yes"
    assert "It waits for the Scottish Government" in client.get(link).content.decode()

    clock(days=6)
    contact.current_workflow_state.current_task_state.approve(user=admin_user)
    contact = live(glasgow)
    assert str(contact.telephone) == "0141 496 0777"
    stamp = stamps_of([contact])[contact.translation_key]
    assert (str(stamp.checked_on), stamp.checked_for) == ("2026-10-01", "Glasgow City Council")
    assert reports(glasgow)[0].is_dealt_with


def test_a_newer_draft_is_left_alone_and_the_correction_kept_in_words(
    client: Client, link: str, glasgow: Council, government
) -> None:
    glasgow.contact.email = "half.written@council.example"
    theirs = glasgow.contact.save_revision()
    send(client, f"{link}{glasgow.contact.translation_key}/", telephone="0141 496 0777", note="Shut at 4 pm")
    assert live(glasgow).get_latest_revision() == theirs
    values, note = reports(glasgow)
    assert values.comment == "Telephone: 0141 496 0123 → 0141 496 0777" and values.draft is None
    assert note.comment == "Shut at 4 pm"
    assert any("2 reports" in item.title for item in waiting_for(government))


def test_for_a_service_words_are_kept_for_government(client: Client, link: str, glasgow: Council) -> None:
    send(client, f"{link}{glasgow.service.translation_key}/", note="It is free now. Ask 0141 496 0555")
    [report] = reports(glasgow)
    assert report.comment == "It is free now. Ask 0141 496 0555"
    assert not type(glasgow.service).objects.get(pk=glasgow.service.pk).has_unpublished_changes


def test_what_another_process_saves_while_this_one_waits_is_seen(
    client: Client, link: str, glasgow: Council, monkeypatch
) -> None:
    def wait_for_another(record: ContactPage) -> None:
        theirs = ContactPage.objects.get(pk=record.pk)
        theirs.email = "half.written@council.example"
        theirs.save_revision()
        lock(record)

    lock = correct._lock
    monkeypatch.setattr(correct, "_lock", wait_for_another)
    send(client, f"{link}{glasgow.contact.translation_key}/", telephone="0141 496 0777")
    assert live(glasgow).get_latest_revision_as_object().email == "half.written@council.example"
    assert reports(glasgow)[0].draft is None


def test_what_cannot_be_is_refused_in_words(client: Client, link: str, glasgow: Council) -> None:
    ContactPage.objects.filter(pk=glasgow.contact.pk).update(address="1 High Street\nGlasgow")
    path = f"{link}{glasgow.contact.translation_key}/"
    for typed, words in (
        ({}, "Change what is no longer right, or say what has changed"),
        ({"telephone": "12"}, "Enter a valid phone number"),
        ({"telephone": "0141 496 0123 ext 4"}, "Leave the extension out of the number"),
        ({"seen": "", "telephone": "0141 496 0777"}, "Somebody changed this entry after you opened it"),
    ):
        response = send(client, path, **typed)
        assert response.status_code == 200 and words in response.content.decode()
    assert reports(glasgow) == [] and not live(glasgow).has_unpublished_changes
    other = client.get(f"{link}00000000-0000-4000-8000-000000000000/")
    assert other.status_code == 404 and "no longer there" in other.content.decode()


def test_a_relay_that_is_away_loses_no_correction(
    client: Client, link: str, glasgow: Council, government, monkeypatch
) -> None:
    def is_away(*place: object) -> None:
        raise SMTPServerDisconnected

    monkeypatch.setattr(Workflow, "start", is_away)
    send(client, f"{link}{glasgow.contact.translation_key}/", telephone="0141 496 0777")
    assert live(glasgow).has_unpublished_changes
    assert any("1 report" in item.title for item in waiting_for(government))
