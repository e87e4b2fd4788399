"""What operators type."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from bulletin.models import Delivery, Sending
from bulletin.send import gate, states
from bulletin.send.progress import progress_of, workers_now
from tests.bulletin import office
from tests.bulletin.send import post_room
from tests.bulletin.send.fake_relay import FakeRelay

pytestmark = pytest.mark.django_db

SLUG = "2031-10"


def told(command: str, *words: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, *words, stdout=out, **options)
    return out.getvalue()


def status() -> dict[str, Any]:
    return json.loads(told("bulletin_status", SLUG, json=True))


def exit_code() -> int:
    with pytest.raises(SystemExit) as end:
        told("bulletin_status", SLUG, exit_code=True)
    return int(end.value.code)


def test_the_status_has_all_numbers_at_each_stage() -> None:
    post_room.subscribers(3)
    office.edition()
    numbers = {"audience": 0, "sent": 0, "failed": 0, "skipped": 0, "waiting": 0, "uncertain": 0}
    assert status() == {"slug": SLUG, "state": "draft", **numbers}
    assert exit_code() == 0
    sending = post_room.queued()
    assert status() == {"slug": SLUG, "state": "queued", **numbers}
    assert exit_code() == 3
    states.cancel(sending, None)
    sending = post_room.started()
    assert status() == {"slug": SLUG, "state": "sending", **numbers, "audience": 3, "waiting": 3}
    assert exit_code() == 3
    post_room.work()
    assert status() == {"slug": SLUG, "state": "sent", **numbers, "audience": 3, "sent": 3}
    assert exit_code() == 0


def test_a_paused_sending_waits_and_says_why() -> None:
    post_room.subscribers(1)
    sending = post_room.started()
    states.stop(sending.pk, Sending.Pause.REFUSED, "550 5.7.1 no")
    assert exit_code() == 3
    words = told("bulletin_status", SLUG)
    assert "The relay refused message after message." in words
    assert "550 5.7.1 no" in words


def test_without_a_slug_every_edition_is_told_of() -> None:
    office.edition()
    lines = json.loads(told("bulletin_status", json=True))
    assert {"slug": SLUG, "state": "draft"}.items() <= lines[0].items()
    assert SLUG in told("bulletin_status")


def test_an_unknown_edition_is_an_error() -> None:
    for command in ("bulletin_status", "queue_bulletin"):
        with pytest.raises(CommandError, match="no edition 1999-01"):
            told(command, "1999-01")


def test_a_held_database_is_told_of_and_released() -> None:
    gate.take_in()
    gate.SendingGate.objects.update(identity="another #line")
    office.edition()
    assert "This database is a copy" in told("bulletin_status", SLUG)
    assert "This database is a copy" not in told("bulletin_status", SLUG, release=True)
    assert gate.state().is_open


def test_queued_by_command_it_is_sent_by_the_worker() -> None:
    post_room.subscribers(2)
    office.edition(office.editor())
    office.moderator("boyd")
    assert "Approved by Boyd" in told("queue_bulletin", SLUG, approve_as="boyd")
    told("bulletin_worker", once=True)
    assert status()["sent"] == 2


def test_whoever_may_not_approve_cannot_do_it_by_command() -> None:
    ailsa = office.editor()
    office.edition(ailsa)
    for name, words in (("ailsa", "not approved"), ("nobody", "no user nobody")):
        with pytest.raises(CommandError, match=words):
            told("queue_bulletin", SLUG, approve_as=name)
    with pytest.raises(CommandError, match="not queued"):
        told("queue_bulletin", SLUG)
    assert not Sending.objects.filter(edition__slug=SLUG).exists()


def test_a_lease_shorter_than_the_wait_for_an_answer_is_refused(settings) -> None:
    settings.EMAIL_REPLY_TIMEOUT = settings.BULLETIN_LEASE.total_seconds()
    with pytest.raises(CommandError, match="longer than EMAIL_REPLY_TIMEOUT"):
        told("bulletin_worker", once=True)


@pytest.mark.parametrize("command", ["bulletin_worker", "bulletin_status", "queue_bulletin"])
def test_each_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command(command, "--help")
    assert len(capsys.readouterr().out) > 800


def test_progress_shows_speed_and_what_is_left() -> None:
    post_room.subscribers(10)
    sending = post_room.started()
    assert progress_of(sending).remaining_seconds is None
    relay = FakeRelay()
    relay.before_the_dot = lambda address: states.pause(sending, None) if len(relay.accepted) == 4 else None
    post_room.work(relay)
    assert progress_of(sending).per_second == 0
    states.resume(sending, None)
    progress = progress_of(sending)
    assert (progress.counts.sent, progress.counts.waiting) == (4, 6)
    assert progress.per_second == 4
    assert progress.remaining_seconds == 1.5
    assert progress.last_reply == "250 2.0.0 Ok"


def test_workers_are_counted_while_they_say_that_they_are_there() -> None:
    seen: list[int] = []
    post_room.subscribers(1)
    sending = post_room.started()
    relay = FakeRelay()
    relay.before_the_dot = lambda address: seen.append(workers_now())
    post_room.work(relay)
    assert seen == [1]
    assert progress_of(sending).workers == 0


def test_no_address_stands_in_a_name_or_in_a_log_line(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    post_room.subscribers(2)
    sending = post_room.queued()
    post_room.work()
    shown = [str(row) for row in Delivery.objects.filter(sending=sending)]
    assert not any("@" in words for words in [*shown, str(sending)])
    assert "@example.org" not in caplog.text
