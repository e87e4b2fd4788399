"""What a worker does beside carrying messages: starting what is due, taking back, taking rows, finishing."""

from __future__ import annotations

import logging
import time
from datetime import timedelta

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.models.functions import Now

from bulletin.models import Sending, SendingWorker
from bulletin.send import audience, gate
from bulletin.send.claim import Claimed, claim
from bulletin.send.in_hand import InHand
from bulletin.send.progress import ALIVE_WITHIN
from bulletin.send.recover import recover
from bulletin.send.states import finish, stop
from bulletin.send.unknown_mailboxes import suppress_all

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0  # seconds
SAY_EVERY = 5.0  # seconds between two signs of life
FORGOTTEN_AFTER = timedelta(days=1)


class Keeper:
    """Keeps the sendings of one worker going."""

    def __init__(self, worker: str) -> None:
        self.worker = worker
        self.in_hand: dict[int, InHand] = {}
        self._looked_at = self._said_at = float("-inf")
        self._was_open = True

    def look(self, *, may_finish: bool) -> None:
        """Once a second: what has come, what has changed, what was left behind, what has ended."""
        if time.monotonic() - self._looked_at < LOOK_EVERY:
            return
        self._looked_at = time.monotonic()
        self.stop_forgotten()
        self.say_alive()
        self.refresh()
        if may_finish:
            self.finish_all()
        recover()
        self.start_due()
        self.refresh()

    def stop_forgotten(self) -> None:
        """Sendings under way that no worker has seen for hours ask a person: perhaps this is an old snapshot,
        which nothing else gives away, and the rest has been mailed meanwhile."""
        long_ago = Now() - settings.BULLETIN_MISSED_AFTER
        if SendingWorker.objects.filter(seen_at__gte=long_ago).exists():
            return
        forgotten = Sending.objects.filter(state=Sending.State.SENDING, fresh_from__lt=long_ago)
        for key in forgotten.values_list("pk", flat=True):
            stop(key, Sending.Pause.MISSED)

    def start_due(self) -> None:
        due = Sending.objects.filter(state=Sending.State.QUEUED, send_at__lte=Now())
        if not due.exists() or not self._may_send(gate.check()):
            return
        missed = due.filter(send_at__lt=Now() - settings.BULLETIN_MISSED_AFTER)
        for key in missed.values_list("pk", flat=True):
            stop(key, Sending.Pause.MISSED)
        for key in due.order_by("send_at", "pk").values_list("pk", flat=True):
            try:
                if audience.start(key):
                    log.info("Sending %s has started.", key)
            except (OperationalError, InterfaceError) as error:
                log.warning("Sending %s could not be started (%s); it is tried again.", key, error)

    def _may_send(self, state: gate.GateState) -> bool:
        if self._was_open and not state.is_open:
            log.warning("Nothing is sent. %s", state.because)
        self._was_open = state.is_open
        return state.is_open

    def refresh(self) -> None:
        """What this worker holds in memory is as the rows say."""
        going = Sending.objects.filter(state=Sending.State.SENDING)
        for sending in going.exclude(pk__in=self.in_hand).defer("html", "text"):
            self.in_hand[sending.pk] = InHand(sending)
        for key, sending in list(self.in_hand.items()):
            sending.write_last_words()
            sending.refresh()
            if not sending.is_open:
                del self.in_hand[key]

    def take(self) -> list[Claimed]:
        """A batch of each sending that may go on now."""
        rows: list[Claimed] = []
        for sending in self.in_hand.values():
            if sending.is_open and not sending.has_to_wait:
                try:
                    rows += claim(sending.pk, sending.audience_kind, self.worker)
                except gate.GateShut:
                    self._may_send(gate.state())
        return rows

    def finish_all(self) -> None:
        """Sendings in which nothing waits are sent."""
        for key, sending in list(self.in_hand.items()):
            suppress_all(Sending.objects.defer("html", "text", "message").get(pk=key))
            sending.write_last_words()
            if finish(key):
                log.info("Sending %s has ended.", key)
                sending.is_open = False
                del self.in_hand[key]

    def say_alive(self) -> None:
        if time.monotonic() - self._said_at < SAY_EVERY:
            return
        self._said_at = time.monotonic()
        if not SendingWorker.objects.filter(name=self.worker).update(seen_at=Now()):
            SendingWorker.objects.create(name=self.worker)
            SendingWorker.objects.filter(seen_at__lt=Now() - FORGOTTEN_AFTER).delete()

    def say_goodbye(self) -> None:
        """Counted no more, but remembered for a day: `stop_forgotten` asks when a worker was there last."""
        SendingWorker.objects.filter(name=self.worker).update(seen_at=Now() - 2 * ALIVE_WITHIN)
