"""Erasing a person: no address stays anywhere in the database, only keyed hashes that lead to nobody."""

from __future__ import annotations

import re

from django.db import transaction
from django.db.models import Q, QuerySet

from bulletin.models import ConsentEvent, Delivery, Sending, Subscriber, SubscriberLink, Suppression
from bulletin.subscribe.ask import NEW_ADDRESS
from cms.mail.models import OutboxMail

ERASED = "[address erased]"


@transaction.atomic
def erase(subscriber: Subscriber, source: str) -> None:
    """The row, its links and mails that wait go; deliveries, consent and suppression keep the key alone."""
    person = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    if person is None:
        return
    moved = person.consent_events.filter(kind=ConsentEvent.Kind.MOVED)
    keys = {person.address_key, *moved.values_list("address_key", flat=True)}
    deliveries = Delivery.objects.filter(Q(address_key__in=keys) | Q(subscriber=person))
    addresses = {person.email, *deliveries.exclude(address="").values_list("address", flat=True)}
    deliveries.filter(state=Delivery.State.PENDING).update(
        state=Delivery.State.SKIPPED, skip_reason=Delivery.Skip.LEFT
    )
    blank(deliveries)
    _blank_last_replies(addresses)
    to_new_address = Q(purpose=NEW_ADDRESS, reference__subscriber=person.pk)
    OutboxMail.objects.filter(Q(address_key__in=keys) | to_new_address).delete()
    SubscriberLink.objects.filter(new_email__in=addresses).delete()
    Suppression.objects.update_or_create(
        address_key=person.address_key, defaults={"reason": Suppression.Reason.ERASED, "words": ""}
    )
    ConsentEvent.objects.create(
        address_key=person.address_key, kind=ConsentEvent.Kind.ERASED, source=source[:200]
    )
    person.delete()


def blank(deliveries: QuerySet[Delivery]) -> int:
    """Take the addresses out of deliveries, also where a relay has written them into its reply."""
    written = deliveries.filter(reply_text__contains="@").exclude(address="")
    for delivery in written.only("address", "reply_text").iterator():
        reply = without(delivery.reply_text, {delivery.address})
        Delivery.objects.filter(pk=delivery.pk).update(reply_text=reply)
    return deliveries.exclude(address="").update(address="")


def without(text: str, addresses: set[str]) -> str:
    """The text with a mark in the place of these addresses."""
    for address in addresses:
        text = re.sub(re.escape(address), ERASED, text, flags=re.IGNORECASE)
    return text[:300]


def _blank_last_replies(addresses: set[str]) -> None:
    for sending in Sending.objects.filter(last_reply__contains="@").only("last_reply"):
        words = without(sending.last_reply, addresses)
        if words != sending.last_reply:
            Sending.objects.filter(pk=sending.pk).update(last_reply=words)
