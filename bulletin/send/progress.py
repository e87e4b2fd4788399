"""How far a sending is and how fast it goes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Max, Min
from django.db.models.functions import Now

from bulletin.models import Delivery, Sending, SendingWorker
from bulletin.models.sending import Counts

MEASURED_OVER = timedelta(seconds=60)
ALIVE_WITHIN = timedelta(seconds=20)


class Progress(NamedTuple):
    """`remaining_seconds` is None while nobody can tell; `workers` is how many run, for all sendings."""

    counts: Counts
    per_second: float
    remaining_seconds: float | None
    last_reply: str
    last_reply_at: datetime | None
    workers: int


def progress_of(sending: Sending) -> Progress:
    counts = sending.counts()
    per_second = _per_second(sending) if sending.state == Sending.State.SENDING else 0.0
    return Progress(
        counts=counts,
        per_second=per_second,
        remaining_seconds=counts.waiting / per_second if per_second else None,
        last_reply=sending.last_reply,
        last_reply_at=sending.last_reply_at,
        workers=workers_now(),
    )


def workers_now() -> int:
    return SendingWorker.objects.filter(seen_at__gte=Now() - ALIVE_WITHIN).count()


def _per_second(sending: Sending) -> float:
    """Taken or refused for good, over the last minute or since the start."""
    State = Delivery.State
    answered = sending.deliveries.filter(
        answered_at__gte=Now() - MEASURED_OVER, state__in=[State.SENT, State.FAILED]
    )
    measured = answered.aggregate(number=Count("pk"), first=Min("answered_at"), now=Max(Now()))
    if not measured["number"]:
        return 0.0
    seconds = (measured["now"] - measured["first"]).total_seconds()
    return measured["number"] / max(seconds, 1.0)
