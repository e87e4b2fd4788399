"""What a sending did to the number of subscribers."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from bulletin.models import ConsentEvent, Sending
from bulletin.subscribe.coming_and_going import came


@dataclass(frozen=True)
class Summary:
    """Subscribers lost through this sending, and those who joined between it and the next one."""

    left: int
    bounced: int
    complained: int
    joined: int


def summary_of(sending: Sending) -> Summary:
    Kind = ConsentEvent.Kind
    lost = sending.consent_events.aggregate(
        left=Count("pk", filter=Q(kind=Kind.UNSUBSCRIBED)),
        bounced=Count("pk", filter=Q(kind=Kind.BOUNCED)),
        complained=Count("pk", filter=Q(kind=Kind.COMPLAINED)),
    )
    return Summary(**lost, joined=_joined_since(sending))


def _joined_since(sending: Sending) -> int:
    if sending.started_at is None:
        return 0
    events = came().filter(happened_at__gte=sending.started_at)
    later = Sending.objects.filter(started_at__gt=sending.started_at).order_by("started_at")
    if next_start := later.values_list("started_at", flat=True).first():
        events = events.filter(happened_at__lt=next_start)
    return events.count()
