"""Handing the outbox over to a relay that is not always willing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.db.models import F
from django.utils import timezone

from cms.mail import clock_jobs, hand_over, outbox, purposes
from cms.mail.hand_over import ALL_WAIT, MOST_ATTEMPTS, is_anything_due
from cms.mail.models import OutboxMail
from cms.mail.purposes import Words
from tests.mail.relay import Fault, Relay

pytestmark = pytest.mark.django_db
READER = "reader@example.org"
OTHER = "other@example.org"
PURPOSE = "tests.greeting"


@pytest.fixture(autouse=True)
def words(monkeypatch: pytest.MonkeyPatch) -> Callable[[purposes.Maker], None]:
    """Change what makes the words; at first they are a greeting."""

    def change(make: purposes.Maker) -> None:
        monkeypatch.setitem(purposes._makers, PURPOSE, make)

    change(lambda mail: Words("Good morning", "All the best"))
    return change


def only() -> OutboxMail:
    return OutboxMail.objects.get()


def let_time_pass(by: timedelta = timedelta(hours=3)) -> None:
    OutboxMail.objects.update(not_before=F("not_before") - by, leased_until=F("leased_until") - by)


def taken(relay: Relay, address: str = READER) -> EmailMessage:
    return message_from_bytes(relay.ledger[address].accepted[-1].message, policy=policy.default)


def test_a_mail_is_a_whole_message_with_the_headers_of_automatic_mail(relay: Relay, words, settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Employability in Scotland <no-reply@employability.example>"
    words(
        lambda mail: Words(
            "Fàilte – welcome",
            "Tha sinn toilichte.\n.\n" + "x" * 2000,
            "<p>Fàilte</p>",
            {"X-Kind": "welcome"},
        )
    )
    outbox.post(READER, PURPOSE)
    assert hand_over.hand_over() == 1
    assert not OutboxMail.objects.exists()
    raw, mail = relay.ledger[READER].accepted[0].message, taken(relay)
    assert (mail["To"], mail["Subject"], mail["X-Kind"]) == (READER, "Fàilte – welcome", "welcome")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@employability.example>")
    assert mail["Date"].datetime
    assert mail.get_body(("plain",)).get_content().splitlines()[:2] == ["Tha sinn toilichte.", "."]
    assert mail.get_body(("html",)).get_content().strip() == "<p>Fàilte</p>"
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert relay.ledger.commands[1][1] == "MAIL FROM:<no-reply@employability.example>"


def test_mail_waits_while_the_relay_is_away_and_goes_when_it_is_back(relay: Relay) -> None:
    relay.configure(outage="refused")
    outbox.post(READER, PURPOSE)
    assert hand_over.hand_over() == 0
    assert (only().attempts, only().claim) == (0, "")
    assert only().last_reply.startswith(ALL_WAIT)
    relay.configure(outage="")
    let_time_pass()
    assert hand_over.hand_over() == 1
    assert relay.ledger.accepted == {READER}


def test_new_mail_does_not_ask_a_relay_that_has_just_been_away(relay: Relay) -> None:
    relay.configure(outage="421")
    outbox.post(READER, PURPOSE)
    hand_over.hand_over()
    outbox.post(OTHER, PURPOSE)
    assert not is_anything_due()
    assert hand_over.hand_over() == 0
    assert relay.ledger.counts["connections"] == 1


def test_pauses_grow_with_the_time_the_relay_has_been_away(relay: Relay) -> None:
    relay.configure(outage="421")
    outbox.post(READER, PURPOSE)
    pauses = []
    for minutes in (0, 2, 4, 60):
        OutboxMail.objects.update(
            not_before=timezone.now(), made_at=timezone.now() - timedelta(minutes=minutes)
        )
        hand_over.hand_over()
        pauses.append(round((only().not_before - timezone.now()).total_seconds()))
    assert pauses == [30, 60, 120, 300]


@pytest.mark.parametrize(
    "fault",
    [
        Fault("connect", "554 5.3.2 no service"),
        Fault("ehlo", "cut"),
        Fault("mail", "550 5.7.1 not from you"),
        Fault("mail", "451 4.3.0 later"),
        Fault("data", "cut"),
        Fault("dot", "421 4.3.2 closing"),
    ],
    ids=lambda fault: f"{fault.at} {fault.do}",
)
def test_what_is_not_about_the_mail_costs_it_nothing(relay: Relay, fault: Fault) -> None:
    relay.configure(faults=[fault])
    outbox.post(READER, PURPOSE)
    hand_over.hand_over()
    assert (only().attempts, only().unanswered, only().failed_at, only().claim) == (0, 0, None, "")
    relay.configure(faults=[])
    let_time_pass()
    hand_over.hand_over()
    assert len(relay.ledger[READER].accepted) == 1


def test_a_wrong_password_costs_no_mail_anything(relay: Relay, settings) -> None:
    relay.configure(login="user:word")
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "user", "other"
    outbox.post(READER, PURPOSE)
    hand_over.hand_over()
    assert (only().attempts, only().failed_at) == (0, None)
    assert "535 5.7.8" in only().last_reply


def test_a_relay_that_closes_after_some_mails_is_asked_again_at_once(relay: Relay) -> None:
    relay.configure(messages_a_connection=3)
    for number in range(8):
        outbox.post(f"reader{number}@example.org", PURPOSE)
    assert hand_over.hand_over() == 8
    assert len(relay.ledger.accepted) == 8
    assert relay.ledger.counts["connections"] == 3


def test_a_greylisted_mail_goes_later_and_others_go_now(relay: Relay) -> None:
    relay.configure(faults=[Fault("rcpt", "451 4.7.1 greylisted", address="^reader", first=1)])
    outbox.post(READER, PURPOSE)
    outbox.post(OTHER, PURPOSE)
    hand_over.hand_over()
    assert relay.ledger.accepted == {OTHER}
    assert (only().attempts, only().last_reply) == (1, "451 4.7.1 greylisted")
    assert timedelta(seconds=50) < only().not_before - timezone.now() <= timedelta(minutes=1)
    let_time_pass(timedelta(minutes=1))
    hand_over.hand_over()
    assert relay.ledger.accepted == {OTHER, READER}


def test_refusals_for_now_back_off_and_end_after_two_days(relay: Relay) -> None:
    relay.configure(faults=[Fault("dot", "451 4.3.0 later")])
    outbox.post(READER, PURPOSE)
    waited = timedelta()
    for _ in range(40):
        hand_over.hand_over()
        waited += max(only().not_before - timezone.now(), timedelta())
        OutboxMail.objects.update(not_before=timezone.now())
    assert only().failed_at
    assert timedelta(hours=46) < waited < timedelta(hours=50)
    assert relay.ledger[READER].attempts == MOST_ATTEMPTS


@pytest.mark.parametrize("step", ["rcpt", "data", "dot"])
def test_a_final_refusal_keeps_the_words_and_not_the_address(
    relay: Relay, step: str, caplog: pytest.LogCaptureFixture
) -> None:
    relay.configure(faults=[Fault(step, f"550 5.1.1 <{READER}> is unknown")])
    outbox.post(READER, PURPOSE, {"name": "Reader"})
    hand_over.hand_over()
    failed = only()
    assert failed.failed_at
    assert (failed.address, failed.reference) == ("", {})
    assert failed.last_reply == "550 5.1.1 <[address]> is unknown"
    assert "550 5.1.1" in caplog.text
    assert READER not in caplog.text


def test_failed_mail_goes_after_thirty_days() -> None:
    outbox.post(READER, PURPOSE)
    OutboxMail.objects.update(failed_at=timezone.now() - timedelta(days=29))
    clock_jobs.forget_failed_mail()
    assert only()
    OutboxMail.objects.update(failed_at=timezone.now() - timedelta(days=31))
    clock_jobs.forget_failed_mail()
    assert not OutboxMail.objects.exists()


def test_the_clock_hands_over_what_a_lost_task_has_left(relay: Relay) -> None:
    outbox.post(READER, PURPOSE)
    clock_jobs.hand_over_what_waits()
    assert relay.ledger.accepted == {READER}


def test_the_refusal_of_an_unwritable_sender_reaches_operators(relay: Relay, settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Sìte <sìte@example.org>"
    outbox.post(READER, PURPOSE)
    hand_over.hand_over()
    assert "553 5.1.7" in only().last_reply
