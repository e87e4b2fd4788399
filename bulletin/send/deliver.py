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

from bulletin.models import Delivery, Sending
from bulletin.send.claim import Claimed
from bulletin.send.in_hand import InHand, Turn
from bulletin.send.recorder import Recorder
from bulletin.send.replies import Fate, Outcome, is_about_us, outcome_of
from bulletin.send.states import stop
from bulletin.send.throttle import Throttle
from bulletin.send.wanted import is_wanted
from cms.mail.connection import Connection, Refused, RelayAway, Reply, Unknown, open_connection
from cms.mail.envelope import WRITABLE

log = logging.getLogger(__name__)

STALE_AFTER = 1.0  # seconds after which a claim no longer says that the person is still subscribed
TOO_MANY_RESTS = 60.0  # seconds for which a connection that the relay has no room for leaves it to the others
FROZEN_AFTER = 0.1  # seconds that a mark may take before it is asked again
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
        # From the mark on: ending now would leave the message uncertain.
        self.is_at_the_dot = False
        self.others_are_open: Callable[[], bool] = lambda: False
        self.rests_until = 0.0

    @property
    def is_resting(self) -> bool:
        return time.monotonic() < self.rests_until and self.others_are_open()

    def carry(self, row: Claimed, sending: InHand, turn: Turn) -> None:
        """One try with one row. Whatever happens is written down."""
        message = self._made(row, sending)
        if message is None:
            sending.was_not_tried(turn)
            return
        is_new = self.relay is None
        try:
            reply = self._hand_over(row, sending, message)
        except RelayAway as trouble:
            was_opened = self.relay is not None
            self.drop()
            self.recorder.note(Outcome(row, Fate.BACK))
            if is_new and not was_opened and self.others_are_open():
                # One more than the relay allows; if it is away, the others meet that themselves.
                self.rests_until = time.monotonic() + TOO_MANY_RESTS
                sending.was_not_tried(turn)
            else:
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
        finally:
            self.is_at_the_dot = False

    def _made(self, row: Claimed, sending: InHand) -> bytes | None:
        from bulletin.render.message import Recipient, finished
        from bulletin.subscribe.links import unsubscribe_url

        try:
            leave = unsubscribe_url(row.address_key, sending.pk)
            recipient = Recipient(row.address, row.address_key, row.message_id, leave, formatdate())
            return finished(sending.message, recipient)
        except Exception as error:
            log.exception("The message of delivery %s cannot be made", row.pk)
            if WRITABLE.fullmatch(row.address):
                self.recorder.note(Outcome(row, Fate.BACK))
                stop(sending.pk, Sending.Pause.MESSAGE, type(error).__name__)
                sending.is_open = False
            else:
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
        self.is_at_the_dot = True
        asked_at = now()
        if not (self.recorder.mark(row, sending.audience_kind) and self._is_fresh(row, sending, asked_at)):
            self._give_up(row, sending)
            return None
        return self.relay.finish()

    def _is_fresh(self, row: Claimed, sending: InHand, asked_at: float) -> bool:
        """False where this process was frozen, and somebody has the row by now, or has left or paused."""
        took = now() - asked_at
        if took >= settings.BULLETIN_LEASE.total_seconds():
            return False
        return took <= FROZEN_AFTER or (is_still_sending(sending) and is_still_wanted(row, sending))

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
        if refusal.at in ("greeting", "login") or refusal.is_closed:
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
    return Delivery.objects.filter(is_wanted(sending.audience_kind), pk=row.pk).exists()


def is_still_sending(sending: InHand) -> bool:
    return Sending.objects.filter(pk=sending.pk, state=Sending.State.SENDING).exists()


def now() -> float:
    """Goes on while the machine sleeps, where there is such a clock."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def why_not(row: Claimed, sending: InHand) -> Fate:
    """UNWANTED where the person has left; else the row waits again, unless it is another's."""
    if not is_still_sending(sending):
        sending.is_open = False
    elif not row.is_over and not is_still_wanted(row, sending):
        return Fate.UNWANTED
    return Fate.BACK
