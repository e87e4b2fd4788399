"""Whatever happens, in whatever order: the report adds up, and nobody gets a second copy unmarked."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.models import Delivery, Sending
from bulletin.send import states
from cms.mail.connection import RelayAway, Unknown
from tests.bulletin.send import post_room
from tests.bulletin.send.fake_relay import FakeRelay, refused

READERS = 6
TROUBLES = {
    "away": ("begin", lambda: RelayAway("closed")),
    "cut in the body": ("write", lambda: RelayAway("closed")),
    "later": ("begin", lambda: refused("recipient", 451, "4.2.0 later")),
    "later at the dot": ("finish", lambda: refused("message", 451, "4.2.0 later")),
    "no": ("begin", lambda: refused("recipient", 550, "5.7.1 no")),
    "unknown": ("begin", lambda: refused("recipient", 550, "5.1.1 no")),
    "no at the dot": ("finish", lambda: refused("message", 554, "5.7.1 no")),
    "not taken, no answer": ("finish", lambda: Unknown("closed")),
    "taken, no answer": ("after", lambda: Unknown("closed")),
}
happenings = st.lists(
    st.sampled_from([*TROUBLES, "fine", "pause", "resume", "cancel", "leases end", "due"]), max_size=30
)


class Script:
    """Troubles in the order in which they come, one a try."""

    def __init__(self, sending: Sending, script: list[str]) -> None:
        self.sending, self.script = sending, script
        self.now = "fine"

    def __call__(self, step: str, address: str) -> Exception | None:
        if step == "begin":
            self.now = self.script.pop(0) if self.script else "fine"
            self.act()
        at, error = TROUBLES.get(self.now, ("", None))
        return error() if step == at else None

    def act(self) -> None:
        verbs = {"pause": states.pause, "resume": states.resume, "cancel": states.cancel}
        try:
            if self.now in verbs:
                verbs[self.now](self.sending, None)
        except states.NotPossible:
            pass
        if self.now == "leases end":
            post_room.end_leases(self.sending)
        if self.now == "due":
            post_room.make_due(self.sending)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=happenings)
def test_the_report_adds_up_and_copies_are_explained(db: None, script: list[str]) -> None:
    with transaction.atomic():
        check(script)
        transaction.set_rollback(True)


def check(script: list[str]) -> None:
    post_room.subscribers(READERS)
    sending = post_room.started()
    relay = FakeRelay(Script(sending, script))
    for _ in range(6):
        post_room.work(relay)
        post_room.make_due(sending)
        post_room.state_of(sending)
        assert sending.counts().audience == READERS
    copies = Counter(relay.accepted)
    for row in sending.deliveries.all():
        number = copies[row.address]
        assert len(set(relay.message_ids.get(row.address, []))) <= 1
        if number > 1:
            assert row.was_uncertain and number == 2
        if row.state == Delivery.State.SENT:
            assert number
        if row.state in (Delivery.State.PENDING, Delivery.State.SKIPPED):
            assert not number or row.was_uncertain
    if sending.state == Sending.State.SENT:
        assert sending.counts().waiting == 0
