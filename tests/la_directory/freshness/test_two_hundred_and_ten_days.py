"""A moved clock: 210 days in the life of a council, and of one that nobody keeps."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.core import mail

from la_directory.freshness.record import record_check
from la_directory.freshness.reminders import remind_councils
from la_directory.freshness.stamp import State, stamps_of
from tests.factories import councils
from tests.la_directory.freshness.conftest import Council

pytestmark = pytest.mark.django_db

DAYS = range(211)


def walk(clock, of: dict, on_day: dict) -> tuple[list[tuple[int, str]], dict[Any, list[State]]]:
    """Each mail with the day it was sent, and day by day the state of a contact of each council.

    It runs at an hour that is another one each day, and again when it has sent something and every tenth day.
    """
    sent, states = [], {contact.pk: [] for contact in of.values()}
    for day in DAYS:
        clock(days=day - 0.5, hours=day * 7 % 24)
        on_day.get(day, lambda: None)()
        before = len(mail.outbox)
        remind_councils(of)
        if len(mail.outbox) > before or day % 10 == 0:
            remind_councils(of)
        sent += [(day, message.to[0]) for message in mail.outbox[before:]]
        stamps = stamps_of(of.values())
        for contact in of.values():
            states[contact.pk].append(stamps[contact.translation_key].state())
    return sent, states


def changes(states: list[State]) -> dict[int, State]:
    """The days on which a state begins."""
    return {day: state for day, state in enumerate(states) if day == 0 or states[day - 1] is not state}


def test_every_mail_is_sent_once_and_states_change_on_their_days(clock, glasgow: Council, government) -> None:
    start: datetime = clock()
    fife = councils.council(glasgow.page.get_parent().specific, councils.FIFE)
    fifes = councils.contact(fife, "Fife team")
    glasgow.service.delete()  # two fewer questions to the database each day
    glasgow.person("isla")
    glasgow.team.team_mailbox = "team@council.example"
    glasgow.team.save()
    record_check([glasgow.contact, glasgow.other, fifes], by=None, name="A council", at=start)

    def all_still_right() -> None:
        record_check([glasgow.contact, glasgow.other], by=None, name="Glasgow City Council")

    sent, states = walk(clock, {glasgow.page: glasgow.contact, fife: fifes}, {150: all_still_right})
    people = {"isla@council.example", "team@council.example"}
    days_of = {address: [day for day, to in sent if to == address] for address in {to for _, to in sent}}
    assert set(days_of) == people | {"sg@government.example"}
    # Due from day 135, asked again on day 149, settled on day 150.
    assert {address: days_of[address] for address in people} == {address: [135, 149] for address in people}
    assert changes(states[glasgow.contact.pk]) == {0: State.FRESH, 135: State.DUE, 150: State.FRESH}
    # Nobody keeps Fife: SG hears of it once a fortnight for as long as that is so.
    assert days_of["sg@government.example"] == [135, 149, 163, 177, 191, 205]
    assert changes(states[fifes.pk]) == {0: State.FRESH, 135: State.DUE, 181: State.STALE}
