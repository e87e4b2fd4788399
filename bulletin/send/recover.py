"""Taking back what a worker has left behind that was killed, frozen or cut off."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now

from bulletin.models import Delivery, Sending
from bulletin.send.states import clear_cancelled, take_back_page

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
    _take_back_pages()


def _take_back_pages() -> None:
    """What was in flight at a cancel may have been refused since, so that nobody has the mail."""
    lately = Sending.objects.filter(
        ~Exists(Delivery.objects.filter(sending__edition=OuterRef("edition"), state__in=Delivery.REACHED)),
        state=Sending.State.CANCELLED,
        edition__live=True,
        ended_at__gte=Now() - 2 * settings.BULLETIN_LEASE,
    )
    for edition in set(lately.values_list("edition", flat=True)):
        take_back_page(edition)


def _take_back(over: QuerySet[Delivery]) -> None:
    over.filter(state=State.CLAIMED).update(state=State.PENDING, claim="", leased_until=None)
    in_flight = over.filter(state=State.IN_FLIGHT)
    if settings.BULLETIN_RESENDS_UNCERTAIN:
        open_ones = Sending.objects.filter(state__in=Sending.OPEN).values("pk")
        in_flight.filter(was_uncertain=False, sending__in=open_ones).update(
            state=State.PENDING, was_uncertain=True, leased_until=None, not_before=Now()
        )
    in_flight.update(state=State.UNCERTAIN, was_uncertain=True, leased_until=None)
