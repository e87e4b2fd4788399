"""Addresses that the relay does not know get no further mail."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from bulletin.models import Delivery, Sending, Suppression
from bulletin.send.breaker import newest_run
from bulletin.send.replies import UNKNOWN_MAILBOX
from bulletin.send.states import anything_waits


def suppress_all(sending: Sending) -> int:
    """How many addresses of this sending are newly suppressed.

    Not those of a run, unless the sending has ended with it: they may yet be put back, and in a cancelled one
    nobody knows what the relay would have said. Nobody but the person lifts a suppression.
    """
    words = Q()
    for code in UNKNOWN_MAILBOX:
        words |= Q(reply_text=code) | Q(reply_text__startswith=f"{code} ")
    suppressed = Suppression.objects.filter(address_key=OuterRef("address_key"))
    unknown = sending.deliveries.filter(
        words, ~Exists(suppressed), state=Delivery.State.FAILED, reply_code__gte=500
    )
    if not unknown.exists():
        return 0
    if sending.state == Sending.State.CANCELLED or anything_waits(sending.pk):
        unknown = unknown.exclude(pk__in=newest_run(sending))
    found = list(unknown.values_list("address_key", "reply_code", "reply_text"))
    for key, code, text in found:
        _suppress(key, f"{code} {text}", sending)
    return len(found)


@transaction.atomic
def _suppress(address_key: str, words: str, sending: Sending) -> None:
    from bulletin.bounces import suppress

    suppress(address_key, Suppression.Reason.UNKNOWN_MAILBOX, words, sending=sending)
