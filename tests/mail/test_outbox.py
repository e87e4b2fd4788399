"""Posting a mail: one waits for an address and purpose, and no web request talks to the relay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.mail import outbox, purposes
from cms.mail.addresses import key_of
from cms.mail.hand_over import hand_over
from cms.mail.models import OutboxMail
from cms.mail.purposes import Words
from tests.mail.relay import Relay

pytestmark = pytest.mark.django_db
READER = "reader@example.org"
PURPOSE = "tests.greeting"


@pytest.fixture(autouse=True)
def greeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words name what the mail is about."""
    monkeypatch.setitem(
        purposes._makers, PURPOSE, lambda mail: Words("Good morning", f"About {mail.reference.get('what')}")
    )


def only() -> OutboxMail:
    return OutboxMail.objects.get()


def test_a_mail_is_written_down_and_goes_once_its_transaction_is_over(
    mailoutbox, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        outbox.post(" Reader@Example.ORG ", PURPOSE, {"what": "work"})
        assert only().address == READER
        assert mailoutbox == []
    [mail] = mailoutbox
    assert (mail.to, mail.subject, mail.body.strip()) == ([READER], "Good morning", "About work")
    assert not OutboxMail.objects.exists()


def test_a_second_mail_of_the_purpose_takes_the_place_of_the_first(mailoutbox) -> None:
    outbox.post(READER, PURPOSE, {"what": "the first"})
    outbox.post("READER@example.org", PURPOSE, {"what": "the second"})
    assert only().reference == {"what": "the second"}
    hand_over()
    assert [mail.body.strip() for mail in mailoutbox] == ["About the second"]


def test_mails_of_other_purposes_and_addresses_stand_beside_it() -> None:
    outbox.post(READER, PURPOSE)
    outbox.post(READER, "tests.other")
    outbox.post("other@example.org", PURPOSE)
    assert OutboxMail.objects.count() == 3


def test_asking_again_never_puts_a_mail_off() -> None:
    outbox.post(READER, PURPOSE)
    outbox.post(READER, PURPOSE, not_before=timezone.now() + timedelta(hours=1))
    assert only().not_before <= timezone.now()


def test_asking_again_may_let_a_mail_go_earlier() -> None:
    outbox.post(READER, PURPOSE, not_before=timezone.now() + timedelta(hours=1))
    outbox.post(READER, PURPOSE)
    assert only().not_before <= timezone.now()


def test_asking_again_does_not_press_a_relay_that_has_refused_for_now() -> None:
    outbox.post(READER, PURPOSE)
    later = timezone.now() + timedelta(minutes=5)
    OutboxMail.objects.update(not_before=later, attempts=2, last_reply="451 4.7.1 greylisted")
    outbox.post(READER, PURPOSE, {"what": "again"})
    assert (only().not_before, only().reference) == (later, {"what": "again"})


def test_a_mail_that_must_wait_goes_when_its_time_has_come(
    mailoutbox, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        outbox.post(READER, PURPOSE, not_before=timezone.now() + timedelta(hours=1))
    assert callbacks == []
    assert (hand_over(), mailoutbox) == (0, [])
    OutboxMail.objects.update(not_before=timezone.now())
    assert hand_over() == 1
    assert len(mailoutbox) == 1


@pytest.mark.parametrize(
    "address", ["", "reader", "reader@example.org\nBcc: all@example.org", "èa@example.org"]
)
def test_what_is_no_address_is_refused_to_whoever_posts(address: str) -> None:
    with pytest.raises(ValidationError):
        outbox.post(address, PURPOSE)
    assert not OutboxMail.objects.exists()


def test_an_address_whose_last_mail_failed_may_get_another(mailoutbox) -> None:
    outbox.post(READER, PURPOSE)
    OutboxMail.objects.update(failed_at=timezone.now(), address="")
    outbox.post(READER, PURPOSE, {"what": "again"})
    hand_over()
    assert len(mailoutbox) == 1
    assert only().failed_at


def test_whoever_is_erased_while_a_mail_waits_gets_none(mailoutbox) -> None:
    outbox.post(READER, PURPOSE)
    outbox.post(READER, "tests.other")
    outbox.post("other@example.org", PURPOSE)
    assert outbox.forget(key_of(READER)) == 2
    hand_over()
    assert [mail.to for mail in mailoutbox] == [["other@example.org"]]


def test_a_relay_that_is_away_does_not_disturb_whoever_posts(
    relay: Relay, django_capture_on_commit_callbacks
) -> None:
    relay.configure(outage="refused")
    with django_capture_on_commit_callbacks(execute=True):
        outbox.post(READER, PURPOSE)
    assert only().attempts == 0


def test_a_queue_of_tasks_that_is_away_does_not_disturb_whoever_posts(
    settings, caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks
) -> None:
    settings.TASKS = {"default": {"BACKEND": "tests.mail.broken_queue.BrokenQueue"}}
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        outbox.post(READER, PURPOSE)
    assert len(callbacks) == 1
    assert only().address == READER
    assert READER not in caplog.text


def test_no_address_stands_in_the_task_or_in_the_name_of_a_row(
    settings, django_capture_on_commit_callbacks
) -> None:
    from django_tasks_db.models import DBTaskResult

    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        outbox.post(READER, PURPOSE, {"what": "work"})
    [task] = DBTaskResult.objects.filter(task_path="cms.mail.tasks.hand_over_waiting")
    assert task.args_kwargs == {"args": [], "kwargs": {}}
    assert READER not in str(only())
