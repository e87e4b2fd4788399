"""What the clock deletes about subscribers, so that nothing is kept longer than it was promised."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from bulletin.models import Delivery, ProviderEvent, Subscriber, SubscriberLink
from bulletin.subscribe.erase import blank

State = Subscriber.State


def forget_unconfirmed() -> int:
    """Who asked and never confirmed."""
    before = timezone.now() - settings.UNCONFIRMED_KEPT
    gone = Subscriber.objects.filter(state=State.WAITING, asked_at__lt=before)
    return _delete_people(gone)


def forget_those_who_left() -> int:
    """The suppression stays, and so do the keys of their consent."""
    before = timezone.now() - settings.LEFT_KEPT
    gone = Subscriber.objects.filter(state=State.LEFT, left_at__lt=before)
    return _delete_people(gone)


def forget_links() -> int:
    """A week after its use or its end, so that whoever opens one again is told what it was."""
    before = timezone.now() - settings.MAILED_LINK_REMEMBERED
    over = SubscriberLink.objects.filter(Q(expires_at__lt=before) | Q(used_at__lt=before))
    return _delete(over)


def forget_provider_events() -> int:
    before = timezone.now() - settings.PROVIDER_EVENTS_KEPT
    return _delete(ProviderEvent.objects.filter(taken_at__lt=before))


def forget_delivery_addresses() -> int:
    """Deliveries keep the keyed hash. What still waits, or may be sent again, needs its address."""
    before = timezone.now() - settings.DELIVERY_ADDRESSES_KEPT
    State = Delivery.State
    done = Delivery.objects.exclude(state__in=[State.PENDING, State.CLAIMED, State.IN_FLIGHT])
    done = done.exclude(state=State.UNCERTAIN, subscriber__isnull=False)
    return blank(done.filter(sending__queued_at__lt=before))


@transaction.atomic
def _delete_people(people: QuerySet[Subscriber]) -> int:
    """Also from their deliveries, which would keep the address for longer."""
    gone = Subscriber.objects.filter(pk__in=list(people.select_for_update().values_list("pk", flat=True)))
    blank(Delivery.objects.filter(subscriber__in=gone))
    return _delete(gone)


def _delete(rows: object) -> int:
    _number, by_model = rows.delete()
    return by_model.get(rows.model._meta.label, 0)
