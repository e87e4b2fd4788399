"""No more bulletin for an address: the one place where subscribers stop being subscribers."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from bulletin.models import ConsentEvent, Sending, Subscriber, Suppression
from cms.pages.feedback.masking import masked

Reason = Suppression.Reason

EVENTS = {
    Reason.LEFT: ConsentEvent.Kind.UNSUBSCRIBED,
    Reason.BY_HAND: ConsentEvent.Kind.UNSUBSCRIBED,
    Reason.UNKNOWN_MAILBOX: ConsentEvent.Kind.BOUNCED,
    Reason.BOUNCED: ConsentEvent.Kind.BOUNCED,
    Reason.COMPLAINED: ConsentEvent.Kind.COMPLAINED,
    Reason.ERASED: ConsentEvent.Kind.ERASED,
}
LONGEST_WORDS = 300


@transaction.atomic
def suppress(
    address_key: str, reason: str, words: str = "", sending: Sending | None = None, source: str = ""
) -> bool:
    """Whether anything changed: an address that is suppressed already stays so for its first reason.

    A subscriber with this address has left from now on, also when nobody was known by it before.
    `words` are the relay's; addresses in them are masked.
    """
    subscriber = Subscriber.objects.select_for_update().filter(address_key=address_key).first()
    _suppression, is_new = Suppression.objects.get_or_create(
        address_key=address_key, defaults={"reason": reason, "words": masked(words)[:LONGEST_WORDS]}
    )
    has_left = subscriber is not None and subscriber.state != Subscriber.State.LEFT
    if has_left:
        subscriber.state = Subscriber.State.LEFT
        subscriber.left_at = timezone.now()
        subscriber.save(update_fields=["state", "left_at"])
    if is_new or has_left:
        ConsentEvent.objects.create(
            subscriber=subscriber,
            address_key=address_key,
            kind=EVENTS[Reason(reason)],
            source=source[:200],
            sending=sending,
        )
    return is_new or has_left
