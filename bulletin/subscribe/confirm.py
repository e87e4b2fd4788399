"""What a person's own press of a button does: the sign-up and the new address count from then on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from bulletin.models import ConsentEvent, Subscriber, SubscriberLink, Suppression
from bulletin.subscribe import words
from bulletin.subscribe.ask import WELCOME, in_this_language
from cms.mail import outbox
from cms.mail.models import OutboxMail


def _language(code: str) -> str:
    return Subscriber.Language.GAELIC if code == Subscriber.Language.GAELIC else Subscriber.Language.ENGLISH


def remember_request(mail: OutboxMail) -> Subscriber:
    """The subscriber behind a sign-up whose mail is made now: a waiting one, unless it is active already.

    The same mail again, after a relay that was away, writes nothing twice.
    """
    asked = mail.reference
    wishes = {
        "wants_monthly": "monthly" in asked["editions"],
        "wants_specials": "specials" in asked["editions"],
        "source": asked["source"],
        "language": _language(asked.get("language", "")),
        "asked_at": mail.made_at,
    }
    with transaction.atomic():
        subscriber, is_new = Subscriber.objects.select_for_update().get_or_create(
            address_key=mail.address_key, defaults={"email": mail.address, **wishes}
        )
        if subscriber.state == Subscriber.State.ACTIVE:
            return subscriber
        if not is_new:
            for name, value in wishes.items():
                setattr(subscriber, name, value)
            subscriber.state, subscriber.left_at = Subscriber.State.WAITING, None
            subscriber.save()
        ConsentEvent.objects.get_or_create(
            address_key=mail.address_key,
            kind=ConsentEvent.Kind.REQUESTED,
            happened_at=mail.made_at,
            defaults={
                "subscriber": subscriber,
                "words_version": asked["words"],
                "source": asked["source"],
            },
        )
    return subscriber


class OtherWishes(Exception):
    """What would come is not what the person was shown."""


@transaction.atomic
def confirm(link: SubscriberLink, source: str, shown: str | None = None) -> bool:
    """Whether the link still held: of two presses at once, one confirms and the other finds it done.

    `shown` are the wishes on the page with the button. Raises OtherWishes where somebody has filled in the
    form again since.
    """
    now = timezone.now()
    subscriber = Subscriber.objects.select_for_update().filter(pk=link.subscriber_id).first()
    if subscriber is None:
        return False
    if shown is not None and shown != wishes_of(subscriber):
        raise OtherWishes
    if not use(link, now):
        return False
    subscriber.state, subscriber.left_at = Subscriber.State.ACTIVE, None
    subscriber.confirmed_at = now
    subscriber.save(update_fields=["state", "left_at", "confirmed_at"])
    others = subscriber.links.filter(purpose=link.purpose, used_at=None)
    others.update(used_at=now)
    Suppression.objects.filter(address_key=subscriber.address_key).delete()
    ConsentEvent.objects.create(
        subscriber=subscriber,
        address_key=subscriber.address_key,
        kind=ConsentEvent.Kind.CONFIRMED,
        words_version=words.VERSION,
        source=source,
    )
    outbox.post(subscriber.email, WELCOME, in_this_language({"subscriber": subscriber.pk}))
    return True


def wishes_of(subscriber: Subscriber) -> str:
    wishes = (("monthly", subscriber.wants_monthly), ("specials", subscriber.wants_specials))
    return " ".join(name for name, wanted in wishes if wanted)


def use(link: SubscriberLink, now: datetime) -> bool:
    """Whether this press is the first on the link."""
    unused = SubscriberLink.objects.filter(pk=link.pk, used_at=None, expires_at__gt=now)
    return unused.update(used_at=now) == 1
