"""Carrying one message after the other over one connection to the relay.

No database transaction is open while the relay is spoken to, and nothing is read into the answer that it does
not say: what cannot be known is uncertain.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from email.utils import formatdate

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Q

from bulletin.models import Delivery, Sending
from bulletin.send.claim import Claimed, is_wanted
from bulletin.send.in_hand import InHand, Turn
from bulletin.send.recorder import Recorder
from bulletin.send.replies import Fate, Outcome, is_about_us, outcome_of
from bulletin.send.throttle import Throttle
from cms.mail.connection import Connection, Refused, RelayAway, Reply, Unknown, open_connection

log = logging.getLogger(__name__)

STALE_AFTER = 1.0  # seconds after which a claim no longer says that the person is still subscribed
IDLE_AFTER = 10.0  # seconds after which an unused connection is closed, before the relay does it


class Carrier:
    """One connection to the relay, opened when it is needed."""

    def __init__(
        self, recorder: Recorder, throttle: Throttle, open_relay: Callable[[], Connection] = open_connection
    ) -> None:
        self.recorder = recorder
        self.throttle = throttle
        self.open_relay = open_relay
        self.relay: Connection | None = None
        self.used_at = 0.0

    def carry(self, row: Claimed, sending: InHand, turn: Turn) -> None:
        """One try with one row. Whatever happens is written down."""
        message = self._made(row, sending)
        if message is None:
            sending.was_not_tried(turn)
            return
        try:
            reply = self._hand_over(row, sending, message)
        except RelayAway as trouble:
            self.drop()
            self.recorder.note(Outcome(row, Fate.BACK))
            sending.is_away(str(trouble), turn)
        except Refused as refusal:
            self._was_refused(row, sending, refusal, turn)
        except Unknown as trouble:
            self.drop()
            self.recorder.note(Outcome(row, Fate.UNKNOWN, Reply(0, str(trouble))))
            sending.gave_no_answer(str(trouble), turn)
        except DatabaseError:
            self.drop()
            raise
        except Exception as error:
            # Whatever it was, the final dot may be out.
            log.exception("Delivery %s was broken off", row.pk)
            self.drop()
            self.recorder.note(Outcome(row, Fate.UNKNOWN, Reply(0, type(error).__name__)))
        else:
            if reply is None:
                sending.was_not_tried(turn)
            else:
                self.recorder.note(Outcome(row, Fate.SENT, reply))
                self._was_answered(sending, reply)
                self.throttle.taken()

    def _made(self, row: Claimed, sending: InHand) -> bytes | None:
        from bulletin.render.message import Recipient, finished
        from bulletin.subscribe.links import unsubscribe_url

        try:
            leave = unsubscribe_url(row.address_key, sending.pk)
            recipient = Recipient(row.address, row.address_key, row.message_id, leave, formatdate())
            return finished(sending.message, recipient)
        except ValueError as error:
            log.error("The message of delivery %s cannot be made (%s)", row.pk, type(error).__name__)
            self.recorder.note(Outcome(row, Fate.FAILED, Reply(0, "The message could not be made.")))
            return None

    def _hand_over(self, row: Claimed, sending: InHand, message: bytes) -> Reply | None:
        """The relay's answer to the final dot; None where it was not sent."""
        if self.relay is None:
            self.relay = self.open_relay()
        self.used_at = time.monotonic()
        self.relay.begin(sending.sender, row.address)
        if time.monotonic() - row.taken_at > STALE_AFTER and not is_still_wanted(row, sending):
            self.relay.abandon()
            self.recorder.note(Outcome(row, Fate.UNWANTED))
            return None
        self.relay.write(message)
        asked_at = time.monotonic()
        if not self.recorder.mark(row, sending.audience_kind):
            self._give_up(row, sending)
            return None
        if time.monotonic() - asked_at >= settings.BULLETIN_LEASE.total_seconds():
            # This process was frozen; somebody else may have the row by now.
            self._abandon()
            self.recorder.note(Outcome(row, Fate.BACK))
            return None
        return self.relay.finish()

    def _give_up(self, row: Claimed, sending: InHand) -> None:
        """The row may not be handed over: paused, cancelled, taken by another, left, or nobody knows."""
        self._abandon()
        fate = Fate.BACK
        try:
            fate = why_not(row, sending)
        finally:
            self.recorder.note(Outcome(row, fate))

    def _was_refused(self, row: Claimed, sending: InHand, refusal: Refused, turn: Turn) -> None:
        reply = refusal.reply
        self.recorder.note(outcome_of(row, refusal))
        if refusal.at in ("greeting", "login"):
            self.drop()
        if is_about_us(refusal):
            if reply.is_final:
                sending.was_refused(reply, turn)
            else:
                sending.is_away(f"{reply.code} {reply.text}", turn)
            return
        self._was_answered(sending, reply)
        if reply.is_final:
            sending.refresh()
        else:
            self.throttle.refused_for_now()

    def _was_answered(self, sending: InHand, reply: Reply) -> None:
        self.used_at = time.monotonic()
        sending.said(reply)
        sending.is_well()

    def _abandon(self) -> None:
        """Inside of a message only closing the connection takes it back."""
        if self.relay:
            self.relay.abandon()
        self.drop()

    def drop(self) -> None:
        if self.relay:
            with suppress(OSError, RelayAway):
                self.relay.close()
        self.relay = None

    def rest(self) -> None:
        """Nothing to do for the moment."""
        if self.relay and time.monotonic() - self.used_at > IDLE_AFTER:
            self.drop()


def is_still_wanted(row: Claimed, sending: InHand) -> bool:
    return Delivery.objects.filter(Q(is_wanted(sending.audience_kind)), pk=row.pk).exists()


def why_not(row: Claimed, sending: InHand) -> Fate:
    """UNWANTED where the person has left; else the row waits again, unless it is another's."""
    state = Sending.objects.filter(pk=sending.pk).values_list("state", flat=True).first()
    if state != Sending.State.SENDING:
        sending.is_open = False
    elif not row.is_over and not is_still_wanted(row, sending):
        return Fate.UNWANTED
    return Fate.BACK
