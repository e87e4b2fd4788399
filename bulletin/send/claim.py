"""Taking a batch of rows for one worker, with a token and a lease."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.crypto import get_random_string

from bulletin.models import Delivery
from bulletin.send import gate
from bulletin.send.wanted import is_wanted, why_unwanted

State = Delivery.State
NAME_LENGTH = 8


class Claimed(NamedTuple):
    """A row that this worker has. `taken_at` is of time.monotonic()."""

    pk: int
    sending_id: int
    address: str
    address_key: str
    message_id: str
    attempts: int
    first_refused_at: datetime | None
    token: str
    taken_at: float

    @property
    def is_over(self) -> bool:
        """Whether the lease has ended; the row may be another worker's by now."""
        return time.monotonic() - self.taken_at >= settings.BULLETIN_LEASE.total_seconds()


def worker_name() -> str:
    return get_random_string(NAME_LENGTH)


def claim(sending_id: int, audience_kind: str, worker: str) -> list[Claimed]:
    """The next rows that may be tried now; GateShut where nothing may be sent from this database.

    Those who have left or are suppressed since the audience was made are skipped on the way.
    """
    waiting = Delivery.objects.filter(sending=sending_id, state=State.PENDING, not_before__lte=Now())
    if not waiting.exists():
        return []
    if not gate.check().is_open:
        raise gate.GateShut
    token = worker + get_random_string(24 - NAME_LENGTH)
    with transaction.atomic():
        gate.pass_through()
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        taken_at = time.monotonic()
        rows = list(
            waiting.order_by("not_before", "pk")
            .annotate(is_wanted=is_wanted(audience_kind))
            .values_list("is_wanted", *Claimed._fields[:-2])[: settings.BULLETIN_BATCH]
        )
        mine = [Claimed(*row, token, taken_at) for is_wanted, *row in rows if is_wanted]
        if len(mine) < len(rows):
            skip_unwanted(pk for is_wanted, pk, *_rest in rows if not is_wanted)
        # The rows are locked, on SQLite with the whole database, so they are as they were read.
        Delivery.objects.filter(pk__in=[row.pk for row in mine], state=State.PENDING).update(
            state=State.CLAIMED, claim=token, leased_until=Now() + settings.BULLETIN_LEASE
        )
        return mine


def skip_unwanted(keys: Iterable[int]) -> None:
    """Says of each why."""
    rows = Delivery.objects.filter(pk__in=list(keys), state=State.PENDING)
    rows.update(state=State.SKIPPED, skip_reason=why_unwanted(), claim="", leased_until=None)


def give_back(worker: str) -> int:
    """All rows that this worker has and has not begun to hand over wait again."""
    mine = Delivery.objects.filter(claim__startswith=worker, state=State.CLAIMED, leased_until__isnull=False)
    return mine.update(state=State.PENDING, claim="", leased_until=None)
