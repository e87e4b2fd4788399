"""How many subscribers there were at the end of each month, who came and who left, also by edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
from django.utils import timezone

from bulletin.models import ConsentEvent, Sending, Subscriber

Kind = ConsentEvent.Kind
COMING = {Kind.CONFIRMED, Kind.IMPORTED}
GOING = {Kind.UNSUBSCRIBED, Kind.BOUNCED, Kind.COMPLAINED, Kind.ERASED}
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
    """One sending: how many it went to, who came since the one before, and who left by it and why."""

    sending: Sending
    came: int
    left: int
    bounced: int
    complained: int


def months() -> list[Month]:
    """The last two years at most, oldest first. The events are read once, in the order in which they were."""
    came, left = Counter(), Counter()
    for moment, step in _steps():
        day = timezone.localdate(moment).replace(day=1)
        (came if step > 0 else left)[day] += 1
    known = {*came, *left}
    if not known:
        return []
    found, subscribed = [], Subscriber.objects.active().count()
    for day in _back_from(timezone.localdate().replace(day=1), min(known)):
        found.append(Month(day, came[day], left[day], subscribed))
        subscribed -= came[day] - left[day]
    return found[::-1]


def _steps() -> Iterator[tuple[datetime, int]]:
    """When the number rose or fell by one. Erasing somebody who had left, or a move, is no step."""
    subscribed: set[str] = set()
    moves = {Kind.MOVED}
    events = ConsentEvent.objects.order_by("happened_at", "pk").values_list(
        "address_key", "kind", "happened_at"
    )
    for key, kind, moment in events.iterator(chunk_size=5_000):
        if kind in COMING and key not in subscribed:
            subscribed.add(key)
            yield moment, 1
        elif kind in GOING and key in subscribed:
            subscribed.discard(key)
            yield moment, -1
        elif kind in moves:
            subscribed.symmetric_difference_update({key})


def _back_from(month: date, earliest: date) -> Iterator[date]:
    for _number in range(MOST_MONTHS):
        yield month
        if month <= earliest:
            return
        month = (month.replace(day=1) - date.resolution).replace(day=1)


def editions() -> list[OfEdition]:
    """The newest sendings that have started, newest first; three queries."""
    sendings = Sending.objects.exclude(started_at=None).defer("html", "text", "message")
    newest = list(sendings.select_related("edition").order_by("-started_at")[: MOST_EDITIONS + 1])
    gone = _gone(newest)
    coming = ConsentEvent.objects.filter(kind__in=COMING)
    if newest:
        coming = coming.filter(happened_at__gte=newest[-1].started_at)
    came = sorted(coming.values_list("happened_at", flat=True))
    found = []
    for place, sending in enumerate(newest[:MOST_EDITIONS]):
        before = newest[place + 1].started_at if place + 1 < len(newest) else None
        since = [moment for moment in came if before and before <= moment < sending.started_at]
        counted = gone.get(sending.pk, {})
        found.append(
            OfEdition(
                sending,
                came=len(since),
                left=counted.get(Kind.UNSUBSCRIBED, 0),
                bounced=counted.get(Kind.BOUNCED, 0),
                complained=counted.get(Kind.COMPLAINED, 0),
            )
        )
    return found


def _gone(sendings: Iterable[Sending]) -> dict[int, dict[str, int]]:
    events = ConsentEvent.objects.filter(sending__in=sendings, kind__in=GOING)
    rows = events.order_by().values_list("sending", "kind").annotate(number=Count("pk"))
    found: dict[int, dict[str, int]] = {}
    for sending, kind, number in rows:
        found.setdefault(sending, {})[kind] = number
    return found
