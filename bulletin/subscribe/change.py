"""What a subscriber changes through a mailed link: wishes, address, or everything, which is then erased."""

from __future__ import annotations

from enum import Enum

from django.db import transaction
from django.utils import timezone

from bulletin.models import ConsentEvent, Delivery, Subscriber, SubscriberLink, Suppression
from bulletin.subscribe import words
from bulletin.subscribe.ask import MOVED
from bulletin.subscribe.confirm import use
from cms.mail import outbox
from cms.mail.addresses import key_of


@transaction.atomic
def change_wishes(subscriber: Subscriber, editions: list[str], language: str, source: str) -> bool:
    """Whether anything is different now."""
    person = Subscriber.objects.select_for_update().get(pk=subscriber.pk)
    before = (person.wants_monthly, person.wants_specials, person.language)
    person.wants_monthly = "monthly" in editions
    person.wants_specials = "specials" in editions
    person.language = language
    if before == (person.wants_monthly, person.wants_specials, person.language):
        return False
    person.save(update_fields=["wants_monthly", "wants_specials", "language"])
    _write(person, person.address_key, ConsentEvent.Kind.CHANGED, source)
    return True


class Move(Enum):
    """What became of a change of address."""

    DONE = "done"
    TAKEN = "another subscription has this address"
    ENDED = "the link was used, or the person has left since"


@transaction.atomic
def move(link: SubscriberLink, source: str) -> Move:
    """The subscription goes to the new address, whose owner has pressed the button; the old one is told."""
    if not use(link, timezone.now()):
        return Move.ENDED
    person = Subscriber.objects.select_for_update().get(pk=link.subscriber_id)
    new_key = key_of(link.new_email)
    if person.state != Subscriber.State.ACTIVE:
        return Move.ENDED
    if person.address_key == new_key:
        return Move.DONE
    others = Subscriber.objects.select_for_update().filter(address_key=new_key)
    if others.filter(state=Subscriber.State.ACTIVE).exists():
        return Move.TAKEN
    # One that was never confirmed, or has left, gives way; its consent events stay.
    others.delete()
    old_key, old_address = person.address_key, person.email
    person.email, person.address_key = link.new_email, new_key
    person.save(update_fields=["email", "address_key"])
    Suppression.objects.filter(address_key=new_key).delete()
    _redirect(person, new_key)
    for key in (old_key, new_key):
        _write(person, key, ConsentEvent.Kind.MOVED, source)
    outbox.post(old_address, MOVED, {"subscriber": person.pk})
    return Move.DONE


def _redirect(person: Subscriber, new_key: str) -> None:
    """Mail that no worker has taken yet goes to the new address, unless that one has it from before."""
    for delivery in person.deliveries.filter(state=Delivery.State.PENDING).only("sending"):
        if not Delivery.objects.filter(sending=delivery.sending_id, address_key=new_key).exists():
            Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.PENDING).update(
                address=person.email, address_key=new_key
            )


def _write(person: Subscriber, key: str, kind: str, source: str) -> None:
    ConsentEvent.objects.create(
        subscriber=person, address_key=key, kind=kind, words_version=words.VERSION, source=source
    )
