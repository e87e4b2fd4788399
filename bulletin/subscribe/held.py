"""What the site holds about one subscriber, in words for that person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bulletin.models import ConsentEvent, Delivery, Subscriber, Suppression
from cms.mail.models import OutboxMail


@dataclass(frozen=True)
class Held:
    """`facts` are labels with values; `events` and `deliveries` come newest first."""

    facts: list[tuple[str, str]]
    events: list[ConsentEvent]
    deliveries: list[Delivery]


def held_about(subscriber: Subscriber) -> Held:
    """All of it, in a few queries."""
    own = Q(subscriber=subscriber) | Q(address_key=subscriber.address_key)
    events = ConsentEvent.objects.filter(own).order_by("-happened_at", "-pk")
    deliveries = Delivery.objects.filter(own).select_related("sending").order_by("-pk")
    return Held(list(_facts(subscriber)), list(events), list(deliveries.defer(*_HEAVY)))


_HEAVY = ("sending__html", "sending__text", "sending__message")


def _facts(subscriber: Subscriber) -> Iterator[tuple[str, str]]:
    yield _("E-mail address"), subscriber.email
    if subscriber.name:
        yield _("Name"), subscriber.name
    yield _("State"), subscriber.get_state_display()
    yield _("Monthly bulletin"), _("Yes") if subscriber.wants_monthly else _("No")
    yield _("Special editions"), _("Yes") if subscriber.wants_specials else _("No")
    yield _("Language"), subscriber.get_language_display()
    yield _("Where you signed up, or who gave us your address"), subscriber.source or _("Not known")
    for label, moment in (
        (_("Asked for it"), subscriber.asked_at),
        (_("Confirmed"), subscriber.confirmed_at),
        (_("Left"), subscriber.left_at),
    ):
        if moment:
            yield label, written(moment)
    suppression = Suppression.objects.filter(address_key=subscriber.address_key).first()
    if suppression:
        yield _("No mail to this address, because"), suppression.get_reason_display()
    links = subscriber.links.filter(used_at=None, expires_at__gt=timezone.now()).count()
    yield _("Mailed links that still work"), str(links)
    waiting = OutboxMail.objects.filter(address_key=subscriber.address_key).count()
    yield _("Mails to you that still wait"), str(waiting)


def written(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y, H:i")
