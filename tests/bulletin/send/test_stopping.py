"""Pausing, cancelling and leaving take effect at the message that is next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from bulletin.archive.mailed import mailed_of
from bulletin.models import Delivery, EditionPage, Sending, Subscriber, Suppression
from bulletin.send import deliver, states
from bulletin.send.audience import start
from bulletin.send.claim import Claimed
from bulletin.send.queue import _copy_of
from bulletin.send.recorder import DirectRecorder
from tests.bulletin import office
from tests.bulletin.send import post_room
from tests.bulletin.send.fake_relay import FakeRelay, refused

pytestmark = pytest.mark.django_db

State = Delivery.State


def work_until(number: int, then: Callable[[], None]) -> FakeRelay:
    """`then` happens when the message after this number is written and its dot is not sent yet."""
    relay = FakeRelay()

    def look(address: str) -> None:
        if len(relay.accepted) == number:
            then()

    relay.before_the_dot = look
    return post_room.work(relay)


def test_a_pause_between_claim_and_dot_stops_the_message() -> None:
    post_room.subscribers(10)
    sending = post_room.started()
    relay = work_until(4, lambda: states.pause(sending, None))
    assert len(relay.accepted) == 4
    assert relay.abandoned == 1
    assert post_room.states(sending) == {"pending": 6, "sent": 4}
    assert post_room.state_of(sending) == Sending.State.PAUSED
    assert post_room.work().accepted == []
    states.resume(sending, None)
    assert len(post_room.work().accepted) == 6
    assert post_room.state_of(sending) == Sending.State.SENT


def test_a_cancel_between_claim_and_dot_stops_the_message() -> None:
    post_room.subscribers(10)
    sending = post_room.started()
    relay = work_until(4, lambda: states.cancel(sending, None))
    assert len(relay.accepted) == 4
    assert post_room.states(sending) == {"sent": 4, "skipped": 6}
    assert post_room.state_of(sending) == Sending.State.CANCELLED


def leave(number: int) -> None:
    Subscriber.objects.filter(email=post_room.address(number)).update(state=Subscriber.State.LEFT)


def suppress(number: int) -> None:
    key = Subscriber.objects.get(email=post_room.address(number)).address_key
    Suppression.objects.create(address_key=key, reason=Suppression.Reason.COMPLAINED)


def erase(number: int) -> None:
    Subscriber.objects.filter(email=post_room.address(number)).delete()


def change_wishes(number: int) -> None:
    Subscriber.objects.filter(email=post_room.address(number)).update(wants_monthly=False)


@pytest.mark.parametrize(
    ("go", "why"),
    [
        (leave, Delivery.Skip.LEFT),
        (suppress, Delivery.Skip.SUPPRESSED),
        (erase, Delivery.Skip.LEFT),
        (change_wishes, Delivery.Skip.LEFT),
    ],
)
@pytest.mark.parametrize("when", ["before the claim", "before begin", "before the dot"])
def test_whoever_has_left_gets_nothing(
    go: Callable[[int], None], why: str, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    post_room.subscribers(3)
    sending = post_room.started()
    if when == "before the claim":
        go(2)
        relay = post_room.work()
    elif when == "before begin":
        monkeypatch.setattr(deliver, "STALE_AFTER", 0.0)
        relay = FakeRelay(lambda step, address: go(2) if (step, address) == ("after", first()) else None)
        post_room.work(relay)
        assert relay.abandoned == 1
    else:
        relay = work_until(2, lambda: go(2))
        assert relay.abandoned == 1
    assert post_room.address(2) not in relay.accepted
    assert post_room.states(sending) == {"sent": 2, "skipped": 1}
    assert sending.deliveries.get(state=State.SKIPPED).skip_reason == why
    assert post_room.state_of(sending) == Sending.State.SENT


def first() -> str:
    return post_room.address(0)


def test_a_worker_that_has_lost_its_row_sends_nothing() -> None:
    post_room.subscribers(1)
    sending = post_room.started()
    relay = work_until(0, lambda: take_row_away(sending))
    assert relay.accepted == []
    assert post_room.row(sending).claim == "another"


def take_row_away(sending: Sending) -> None:
    sending.deliveries.update(claim="another", state=State.CLAIMED)


def test_a_worker_that_slept_past_its_lease_does_not_send_the_dot() -> None:
    post_room.subscribers(1)
    sending = post_room.started()
    past = timezone.now() - timedelta(seconds=1)
    naps = iter([past])
    relay = FakeRelay()
    relay.before_the_dot = lambda address: [sending.deliveries.update(leased_until=end) for end in naps]
    post_room.work(relay)
    assert relay.abandoned == 1
    assert len(relay.accepted) == 1


def test_what_is_being_handed_over_at_a_cancel_ends_by_itself() -> None:
    post_room.subscribers(2)
    sending = post_room.started()
    relay = FakeRelay(lambda step, address: states.cancel(sending, None) if step == "finish" else None)
    post_room.work(relay)
    assert len(relay.accepted) == 1
    assert post_room.states(sending) == {"sent": 1, "skipped": 1}


def test_what_is_refused_for_now_after_a_cancel_is_skipped() -> None:
    post_room.subscribers(1)
    sending = post_room.started()
    sending.deliveries.update(state=State.IN_FLIGHT, claim="x")
    states.cancel(sending, None)
    sending.deliveries.update(state=State.PENDING, claim="")
    post_room.work()
    assert post_room.states(sending) == {"skipped": 1}


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        (Sending.State.QUEUED, {"pause", "cancel"}),
        (Sending.State.SENDING, {"pause", "cancel"}),
        (Sending.State.PAUSED, {"resume", "cancel"}),
        (Sending.State.SENT, set()),
        (Sending.State.CANCELLED, set()),
    ],
)
def test_what_is_possible_in_which_state(state: str, possible: set[str]) -> None:
    for verb in ("pause", "resume", "cancel"):
        Sending.objects.filter(edition__slug="2031-10").delete()
        sending = post_room.queued(state=state)
        if verb in possible:
            getattr(states, verb)(sending, None)
            assert sending.state != state
        else:
            with pytest.raises(states.NotPossible):
                getattr(states, verb)(sending, None)
            sending.refresh_from_db()
            assert sending.state == state


def test_cancelled_before_the_first_mail_the_edition_can_be_queued_again() -> None:
    post_room.subscribers(2)
    sending = post_room.queued()
    states.cancel(sending, None)
    assert post_room.work().accepted == []
    post_room.queued()
    assert len(post_room.work().accepted) == 2


def test_paused_before_it_started_it_goes_back_to_the_queue() -> None:
    later = timezone.now() + timedelta(days=1)
    sending = post_room.queued(send_at=later)
    states.pause(sending, None)
    states.resume(sending, None)
    assert (sending.state, sending.send_at) == (Sending.State.QUEUED, later)


@pytest.mark.parametrize(
    ("go", "rest"),
    [(lambda sending: leave(0), "skipped"), (lambda sending: states.pause(sending, None), "pending")],
)
def test_a_worker_that_was_frozen_before_the_dot_asks_again(
    go: Callable[[Sending], None], rest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    post_room.subscribers(1)
    sending = post_room.started()
    mark = DirectRecorder.mark

    def freeze(recorder: DirectRecorder, row: Claimed, kind: str) -> bool:
        was_found = mark(recorder, row, kind)
        go(sending)
        return was_found

    monkeypatch.setattr(DirectRecorder, "mark", freeze)
    monkeypatch.setattr(deliver, "FROZEN_AFTER", 0.0)
    assert post_room.work().accepted == []
    assert post_room.states(sending) == {rest: 1}


def test_cancelled_with_nothing_mailed_the_edition_is_a_draft_again() -> None:
    post_room.subscribers(2)
    sending = post_room.queued()
    post_room.work(FakeRelay(lambda step, who: refused("login", 535) if step == "open" else None))
    assert EditionPage.objects.get(pk=sending.edition_id).live
    for _ in range(2):
        states.cancel(sending, None)
        edition = EditionPage.objects.get(pk=sending.edition_id)
        assert not edition.live
        assert mailed_of(edition) is None
        sending = post_room.started()


def test_cancelled_after_the_first_mail_its_page_stays() -> None:
    post_room.subscribers(2)
    sending = post_room.started()
    relay = work_until(1, lambda: states.cancel(sending, None))
    assert len(relay.accepted) == 1
    edition = EditionPage.objects.get(pk=sending.edition_id)
    assert edition.live
    assert mailed_of(edition) == sending


def test_a_page_that_was_public_before_the_sending_stays() -> None:
    draft = office.edition().get_latest_revision()
    draft.publish()
    sending = post_room.queued(revision=_copy_of(draft))
    assert start(sending.pk)
    states.cancel(sending, None)
    assert EditionPage.objects.get(pk=sending.edition_id).live
