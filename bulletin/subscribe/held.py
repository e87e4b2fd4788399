"""What the site holds about one subscriber, in words for that person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bulletin.models import ConsentEvent, Delivery, Subscriber, Suppression
from bulletin.subscribe.sources import LINK, MAIL_REPORT, ON_REQUEST, ONE_PRESS, PREFERENCES_PAGE
from cms.mail import outbox

State = Delivery.State
ON_ITS_WAY = gettext_lazy("on its way to you")
OUTCOMES = {
    State.PENDING: ON_ITS_WAY,
    State.CLAIMED: ON_ITS_WAY,
    State.IN_FLIGHT: ON_ITS_WAY,
    State.SENT: gettext_lazy("sent"),
    State.FAILED: gettext_lazy("your mail provider did not take it"),
    State.UNCERTAIN: gettext_lazy("we do not know whether it reached you"),
    State.SKIPPED: gettext_lazy("not sent to you"),
}
PLACES = {
    PREFERENCES_PAGE: gettext_lazy("on the page with your preferences"),
    LINK: gettext_lazy("with a link in an e-mail"),
    ONE_PRESS: gettext_lazy("with one press in your mail program"),
    MAIL_REPORT: gettext_lazy("your mail provider told us"),
    ON_REQUEST: gettext_lazy("you asked us, and we did it for you"),
}


@dataclass(frozen=True)
class Held:
    """`facts` are labels with values; `events` and `deliveries` come newest first."""

    facts: list[tuple[str, str]]
    events: list[ConsentEvent]
    deliveries: list[Delivery]


def held_about(subscriber: Subscriber, for_staff: bool = False) -> Held:
    """All of it, in a few queries; the labels speak to the person, or of them to staff."""
    own = Q(subscriber=subscriber) | Q(address_key=subscriber.address_key)
    events = ConsentEvent.objects.filter(own).order_by("-happened_at", "-pk")
    deliveries = Delivery.objects.filter(own).select_related("sending").order_by("-pk")
    return Held(list(_facts(subscriber, for_staff)), list(events), list(deliveries.defer(*_HEAVY)))


def in_readers_words(held: Held) -> Held:
    """Each event has a `place` and each delivery an `outcome`, as people outside understand them."""
    for event in held.events:
        event.place = str(PLACES.get(event.source, event.source))
    for delivery in held.deliveries:
        delivery.outcome = str(OUTCOMES[delivery.state])
    return held


_HEAVY = ("sending__html", "sending__text", "sending__message")


def _facts(subscriber: Subscriber, for_staff: bool) -> Iterator[tuple[str, str]]:
    yield _("E-mail address"), subscriber.email
    if subscriber.name:
        yield _("Name"), subscriber.name
    yield _("State"), subscriber.get_state_display()
    yield _("Monthly bulletin"), _("Yes") if subscriber.wants_monthly else _("No")
    yield _("Special editions"), _("Yes") if subscriber.wants_specials else _("No")
    yield _("Language"), subscriber.get_language_display()
    source = _("Where you signed up, or who gave us your address")
    yield _("Signed up at, or imported from") if for_staff else source, subscriber.source or _("Not known")
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
    waiting = outbox.waiting().filter(address_key=subscriber.address_key).count()
    yield _("Other mails that still wait") if for_staff else _("Mails to you that still wait"), str(waiting)


def written(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y, H:i")
