"""Who became a subscriber and who ceased to be one: the rule behind all their numbers."""

from __future__ import annotations

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from bulletin.models import ConsentEvent

Kind = ConsentEvent.Kind
COMING = [Kind.CONFIRMED, Kind.IMPORTED]
GOING = [Kind.UNSUBSCRIBED, Kind.BOUNCED, Kind.COMPLAINED, Kind.ERASED]


def came() -> QuerySet[ConsentEvent]:
    """The events by which their number rose. Whoever confirms after an import was one already."""
    return _steps().filter(kind__in=COMING).exclude(before__in=COMING)


def left() -> QuerySet[ConsentEvent]:
    """The events by which it fell. Who is erased after leaving, or was never known, does not count again."""
    return _steps().filter(kind__in=GOING, before__in=[*COMING, Kind.MOVED])


def _steps() -> QuerySet[ConsentEvent]:
    """With the kind of the step `before` of the same address: "" where there was none.

    A move is no step of the number: it ends at one address what goes on at another.
    """
    earlier = Q(happened_at__lt=OuterRef("happened_at")) | Q(
        happened_at=OuterRef("happened_at"), pk__lt=OuterRef("pk")
    )
    same = ConsentEvent.objects.filter(
        earlier, address_key=OuterRef("address_key"), kind__in=[*COMING, *GOING, Kind.MOVED]
    )
    before = Subquery(same.order_by("-happened_at", "-pk").values("kind")[:1])
    return ConsentEvent.objects.order_by().annotate(before=Coalesce(before, Value("")))
