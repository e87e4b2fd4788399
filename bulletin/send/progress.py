"""How far a sending is and how fast it goes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Max, Min, OuterRef, Q, Subquery, Sum
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


class LeftOver(NamedTuple):
    """Recipients: `waiting` and `failed` of sendings that are not over, `uncertain` of all."""

    waiting: int
    failed: int
    uncertain: int


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


def left_over() -> LeftOver:
    """Two queries, which read the rows of open sendings, and elsewhere only those that are uncertain."""
    State = Delivery.State
    waiting = Q(state__in=[State.PENDING, State.CLAIMED, State.IN_FLIGHT])
    found = Delivery.objects.filter(sending__state__in=Sending.OPEN).aggregate(
        waiting=Count("pk", filter=waiting), failed=Count("pk", filter=Q(state=State.FAILED))
    )
    # Sending by sending, so that the index is used: most of a long table are old rows that were sent.
    uncertain = Delivery.objects.filter(sending=OuterRef("pk"), state=State.UNCERTAIN).order_by()
    counted = Subquery(uncertain.values("sending").annotate(number=Count("pk")).values("number"))
    total = Sending.objects.order_by().annotate(uncertain=counted).aggregate(total=Sum("uncertain"))["total"]
    return LeftOver(**found, uncertain=total or 0)


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
