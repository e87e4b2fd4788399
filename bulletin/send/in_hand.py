"""A sending as a worker holds it in memory: what is sent, and when the next message may start.

Waits are shared by all workers through the row of the sending. While something is wrong (`back_off` is not 0)
they take turns: one connection tries for all, and the others wait for what becomes of it.
"""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from bulletin.models import Sending
from bulletin.send.states import stop
from cms.mail.connection import Reply

MOST_REFUSALS = 20  # of the log-in or the sender, one after the other, over all workers


class Turn(NamedTuple):
    """`wait` is 0 where a message may start now. `back_off` is what was known when it was given."""

    wait: float
    back_off: float


class InHand:
    """One sending; its threads share it."""

    def __init__(self, sending: Sending) -> None:
        self.pk = sending.pk
        self.sender = sending.sender
        self.message = bytes(sending.message)
        self.audience_kind = "" if sending.same_audience_as_id else sending.audience_kind
        self.is_open = True
        self.back_off = 0.0
        self.refusals = self.unanswered = 0
        self.wait_until = 0.0  # of time.monotonic()
        self._last_words = ""
        self._lock = threading.Lock()

    def refresh(self) -> None:
        """Take over what other workers and people have done."""
        rows = Sending.objects.filter(pk=self.pk).annotate(moment=Now())
        row = rows.only("state", "back_off", "refused_in_a_row", "wait_until").first()
        if row is None:
            self.is_open = False
        else:
            self._take_over(row)

    def _take_over(self, row: Sending) -> None:
        wait = (row.wait_until - row.moment).total_seconds() if row.wait_until else 0.0
        with self._lock:
            self.is_open = row.state == Sending.State.SENDING
            self.back_off, self.refusals = row.back_off, row.refused_in_a_row
            self.wait_until = time.monotonic() + wait if wait > 0 else 0.0

    @property
    def has_to_wait(self) -> bool:
        return time.monotonic() < self.wait_until

    def ask(self) -> Turn:
        with self._lock:
            wait, back_off = self.wait_until - time.monotonic(), self.back_off
        if wait > 0 or not back_off or self._took_turn():
            return Turn(max(wait, 0.0), back_off)
        self.refresh()
        return Turn(settings.BULLETIN_FIRST_WAIT, back_off)

    def _took_turn(self) -> bool:
        """True for one connection of all workers."""
        free = Q(wait_until=None) | Q(wait_until__lte=Now())
        unwell = Sending.objects.filter(free, pk=self.pk, state=Sending.State.SENDING, back_off__gt=0)
        turn = timedelta(seconds=settings.BULLETIN_TURN)
        return bool(unwell.update(wait_until=Now() + turn))

    def is_well(self) -> None:
        """The relay has answered a message, so nobody has to wait."""
        with self._lock:
            self.unanswered = 0
            if not self.back_off and not self.refusals:
                return
            self.back_off, self.refusals, self.wait_until = 0.0, 0, 0.0
        Sending.objects.filter(pk=self.pk).update(back_off=0, refused_in_a_row=0, wait_until=None)

    def was_not_tried(self, turn: Turn) -> None:
        """Nothing was learnt about the relay, so the turn is free again."""
        if turn.back_off:
            Sending.objects.filter(pk=self.pk, back_off=turn.back_off).update(wait_until=None)

    def gave_no_answer(self, words: str, turn: Turn) -> None:
        """After the final dot. Once is chance; a relay that does it again and again is as good as away."""
        with self._lock:
            self.unanswered += 1
            is_chance = self.unanswered == 1
        if is_chance:
            self.was_not_tried(turn)
        else:
            self.is_away(words, turn)

    def is_away(self, words: str, turn: Turn) -> None:
        """No connection, or a break before the final dot: everybody waits, each time twice as long."""
        self._let_all_wait(words, turn, settings.BULLETIN_LONGEST_WAIT)

    def was_refused(self, reply: Reply, turn: Turn) -> None:
        """The log-in, the sender or the whole connection. Too often, and the sending pauses."""
        words = f"{reply.code} {reply.text}"
        self._let_all_wait(words, turn, settings.BULLETIN_LONGEST_LOGIN_WAIT, refusals=1)

    @transaction.atomic
    def _let_all_wait(self, words: str, turn: Turn, longest: float, refusals: int = 0) -> None:
        rows = Sending.objects.select_for_update().filter(pk=self.pk)
        row = rows.annotate(moment=Now()).defer("html", "text", "message").get()
        row.refused_in_a_row += refusals
        row.last_reply, row.last_reply_at = words[:300], row.moment
        # Where another connection has met the same trouble meanwhile, its wait holds for both.
        if row.back_off == turn.back_off or row.wait_until is None:
            row.back_off = min(max(row.back_off * 2, settings.BULLETIN_FIRST_WAIT), longest)
            row.wait_until = row.moment + timedelta(seconds=row.back_off)
        row.save(update_fields=["refused_in_a_row", "last_reply", "last_reply_at", "back_off", "wait_until"])
        if row.refused_in_a_row >= MOST_REFUSALS and stop(self.pk, Sending.Pause.LOGIN, words):
            row.state = Sending.State.PAUSED
        self._take_over(row)

    def said(self, reply: Reply) -> None:
        self._last_words = f"{reply.code} {reply.text}"

    def write_last_words(self) -> None:
        """Now and then: the row of the sending is not written for each message."""
        words, self._last_words = self._last_words, ""
        if words:
            Sending.objects.filter(pk=self.pk).update(last_reply=words[:300], last_reply_at=Now())
