"""The page of a sending says where the edition stands and offers one next step."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Site

from bulletin.models import BulletinSettings, Delivery, EditionPage, Sending, SendingGate, SendingWorker
from bulletin.send import states
from cms.accounts.models import User
from tests.bulletin import office
from tests.bulletin.admin.conftest import SignedIn
from tests.bulletin.admin.pressing import page_of, press, said, steps, words

pytestmark = pytest.mark.django_db


def test_a_draft_says_what_is_missing_and_is_not_submitted_before(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    office.change(edition, people["editor"], subject="")
    editor = signed_in("editor")
    soup = page_of(editor, edition)
    assert "before the edition can be sent Subject" in words(soup) and steps(soup) == ["Change the edition"]
    assert "Not submitted yet" in press(editor, "submit", edition)
    assert not edition.workflow_in_progress


def test_a_complete_draft_is_submitted_and_names_who_approves(
    edition: EditionPage, signed_in: SignedIn
) -> None:
    editor = signed_in("editor")
    assert steps(page_of(editor, edition))[0] == "Submit for approval"
    assert "waits for approval now" in press(editor, "submit", edition)
    shown = words(page_of(editor, edition))
    assert "It waits for approval by: Boyd" in shown
    assert "already waits" in press(editor, "submit", edition)


def test_the_approver_approves_what_they_saw(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    office.submit(edition, people["editor"])
    moderator = signed_in("moderator")
    soup = page_of(moderator, edition)
    assert "It waits for you" in words(soup) and steps(soup)[0] == "Approve"
    seen = soup.select_one("[name=seen]")["value"]
    office.change(edition, people["editor"], subject="Changed meanwhile")
    assert "was changed after you opened it" in press(moderator, "approve", edition, seen=seen)
    seen = page_of(moderator, edition).select_one("[name=seen]")["value"]
    assert "is approved" in press(moderator, "approve", edition, seen=seen)


def test_an_author_is_told_that_somebody_else_has_to_approve(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    office.change(edition, people["moderator"], subject="By the moderator")
    office.submit(edition, people["moderator"])
    chosen = BulletinSettings.for_site(Site.objects.get(is_default_site=True))
    chosen.approver = people["moderator"]
    chosen.save()
    soup = page_of(signed_in("moderator"), edition)
    assert "somebody else has to approve it" in words(soup)
    assert "nobody may give it save an administrator" in words(soup)
    assert "Approve" not in steps(soup)


def test_wishes_for_changes_are_shown_and_answered(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    state = office.submit(edition, people["editor"])
    state.reject(user=people["moderator"], comment="Shorter, please.")
    editor = signed_in("editor")
    soup = page_of(editor, edition)
    assert "Boyd has asked for changes. Shorter, please." in words(soup)
    press(editor, "submit", edition)
    assert "It waits for you" in words(page_of(signed_in("moderator"), edition))


def test_a_lost_approval_is_named(
    approved: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    assert "Approved by Boyd" in words(page_of(signed_in("editor"), approved))
    office.change(approved, people["editor"], subject="Another subject")
    shown = words(page_of(signed_in("editor"), approved))
    assert "Boyd approved it on" in shown and "has to be approved again" in shown


def test_numbers_add_up_while_it_is_sent(started: Sending, signed_in: SignedIn) -> None:
    State = Delivery.State
    for delivery, state in zip(
        started.deliveries.all(), (State.SENT, State.FAILED, State.IN_FLIGHT, State.UNCERTAIN), strict=True
    ):
        Delivery.objects.filter(pk=delivery.pk).update(state=state)
    soup = page_of(signed_in("moderator"), started.edition)
    rows = {row.th.get_text(strip=True): int(row.td.get_text()) for row in soup.select(".es_counts tr")}
    assert rows == {"Sent": 1, "Failed": 1, "Skipped": 0, "Waiting": 1, "Uncertain": 1, "Audience": 4}
    bar = soup.find("progress")
    assert (bar["value"], bar["max"]) == ("3", "4") and "3 of 4 are done: 75 per cent" in words(soup)
    assert soup.find("label", attrs={"for": bar["id"]})


def test_a_queue_without_a_worker_is_said(queued: Sending, signed_in: SignedIn) -> None:
    moderator = signed_in("moderator")
    assert "no worker is running" in words(page_of(moderator, queued.edition))
    SendingWorker.objects.create(name="one")
    assert "no worker is running" not in words(page_of(moderator, queued.edition))


def test_nobody_working_on_it_is_said(started: Sending, signed_in: SignedIn) -> None:
    assert "None is running" in words(page_of(signed_in("moderator"), started.edition))


def test_pause_resume_and_cancel(started: Sending, signed_in: SignedIn) -> None:
    moderator, edition = signed_in("moderator"), started.edition
    assert "Paused." in press(moderator, "pause", started)
    soup = page_of(moderator, edition)
    assert "Paused by a person" in words(soup) and steps(soup)[:2] == ["Resume", "Cancel the sending"]
    assert "cannot be paused" in press(moderator, "pause", started)
    assert "Resumed." in press(moderator, "resume", started)
    assert "cannot be resumed" in press(moderator, "resume", started)
    asked = moderator.get(reverse("bulletin_cancel", args=[started.pk])).content.decode()
    assert "has been sent to 0, and 4 still wait" in " ".join(asked.split())
    assert "Cancelled." in press(moderator, "cancel", started)
    assert "cannot be cancelled" in press(moderator, "cancel", started)
    assert "ended already" in said(moderator.get(reverse("bulletin_cancel", args=[started.pk])))


def test_cancelled_before_the_first_mail_it_is_as_before(queued: Sending, signed_in: SignedIn) -> None:
    moderator = signed_in("moderator")
    asked = moderator.get(reverse("bulletin_cancel", args=[queued.pk])).content.decode()
    assert "Nobody has been sent" in asked
    press(moderator, "cancel", queued)
    assert steps(page_of(moderator, queued.edition)) == ["Queue it for sending"]


def test_cancelled_in_the_middle_it_goes_to_the_others(started: Sending, signed_in: SignedIn) -> None:
    Delivery.objects.filter(pk=started.deliveries.first().pk).update(state=Delivery.State.SENT)
    moderator = signed_in("moderator")
    press(moderator, "cancel", started)
    assert "cancelled after 1 had been reached" in words(page_of(moderator, started.edition))
    asked = moderator.get(reverse("bulletin_queue", args=[started.edition_id])).content.decode()
    assert "3 subscribers" in asked and "1 have it already" in asked


def test_each_act_is_one_entry_in_the_log(
    queued: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    moderator = signed_in("moderator")
    for act in ("pause", "resume", "cancel"):
        press(moderator, act, queued)
        press(moderator, act, queued)
    entries = PageLogEntry.objects.filter(page=queued.edition_id, action__startswith="bulletin.")
    acts = ["bulletin.queue", "bulletin.pause", "bulletin.resume", "bulletin.cancel"]
    assert [entry.action for entry in entries.order_by("pk") if entry.action in acts] == acts
    assert {entry.user for entry in entries.filter(action__in=acts)} == {people["moderator"]}
    assert "@" not in str([entry.data for entry in entries])


def test_a_sent_one_leads_to_its_report(started: Sending, signed_in: SignedIn) -> None:
    started.deliveries.update(state=Delivery.State.SENT, sent_at=timezone.now())
    assert states.finish(started.pk)
    soup = page_of(signed_in("moderator"), started.edition)
    assert "4 have it" in words(soup) and steps(soup) == ["Open the report"]


def test_a_closed_gate_is_the_first_thing_one_reads(approved: EditionPage, signed_in: SignedIn) -> None:
    SendingGate.objects.update_or_create(
        pk=1, defaults={"identity": "another", "held_since": timezone.now(), "held_because": "It is a copy."}
    )
    moderator = signed_in("moderator")
    for url in (
        reverse("bulletin_sending", args=[approved.pk]),
        reverse("bulletin_queue", args=[approved.pk]),
        reverse("bulletin_editions"),
        reverse("bulletin_gate"),
    ):
        assert "It is a copy." in moderator.get(url).content.decode(), url
    assert "An administrator can let it send" in moderator.get(reverse("bulletin_gate")).content.decode()
    chief = signed_in("chief")
    assert "sends again" in said(chief.post(reverse("bulletin_gate")))
    assert "already sends" in said(chief.post(reverse("bulletin_gate")))


def test_an_edition_from_elsewhere_offers_nothing(people: dict[str, User], signed_in: SignedIn) -> None:
    old = office.edition(people["editor"], origin="elsewhere", title="March 2021", slug="2021-03")
    soup = page_of(signed_in("moderator"), old)
    assert "cannot be mailed" in words(soup) and steps(soup) == []


def test_what_moves_comes_alone_for_the_script(started: Sending, signed_in: SignedIn) -> None:
    html = signed_in("editor").get(reverse("bulletin_progress", args=[started.edition_id])).content.decode()
    assert html.count("<progress") == 1 and "<html" not in html and 'data-stage="sending"' in html


def test_a_missed_time_asks_a_person(queued: Sending, signed_in: SignedIn) -> None:
    Sending.objects.filter(pk=queued.pk).update(
        state="paused", pause_reason="missed", send_at=timezone.now() - timedelta(days=1)
    )
    soup = page_of(signed_in("moderator"), queued.edition)
    assert "Its time had passed" in words(soup) and "Nobody has been sent it" in words(soup)
    assert not soup.find("progress")
