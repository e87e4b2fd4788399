"""How many subscribers there were at the end of each month, who came and who left, also by edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, DateField, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from bulletin.models import ConsentEvent, Sending, Subscriber
from bulletin.subscribe.coming_and_going import GOING, Kind, came, left

MOST_MONTHS = 24
MOST_EDITIONS = 24


@dataclass(frozen=True)
class Month:
    """`first` is its first day, `subscribed` the number at its end, or now."""

    first: date
    came: int
    left: int
    subscribed: int


@dataclass(frozen=True)
class OfEdition:
    """One sending: how many it went to, who came until the next one, and who left by it and why."""

    sending: Sending
    came: int
    left: int
    bounced: int
    complained: int


def months() -> list[Month]:
    """The last two years at most, oldest first."""
    coming, going = _by_month(came()), _by_month(left())
    known = coming.keys() | going.keys()
    if not known:
        return []
    found, subscribed = [], Subscriber.objects.active().count()
    for day in _back_from(timezone.localdate().replace(day=1), min(known)):
        month = Month(day, coming.get(day, 0), going.get(day, 0), subscribed)
        found.append(month)
        subscribed -= month.came - month.left
    return found[::-1]


def _by_month(events: QuerySet[ConsentEvent]) -> dict[date, int]:
    by_month = events.annotate(month=TruncMonth("happened_at", output_field=DateField()))
    return dict(by_month.values("month").annotate(number=Count("pk")).values_list("month", "number"))


def _back_from(month: date, earliest: date) -> Iterator[date]:
    for _number in range(MOST_MONTHS):
        yield month
        if month <= earliest:
            return
        month = (month.replace(day=1) - date.resolution).replace(day=1)


def editions() -> list[OfEdition]:
    """The newest sendings that have started, newest first; three queries."""
    sendings = Sending.objects.exclude(started_at=None).defer("html", "text", "message")
    newest = list(sendings.select_related("edition").order_by("-started_at")[:MOST_EDITIONS])
    gone, come = _gone(newest), _come(newest)
    return [
        OfEdition(
            sending,
            came=come[str(sending.pk)],
            left=gone.get(sending.pk, {}).get(Kind.UNSUBSCRIBED, 0),
            bounced=gone.get(sending.pk, {}).get(Kind.BOUNCED, 0),
            complained=gone.get(sending.pk, {}).get(Kind.COMPLAINED, 0),
        )
        for sending in newest
    ]


def _come(newest_first: list[Sending]) -> dict[str, int]:
    """By the number of the sending: who came after it and before the next one."""
    ends = [None, *(sending.started_at for sending in newest_first)]
    counts = {
        str(sending.pk): Count("pk", filter=_between(sending.started_at, end))
        for sending, end in zip(newest_first, ends, strict=False)
    }
    return came().aggregate(**counts) if counts else {}


def _between(start: datetime, end: datetime | None) -> Q:
    since = Q(happened_at__gte=start)
    return since & Q(happened_at__lt=end) if end else since


def _gone(sendings: Iterable[Sending]) -> dict[int, dict[str, int]]:
    events = ConsentEvent.objects.filter(sending__in=sendings, kind__in=GOING)
    rows = events.order_by().values_list("sending", "kind").annotate(number=Count("pk"))
    found: dict[int, dict[str, int]] = {}
    for sending, kind, number in rows:
        found.setdefault(sending, {})[kind] = number
    return found
