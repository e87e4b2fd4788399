"""What a subscriber changes through a mailed link: wishes, address, or everything, which is then erased."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bulletin.models import ConsentEvent, Delivery, Subscriber, SubscriberLink, Suppression
from bulletin.subscribe import words
from bulletin.subscribe.ask import MOVED, NEW_ADDRESS, in_this_language
from bulletin.subscribe.confirm import use
from cms.mail import outbox
from cms.mail.addresses import key_of
from cms.mail.models import OutboxMail


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
    now, new_key = timezone.now(), key_of(link.new_email)
    concerned = Q(pk=link.subscriber_id) | Q(address_key=new_key)
    people = {one.pk: one for one in Subscriber.objects.select_for_update().filter(concerned).order_by("pk")}
    person = people.pop(link.subscriber_id, None)
    if person is None or not use(link, now) or person.state != Subscriber.State.ACTIVE:
        return Move.ENDED
    if person.address_key == new_key:
        return Move.DONE
    if any(other.state == Subscriber.State.ACTIVE for other in people.values()):
        return Move.TAKEN
    # One that was never confirmed, or has left, gives way; its consent events stay.
    Subscriber.objects.filter(pk__in=people).delete()
    old_key, old_address = person.address_key, person.email
    person.email, person.address_key = link.new_email, new_key
    try:
        with transaction.atomic():
            person.save(update_fields=["email", "address_key"])
    except IntegrityError:  # somebody else came to this address at the same moment
        return Move.TAKEN
    _end_links(person, now)
    Suppression.objects.filter(address_key=new_key).delete()
    Suppression.objects.get_or_create(
        address_key=old_key, defaults={"reason": Suppression.Reason.LEFT, "words": ""}
    )
    _redirect(person)
    for key in (old_key, new_key):
        _write(person, key, ConsentEvent.Kind.MOVED, source)
    outbox.post(old_address, MOVED, in_this_language({"subscriber": person.pk}))
    return Move.DONE


def _end_links(person: Subscriber, now: datetime) -> None:
    """Whoever reads the old mailbox, or one that was mistyped, holds links of this person."""
    person.links.filter(used_at=None, expires_at__gt=now).update(expires_at=now)
    OutboxMail.objects.filter(purpose=NEW_ADDRESS, reference__subscriber=person.pk).delete()


def _redirect(person: Subscriber) -> None:
    """Mail that is not on its way yet goes to the new address, unless that one has it from before.

    A worker that has taken it loses it, and another try is made. The old address is suppressed, so what is on
    its way this moment and comes back is not tried there again.
    """
    State = Delivery.State
    free = {"claim": "", "leased_until": None}
    waiting = person.deliveries.filter(state__in=[State.PENDING, State.CLAIMED])
    same_sending = Delivery.objects.filter(sending=OuterRef("sending"), address_key=person.address_key)
    waiting.filter(Exists(same_sending)).update(state=State.SKIPPED, skip_reason=Delivery.Skip.LEFT, **free)
    waiting.update(state=State.PENDING, address=person.email, address_key=person.address_key, **free)


def _write(person: Subscriber, key: str, kind: str, source: str) -> None:
    ConsentEvent.objects.create(
        subscriber=person, address_key=key, kind=kind, words_version=words.VERSION, source=source
    )
