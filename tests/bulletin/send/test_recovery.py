"""What a dead, frozen or cut-off worker has left behind is taken back, and its late answers still count."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from bulletin.models import Delivery, Sending
from bulletin.send import audience, states
from bulletin.send.claim import claim, give_back
from bulletin.send.recorder import DirectRecorder
from bulletin.send.recover import recover
from bulletin.send.replies import Fate, Outcome
from bulletin.send.uncertain import resend, treat_as_sent
from cms.mail.connection import Reply
from tests.bulletin.send import post_room

pytestmark = pytest.mark.django_db

State = Delivery.State
TAKEN = Reply(250, "2.0.0 Ok")


def test_a_claim_whose_lease_is_over_waits_again(sending: Sending) -> None:
    claim(sending.pk, "monthly", "worker01")
    recover()
    assert post_room.states(sending) == {"claimed": 1}
    post_room.end_leases(sending)
    recover()
    assert post_room.states(sending) == {"pending": 1}
    assert not post_room.row(sending).was_uncertain


def in_flight(sending: Sending) -> tuple[DirectRecorder, Outcome]:
    """And the answer that its worker has not written down yet."""
    recorder = DirectRecorder()
    (row,) = claim(sending.pk, "monthly", "worker01")
    assert recorder.mark(row, "monthly")
    return recorder, Outcome(row, Fate.SENT, TAKEN)


def test_one_in_flight_is_sent_once_more_and_then_held(sending: Sending) -> None:
    for state in (State.PENDING, State.UNCERTAIN):
        in_flight(sending)
        post_room.end_leases(sending)
        recover()
        row = post_room.row(sending)
        assert (row.state, row.was_uncertain) == (state, True)


def test_one_in_flight_is_held_at_once_where_the_settings_say_so(sending: Sending, settings) -> None:
    settings.BULLETIN_RESENDS_UNCERTAIN = False
    in_flight(sending)
    post_room.end_leases(sending)
    recover()
    assert post_room.row(sending).state == State.UNCERTAIN


@pytest.mark.parametrize("resends", [True, False])
def test_an_answer_after_the_lease_still_counts(sending: Sending, settings, resends: bool) -> None:
    settings.BULLETIN_RESENDS_UNCERTAIN = resends
    recorder, answer = in_flight(sending)
    post_room.end_leases(sending)
    recover()
    recorder.note(answer)
    assert post_room.row(sending).state == State.SENT
    assert post_room.work().accepted == []


def test_an_answer_does_not_touch_a_row_that_another_has_taken(sending: Sending) -> None:
    recorder, answer = in_flight(sending)
    post_room.end_leases(sending)
    recover()
    (again,) = claim(sending.pk, "monthly", "worker02")
    recorder.note(answer)
    assert post_room.row(sending).state == State.CLAIMED
    assert recorder.mark(again, "monthly")


def test_a_token_is_good_for_one_claim(sending: Sending) -> None:
    (row,) = claim(sending.pk, "monthly", "worker01")
    give_back("worker01")
    (other,) = claim(sending.pk, "monthly", "worker01")
    recorder = DirectRecorder()
    assert not recorder.mark(row, "monthly")
    assert recorder.mark(other, "monthly")
    assert not recorder.mark(other, "monthly")


def test_in_flight_in_a_cancelled_sending_is_uncertain_and_never_sent_again(sending: Sending) -> None:
    in_flight(sending)
    states.cancel(sending, None)
    post_room.end_leases(sending)
    recover()
    assert post_room.states(sending) == {"uncertain": 1}


def test_two_workers_never_claim_the_same_row(db: None, settings) -> None:
    settings.BULLETIN_BATCH = 30
    post_room.subscribers(50)
    sending = post_room.started()
    first = claim(sending.pk, "monthly", "worker01")
    second = claim(sending.pk, "monthly", "worker02")
    assert (len(first), len(second)) == (30, 20)
    assert not {row.pk for row in first} & {row.pk for row in second}
    assert claim(sending.pk, "monthly", "worker03") == []


@pytest.fixture
def held(sending: Sending) -> Delivery:
    """A finished sending with one uncertain message."""
    sending.deliveries.update(state=State.UNCERTAIN, was_uncertain=True)
    post_room.work()
    assert post_room.state_of(sending) == Sending.State.SENT
    return post_room.row(sending)


def test_a_person_resends_it_with_the_same_message_id(held: Delivery) -> None:
    resend(held, None)
    relay = post_room.work()
    assert relay.message_ids == {post_room.address(0): [f"Message-ID: {held.message_id}"]}
    held.refresh_from_db()
    assert (held.state, held.was_uncertain) == (State.SENT, True)
    assert post_room.state_of(held.sending) == Sending.State.SENT


def test_a_person_treats_it_as_sent(held: Delivery) -> None:
    treat_as_sent(held, None)
    assert post_room.work().accepted == []
    assert (held.state, held.sent_at) == (State.SENT, None)


@pytest.mark.parametrize("verb", [resend, treat_as_sent])
def test_two_people_decide_once(held: Delivery, verb) -> None:
    verb(held, None)
    with pytest.raises(states.NotPossible):
        verb(held, None)


def test_a_late_refusal_for_now_leaves_a_held_row_alone(sending: Sending, settings) -> None:
    settings.BULLETIN_RESENDS_UNCERTAIN = False
    recorder, answer = in_flight(sending)
    post_room.end_leases(sending)
    post_room.work()
    recorder.note(Outcome(answer.row, Fate.LATER, Reply(451, "4.3.0 later")))
    assert post_room.states(sending) == {"uncertain": 1}
    assert post_room.state_of(sending) == Sending.State.SENT


def test_a_new_sending_waits_for_what_an_earlier_one_has_in_flight(sending: Sending) -> None:
    recorder, answer = in_flight(sending)
    states.cancel(sending, None)
    again = post_room.queued()
    assert post_room.work().accepted == []
    assert post_room.state_of(again) == Sending.State.QUEUED
    recorder.note(Outcome(answer.row, Fate.LATER, Reply(451, "4.3.0 later")))
    assert post_room.work().accepted == [post_room.address(0)]
    assert post_room.states(sending) == {"skipped": 1}


def test_one_due_sending_that_stumbles_holds_up_nothing_else(
    sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(key: int) -> bool:
        raise OperationalError("deadlock detected")

    from tests.bulletin import office

    post_room.queued(office.edition(slug="2031-11"))
    monkeypatch.setattr(audience, "start", stumble)
    assert post_room.work().accepted == [post_room.address(0)]
    assert post_room.state_of(sending) == Sending.State.SENT
