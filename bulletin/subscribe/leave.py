"""Leaving the bulletin: takes effect at once, and a second time changes nothing."""

from __future__ import annotations

from bulletin.models import ConsentEvent, Delivery, Sending, Subscriber, Suppression
from bulletin.subscribe.links import Leaving
from bulletin.subscribe.suppress import suppress


def leave(subscriber: Subscriber, *, sending: Sending | None = None, source: str) -> bool:
    """Whether the subscriber had not left before. `source` is the page or the person by whom they leave."""
    has_left = suppress(subscriber.address_key, Suppression.Reason.LEFT, sending=sending, source=source)
    subscriber.refresh_from_db()
    return has_left


def leave_by_link(leaving: Leaving, source: str) -> bool:
    """Whoever holds a mailed link leaves, also with an address they have changed since, or that is gone."""
    sending = sending_of(leaving)
    has_left = suppress(leaving.address_key, Suppression.Reason.LEFT, sending=sending, source=source)
    for subscriber in moved_from(leaving.address_key):
        has_left |= leave(subscriber, sending=sending, source=source)
    return has_left


def is_subscribed(address_key: str) -> bool:
    """Whether a mail for this address, or for the one it was changed to, would still go out."""
    own = Subscriber.objects.filter(address_key=address_key).exclude(state=Subscriber.State.LEFT)
    if own.exists():
        return True
    return any(one.state != Subscriber.State.LEFT for one in moved_from(address_key))


def sending_of(leaving: Leaving) -> Sending | None:
    """The sending that is named by the link, else the newest that went to this address."""
    if leaving.sending_id:
        return Sending.objects.filter(pk=leaving.sending_id).first()
    sent = Delivery.objects.filter(address_key=leaving.address_key, sent_at__isnull=False)
    newest = sent.select_related("sending").order_by("-sent_at").first()
    return newest.sending if newest else None


def moved_from(address_key: str) -> list[Subscriber]:
    """Who was known by this address and has another one now, unless somebody else has it meanwhile."""
    if Subscriber.objects.filter(address_key=address_key).exists():
        return []
    moved = ConsentEvent.objects.filter(
        address_key=address_key, kind=ConsentEvent.Kind.MOVED, subscriber__isnull=False
    )
    people = Subscriber.objects.filter(pk__in=moved.values("subscriber"))
    return list(people)
