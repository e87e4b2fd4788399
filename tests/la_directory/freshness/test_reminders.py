"""A council is asked at most once a fortnight, everybody once, and no mail is lost."""

from __future__ import annotations

from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command

from cms.pages.review import reminders as all_reminders
from cms.pages.waiting import waiting_for
from la_directory.freshness import reminders
from la_directory.freshness.record import record_check
from la_directory.freshness.reminders import remind_councils
from la_directory.models import ReminderMail
from tests.la_directory.freshness.conftest import Council

pytestmark = pytest.mark.django_db


class Relay(EmailBackend):
    """Takes mail as `answer` says."""

    answer: Any = None

    def send_messages(self, messages: list[Any]) -> int:
        if self.answer is not None:
            self.answer(messages[0])
        return super().send_messages(messages)


@pytest.fixture
def relay(settings, monkeypatch) -> type[Relay]:
    settings.EMAIL_BACKEND = f"{__name__}.Relay"
    monkeypatch.setattr(Relay, "answer", None)
    return Relay


def recipients() -> list[str]:
    return sorted(message.to[0] for message in mail.outbox)


def test_one_mail_each_names_all_that_is_due(clock, glasgow: Council) -> None:
    today = clock()
    glasgow.person("isla")
    glasgow.person("gone", is_active=False)
    glasgow.person("shared", email="TEAM@council.example")
    glasgow.person("without", email="")
    glasgow.team.team_mailbox = "team@council.example"
    glasgow.team.save()
    record_check([glasgow.other], by=None, name="Glasgow City Council", at=today)
    assert remind_councils([glasgow.page]) == 2
    assert recipients() == ["TEAM@council.example", "isla@council.example"]
    body = mail.outbox[0].body
    assert mail.outbox[0].subject == "Glasgow City: 2 entries to check"
    assert "Employability team (contact). Not checked yet." in body and "First steps" in body
    assert "Employer team" not in body
    assert "ALL STILL RIGHT?" in body and "SOMETHING HAS CHANGED?" in body
    assert "http://127.0.0.1:8000/directory/check/" in body
    assert mail.outbox[0].body != mail.outbox[1].body


def test_a_relay_that_is_away_delays_a_mail_and_the_fortnight_counts_from_when_it_went(
    clock, glasgow: Council, relay: type[Relay]
) -> None:
    def is_away(message: object) -> None:
        raise SMTPServerDisconnected

    glasgow.person()
    clock()
    relay.answer = staticmethod(is_away)
    assert [remind_councils([glasgow.page]) for _ in range(2)] == [0, 0]
    relay.answer = None
    clock(days=5)
    assert [remind_councils([glasgow.page]) for _ in range(2)] == [1, 0]
    clock(days=18)
    assert remind_councils([glasgow.page]) == 0
    clock(days=19)
    assert remind_councils([glasgow.page]) == 1


def test_what_was_settled_or_whoever_left_while_the_relay_was_away_gets_no_mail(
    clock, glasgow: Council, government, relay: type[Relay]
) -> None:
    def is_away(message: object) -> None:
        raise OSError

    person = glasgow.person()
    relay.answer = staticmethod(is_away)
    remind_councils([glasgow.page])
    relay.answer = None
    person.groups.clear()
    assert remind_councils([glasgow.page]) == 0
    waiting = "1 council that reminders do not reach"
    assert recipients() == ["sg@government.example"]
    assert waiting in [item.title for item in waiting_for(government)]
    glasgow.person("new")
    assert waiting not in [item.title for item in waiting_for(government)]
    record_check(glasgow.records, by=None, name="Glasgow City Council")
    clock(days=20)
    assert remind_councils([glasgow.page]) == 0


def test_a_refused_address_and_a_council_without_anybody_go_to_government(
    clock, glasgow: Council, government, relay: type[Relay]
) -> None:
    def refuses(message: Any) -> None:
        if message.to == ["old@council.example"]:
            raise SMTPRecipientsRefused({message.to[0]: (550, b"no such user")})

    clock()
    old, new = glasgow.person("old"), glasgow.person("new")
    relay.answer = staticmethod(refuses)
    assert [remind_councils([glasgow.page]) for _ in range(2)] == [1, 0]
    assert recipients() == ["new@council.example", "sg@government.example"]
    assert "Glasgow City: one address does not take our mail" in mail.outbox[1].body
    waiting = "1 council that reminders do not reach"
    assert waiting in [item.title for item in waiting_for(government)]
    assert waiting not in [item.title for item in waiting_for(new)]
    old.groups.clear()
    assert waiting not in [item.title for item in waiting_for(government)]

    new.groups.clear()
    clock(days=14)
    mail.outbox.clear()
    assert [remind_councils([glasgow.page]) for _ in range(2)] == [0, 0]
    assert recipients() == ["sg@government.example"]
    assert "no active editor and no team mailbox" in mail.outbox[0].body
    assert waiting in [item.title for item in waiting_for(government)]


def test_two_processes_send_one_mail(clock, glasgow: Council, monkeypatch) -> None:
    """The second one runs in the midst of the first: as it opens its round, and as it hands a mail over."""
    glasgow.person()
    clock()
    opened, handed_over = reminders._open_round, reminders._hand_over
    numbers = []

    def open_after_the_other(*place: Any) -> None:
        monkeypatch.setattr(reminders, "_open_round", opened)
        opened(*place)
        opened(*place)

    def while_the_other_runs(*place: Any) -> object:
        monkeypatch.setattr(reminders, "_hand_over", handed_over)
        numbers.append(remind_councils([glasgow.page]))
        return handed_over(*place)

    monkeypatch.setattr(reminders, "_open_round", open_after_the_other)
    monkeypatch.setattr(reminders, "_hand_over", while_the_other_runs)
    numbers.append(remind_councils([glasgow.page]))
    assert numbers == [0, 1]
    assert len(mail.outbox) == ReminderMail.objects.filter(round__council=glasgow.page).count() == 1


def test_a_process_that_died_holding_a_mail_holds_it_for_ten_minutes(
    clock, glasgow: Council, monkeypatch
) -> None:
    def dies(*place: Any) -> None:
        raise KeyboardInterrupt

    glasgow.person()
    clock()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(reminders, "_hand_over", dies)
        remind_councils([glasgow.page])
    assert remind_councils([glasgow.page]) == 0
    clock(minutes=11)
    assert remind_councils([glasgow.page]) == 1


def test_the_command_sends_every_kind_and_one_that_fails_holds_back_no_other(monkeypatch, capsys) -> None:
    def fails() -> int:
        raise RuntimeError("no")

    monkeypatch.setattr(all_reminders, "_senders", [lambda: 2, lambda: 1])
    call_command("send_review_reminders")
    assert capsys.readouterr().out == "3 reminders sent\n"
    ran = []
    monkeypatch.setattr(all_reminders, "_senders", [fails, lambda: ran.append(1) or 1])
    with pytest.raises(ExceptionGroup):
        call_command("send_review_reminders")
    assert ran == [1]


def test_councils_are_among_what_the_command_sends() -> None:
    assert remind_councils in all_reminders._senders
