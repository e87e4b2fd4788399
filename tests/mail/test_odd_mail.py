"""Mails without an answer, with broken words, no longer wanted, or changed while they are handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.db.models import F
from django.utils import timezone

from cms.mail import clock_jobs, connection, hand_over, outbox, purposes
from cms.mail.addresses import key_of
from cms.mail.models import OutboxMail
from cms.mail.purposes import Words
from tests.mail.relay import Fault, Relay

pytestmark = pytest.mark.django_db
READER = "reader@example.org"
OTHER = "other@example.org"
PURPOSE = "tests.greeting"


@pytest.fixture(autouse=True)
def words(monkeypatch: pytest.MonkeyPatch) -> Callable[[purposes.Maker], None]:
    def change(make: purposes.Maker) -> None:
        monkeypatch.setitem(purposes._makers, PURPOSE, make)

    change(lambda mail: Words("Good morning", str(mail.reference)))
    return change


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Callable[[], object]], None]]:
    """Have something happen once, after the words of a mail were made."""

    class Eventful:
        def __init__(self) -> None:
            self.relay = connection.open_connection()

        def __getattr__(self, name: str) -> object:
            return getattr(self.relay, name)

        def __enter__(self) -> Eventful:
            return self

        def __exit__(self, *error: object) -> None:
            self.relay.close()

        def begin(self, sender: str, recipient: str) -> None:
            if events:
                events.pop()()
            self.relay.begin(sender, recipient)

    events: list[Callable[[], object]] = []
    monkeypatch.setattr(hand_over, "open_connection", Eventful)
    monkeypatch.setitem(purposes._makers, PURPOSE, lambda mail: Words("Good morning", str(mail.reference)))
    yield events.append


def let_time_pass(by: timedelta = timedelta(hours=3)) -> None:
    OutboxMail.objects.update(not_before=F("not_before") - by, leased_until=F("leased_until") - by)


@pytest.mark.parametrize(("deed", "copies"), [("accept, cut", 2), ("cut", 0)])
def test_a_mail_without_an_answer_is_sent_once_more_and_no_oftener(
    relay: Relay, deed: str, copies: int
) -> None:
    relay.configure(faults=[Fault("dot", deed)])
    outbox.post(READER, PURPOSE)
    for _ in range(5):
        hand_over.hand_over()
        let_time_pass()
    assert relay.ledger[READER].attempts == 2
    assert len(relay.ledger[READER].accepted) == copies
    assert not OutboxMail.objects.exists()


def test_a_mail_without_an_answer_does_not_hold_back_others(relay: Relay) -> None:
    relay.configure(faults=[Fault("dot", "cut", address="^reader", times=1)])
    outbox.post(READER, PURPOSE)
    outbox.post(OTHER, PURPOSE)
    hand_over.hand_over()
    assert relay.ledger.accepted == {OTHER}
    let_time_pass()
    hand_over.hand_over()
    assert relay.ledger.accepted == {OTHER, READER}


def test_a_process_that_dies_with_a_mail_leaves_it_to_the_next(relay: Relay) -> None:
    outbox.post(READER, PURPOSE)
    OutboxMail.objects.update(claim="of the dead", leased_until=timezone.now() + hand_over.LEASE)
    assert hand_over.hand_over() == 0
    let_time_pass(hand_over.LEASE)
    assert hand_over.hand_over() == 1


def test_processes_that_die_after_the_dot_do_not_send_for_ever(relay: Relay) -> None:
    outbox.post(READER, PURPOSE)
    OutboxMail.objects.update(claim="of the dead", leased_until=timezone.now(), unanswered=2)
    assert hand_over.hand_over() == 0
    clock_jobs.hand_over_what_waits()
    assert relay.ledger.accepted == set()
    assert not OutboxMail.objects.exists()


@pytest.mark.parametrize("error", [KeyError(READER), DatabaseError("gone"), ValueError("bad")])
def test_words_that_cannot_be_made_do_not_hold_back_other_mail(
    relay: Relay, words, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def make(mail: OutboxMail) -> Words:
        if mail.address == READER:
            OutboxMail.objects.create(address=OTHER, address_key="half", purpose="tests.half")
            raise error
        return Words("Good morning", "All the best")

    words(make)
    outbox.post(READER, PURPOSE)
    outbox.post(OTHER, PURPOSE)
    hand_over.hand_over()
    assert relay.ledger.accepted == {OTHER}
    [waiting] = OutboxMail.objects.all()  # what was half made is gone
    assert (waiting.attempts, waiting.last_reply) == (1, f"It cannot be made: {type(error).__name__}")
    assert PURPOSE in caplog.text
    assert READER not in caplog.text


@pytest.mark.parametrize("subject", ["Good\nBcc: all@example.org", "Good\r\nmorning"])
def test_a_subject_with_a_line_end_is_not_sent(relay: Relay, words, subject: str) -> None:
    words(lambda mail: Words(subject, "All the best"))
    outbox.post(READER, PURPOSE)
    hand_over.hand_over()
    assert relay.ledger.accepted == set()
    assert OutboxMail.objects.get().last_reply == "It cannot be made: BadHeaderError"


def test_a_purpose_that_nobody_knows_waits_for_whoever_does(relay: Relay, monkeypatch) -> None:
    outbox.post(READER, "tests.later")
    hand_over.hand_over()
    assert OutboxMail.objects.get().last_reply == "It cannot be made: UnknownPurposeError"
    monkeypatch.setitem(purposes._makers, "tests.later", lambda mail: Words("Good morning", ""))
    let_time_pass()
    hand_over.hand_over()
    assert relay.ledger.accepted == {READER}


def test_a_mail_that_is_no_longer_wanted_goes_without_a_word(relay: Relay, words) -> None:
    words(lambda mail: None)
    outbox.post(READER, PURPOSE)
    hand_over.hand_over()
    assert not OutboxMail.objects.exists()
    assert relay.ledger[READER].attempts == 0


def test_whoever_is_erased_while_the_mail_is_handed_over_gets_none(relay: Relay, meanwhile) -> None:
    meanwhile(lambda: outbox.forget(key_of(READER)))
    outbox.post(READER, PURPOSE)
    outbox.post(OTHER, PURPOSE)
    hand_over.hand_over()
    assert relay.ledger.accepted == {OTHER}
    assert not OutboxMail.objects.exists()


def test_a_mail_replaced_while_it_is_handed_over_goes_in_its_new_form(relay: Relay, meanwhile) -> None:
    meanwhile(lambda: outbox.post(READER, PURPOSE, {"form": "new"}))
    outbox.post(READER, PURPOSE, {"form": "old"})
    hand_over.hand_over()
    [accepted] = relay.ledger[READER].accepted
    assert b"new" in accepted.message
    assert not OutboxMail.objects.exists()


def test_a_mail_replaced_after_its_dot_goes_in_its_new_form_too(relay: Relay, monkeypatch) -> None:
    finish = hand_over.open_connection

    class Late:
        """A connection that is slow to answer: the mail is replaced before the answer is read."""

        def __init__(self) -> None:
            self.relay = finish()

        def __getattr__(self, name: str) -> object:
            return getattr(self.relay, name)

        def __enter__(self) -> Late:
            return self

        def __exit__(self, *error: object) -> None:
            self.relay.close()

        def finish(self) -> object:
            reply = self.relay.finish()
            if not later:
                later.append(outbox.post(READER, PURPOSE, {"form": "new"}))
            return reply

    later: list[None] = []
    monkeypatch.setattr(hand_over, "open_connection", Late)
    outbox.post(READER, PURPOSE, {"form": "old"})
    hand_over.hand_over()
    forms = [accepted.message for accepted in relay.ledger[READER].accepted]
    assert [b"old" in forms[0], b"new" in forms[1]] == [True, True]
    assert not OutboxMail.objects.exists()
