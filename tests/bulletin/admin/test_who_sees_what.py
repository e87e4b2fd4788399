"""Each page of editions and sendings, by each role, read and sent."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bulletin.models import EditionPage, Sending, SendingGate
from tests.bulletin.admin.conftest import ROLES, SignedIn
from tests.la_directory.permissions.asking import is_refused

pytestmark = pytest.mark.django_db

# Who may: of `ROLES`, the first letters. The council's people come no further than the gate of councils.
MAY_READ = {
    "bulletin_editions": "e m c",
    "bulletin_editions_results": "e m c",
    "bulletin_gate": "e m c",
    "bulletin_sending": "e m c",
    "bulletin_progress": "e m c",
    "bulletin_queue": "m c",
    "bulletin_report": "m c",
    "bulletin_report_results": "m c",
    "bulletin_cancel": "m c",
    "bulletin_uncertain": "m c",
}
MAY_SEND = {
    "bulletin_submit": "e m c",
    "bulletin_approve": "m c",
    "bulletin_queue": "m c",
    "bulletin_pause": "m c",
    "bulletin_resume": "m c",
    "bulletin_cancel": "m c",
    "bulletin_uncertain": "m c",
    "bulletin_gate": "c",
}
OF_SENDINGS = ("report", "report_results", "pause", "resume", "cancel", "uncertain")
OF_NOTHING = ("editions", "editions_results", "gate")
DATA = {"when": "now", "decision": "again"}


def address(name: str, edition: EditionPage, sending: Sending) -> str:
    short = name.removeprefix("bulletin_")
    if short in OF_NOTHING:
        return reverse(name)
    return reverse(name, args=[sending.pk if short in OF_SENDINGS else edition.pk])


def is_let_in(response: HttpResponse) -> bool:
    """A page, or led on to another one after what was asked for was done or could not be done."""
    if is_refused(response):
        return False
    leads_to_sign_in = response.status_code == 302 and "login" in response["Location"]
    return response.status_code in (200, 302) and not leads_to_sign_in


def let_in(words: str) -> set[str]:
    return {
        role for role in ROLES if {"editor": "e", "moderator": "m", "chief": "c"}.get(role) in words.split()
    }


@pytest.mark.parametrize("name", MAY_READ)
def test_reading(name: str, started: Sending, signed_in: SignedIn) -> None:
    url = address(name, started.edition, started)
    found = {role for role in ROLES if is_let_in(signed_in(role).get(url))}
    assert found == let_in(MAY_READ[name])


@pytest.mark.parametrize("name", MAY_SEND)
def test_sending(name: str, started: Sending, signed_in: SignedIn) -> None:
    url = address(name, started.edition, started)
    found = {role for role in ROLES if is_let_in(signed_in(role).post(url, DATA))}
    assert found == let_in(MAY_SEND[name])


@pytest.mark.parametrize("name", [name for name in MAY_SEND if name not in MAY_READ])
def test_what_changes_something_is_never_asked_for_by_a_link(
    name: str, started: Sending, signed_in: SignedIn
) -> None:
    assert signed_in("chief").get(address(name, started.edition, started)).status_code == 405


def test_reading_changes_nothing(started: Sending, signed_in: SignedIn) -> None:
    chief = signed_in("chief")
    for name in MAY_READ:
        chief.get(address(name, started.edition, started))
    before = Sending.objects.values().get(pk=started.pk)
    assert before["state"] == Sending.State.SENDING and started.edition.sendings.count() == 1
    assert not SendingGate.objects.exclude(held_since=None).exists()


def test_a_form_of_another_site_sends_nothing(started: Sending, signed_in: SignedIn) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in("chief").cookies
    for name in MAY_SEND:
        assert strict.post(address(name, started.edition, started), DATA).status_code == 403, name


def test_editors_see_numbers_but_nobody(started: Sending, signed_in: SignedIn) -> None:
    html = signed_in("editor").get(reverse("bulletin_sending", args=[started.edition_id])).content.decode()
    assert "0 of 4 are done" in html and "subscribers.example" not in html
    assert reverse("bulletin_report", args=[started.pk]) not in html


def test_the_menu_leads_there_for_those_who_write_or_send(signed_in: SignedIn, edition: EditionPage) -> None:
    home = reverse("wagtailadmin_home")
    url = reverse("bulletin_editions")
    shown = [role for role in ROLES if url in signed_in(role).get(home, follow=True).content.decode()]
    assert shown == ["editor", "moderator", "chief"]


@pytest.mark.parametrize("number", [999_999, 10**20])
def test_a_number_that_is_none_is_not_found(number: int, signed_in: SignedIn) -> None:
    chief = signed_in("chief")
    for name in ("sending", "progress", "queue", "report", "report_results", "cancel", "uncertain"):
        assert chief.get(reverse(f"bulletin_{name}", args=[number])).status_code == 404, name
    for name in ("submit", "approve", "queue", "pause", "resume", "cancel", "uncertain"):
        assert chief.post(reverse(f"bulletin_{name}", args=[number])).status_code == 404, name


def test_what_was_seen_may_be_any_words(edition: EditionPage, signed_in: SignedIn) -> None:
    client = signed_in("moderator")
    for seen in ("", "9" * 5000, "\x00"):
        assert client.post(reverse("bulletin_approve", args=[edition.pk]), {"seen": seen}).status_code == 302
