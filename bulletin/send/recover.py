"""Taking back what a worker has left behind that was killed, frozen or cut off."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.functions import Now

from bulletin.models import Delivery, Sending
from bulletin.send.states import clear_cancelled

State = Delivery.State


def recover() -> None:
    """Any worker does it, every second.

    Where the lease is over, a claimed row waits again. One in flight is uncertain: it is sent once more by
    itself where the settings say so and that was not done yet, else held. Its token stays, so that a worker
    that wakes up with the answer can still write it down.
    """
    over = Delivery.objects.filter(leased_until__lt=Now())
    if over.exists():
        _take_back(over)
    clear_cancelled()


def _take_back(over: QuerySet[Delivery]) -> None:
    over.filter(state=State.CLAIMED).update(state=State.PENDING, claim="", leased_until=None)
    in_flight = over.filter(state=State.IN_FLIGHT)
    if settings.BULLETIN_RESENDS_UNCERTAIN:
        open_ones = Sending.objects.filter(state__in=Sending.OPEN).values("pk")
        in_flight.filter(was_uncertain=False, sending__in=open_ones).update(
            state=State.PENDING, was_uncertain=True, leased_until=None, not_before=Now()
        )
    in_flight.update(state=State.UNCERTAIN, was_uncertain=True, leased_until=None)
