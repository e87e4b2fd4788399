"""A sending that no worker has seen for hours asks a person: it may be an old snapshot of everything."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from bulletin.models import Sending, SendingWorker
from bulletin.send import states
from bulletin.send.progress import workers_now
from tests.bulletin.send import post_room

HOURS = timedelta(hours=1)


@pytest.fixture
def interrupted(sending: Sending) -> Sending:
    """Started four hours ago, and nobody works on it."""
    Sending.objects.update(fresh_from=timezone.now() - 4 * HOURS)
    SendingWorker.objects.all().delete()
    return sending


@pytest.mark.parametrize("seen_before", [None, 4 * HOURS])
def test_one_that_no_worker_has_seen_for_hours_asks_a_person(
    interrupted: Sending, seen_before: timedelta | None
) -> None:
    if seen_before:
        SendingWorker.objects.create(name="of old", seen_at=timezone.now() - seen_before)
    assert post_room.work().accepted == []
    assert post_room.state_of(interrupted) == Sending.State.PAUSED
    assert interrupted.pause_reason == Sending.Pause.MISSED
    states.resume(interrupted, None)
    SendingWorker.objects.all().delete()
    assert post_room.work().accepted == [post_room.address(0)]


def test_one_whose_worker_was_there_two_hours_ago_goes_on(interrupted: Sending) -> None:
    SendingWorker.objects.create(name="of late", seen_at=timezone.now() - 2 * HOURS)
    assert post_room.work().accepted == [post_room.address(0)]


def test_a_worker_that_said_goodbye_is_remembered_and_no_longer_counted(db: None) -> None:
    post_room.work()
    assert workers_now() == 0
    post_room.subscribers(1)
    sending = post_room.started()
    Sending.objects.filter(pk=sending.pk).update(fresh_from=timezone.now() - 4 * HOURS)
    assert post_room.work().accepted == [post_room.address(0)]


def test_a_worker_that_slept_for_hours_asks_too(interrupted: Sending) -> None:
    from bulletin.send.keeper import Keeper

    keeper = Keeper("worker01")
    keeper.say_alive()
    keeper.look(may_finish=True)
    assert keeper.in_hand
    SendingWorker.objects.update(seen_at=timezone.now() - 4 * HOURS)
    keeper._looked_at = float("-inf")
    keeper.look(may_finish=True)
    assert not keeper.in_hand
    assert post_room.state_of(interrupted) == Sending.State.PAUSED
