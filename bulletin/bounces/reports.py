"""One report of mail that came back or was marked as unwanted, and what it does to the address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from bulletin.models import Delivery, ProviderEvent, Subscriber, Suppression
from bulletin.subscribe.suppress import suppress
from cms.mail.addresses import key_of, keyed

# Reports of older mail count for nothing: they may have counted before, and nobody remembers that.
COUNTS_FOR = timedelta(days=60)
# Without our Message-ID only the address names the mail, and that anybody can write.
COUNTS_WITHOUT_ID_FOR = timedelta(days=7)
_CODE = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
UNKNOWN_MAILBOX = {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"}
# A full mailbox empties; all of 5.3, 5.5, 5.6 and 5.7 speaks of the message, the relay or its rules.
NOT_THE_ADDRESS = re.compile(r"5\.2\.[23]|5\.4\.7|5\.[3567]\.\d+")


@dataclass(frozen=True)
class Report:
    """`addresses` as the report names them, `message_id` of the mail in question, or ""."""

    reason: str
    addresses: tuple[str, ...]
    message_id: str = ""
    words: str = ""


def reason_of(status: str) -> str | None:
    """Why an address with this status code (RFC 3463) gets no more mail; None where it still does."""
    if not status.startswith("5.") or NOT_THE_ADDRESS.fullmatch(status):
        return None
    return Suppression.Reason.UNKNOWN_MAILBOX if status in UNKNOWN_MAILBOX else Suppression.Reason.BOUNCED


def code_in(words: str) -> str:
    """The first enhanced status code in a relay's words, or ""."""
    found = _CODE.search(words)
    return found[0] if found else ""


@transaction.atomic
def take(reports: list[Report], event: str) -> int:
    """How many addresses get no more mail now. The same event again, known by `event`, changes nothing."""
    _event, is_new = ProviderEvent.objects.get_or_create(event_key=event_key(event))
    return sum(map(_take, reports)) if is_new else 0


def event_key(event: str) -> str:
    return keyed("provider event", event)


def _take(report: Report) -> bool:
    delivery = _delivery_behind(report)
    if delivery is None or _has_confirmed_since(delivery):
        return False
    return suppress(delivery.address_key, report.reason, report.words, delivery.sending, source="mail report")


def _delivery_behind(report: Report) -> Delivery | None:
    """The mail of ours that is reported, by its own name; else the newest to this address."""
    mailed = Delivery.objects.select_related("sending", "subscriber").order_by("-pk")
    to_address = mailed.filter(address_key__in=_keys(report.addresses))
    if not report.message_id:
        return _since(to_address, COUNTS_WITHOUT_ID_FOR).first()
    name = report.message_id.strip().strip("<>")
    named = Q(message_id__in=[name, f"<{name}>"])
    # A forwarded mail comes back from an address that we never wrote to.
    return (
        _since(to_address.filter(named), COUNTS_FOR).first()
        or _since(mailed.filter(named), COUNTS_FOR).first()
    )


def _since(deliveries: QuerySet[Delivery], span: timedelta) -> QuerySet[Delivery]:
    handed_over = [Delivery.State.SENT, Delivery.State.UNCERTAIN, Delivery.State.IN_FLIGHT]
    return deliveries.filter(state__in=handed_over, sending__started_at__gt=timezone.now() - span)


def _keys(addresses: tuple[str, ...]) -> list[str]:
    keys = []
    for address in addresses:
        try:
            keys.append(key_of(address))
        except ValidationError:
            continue
    return keys


def _has_confirmed_since(delivery: Delivery) -> bool:
    """Whoever has confirmed after this mail went out knows better than its report."""
    mailed_at = delivery.sent_at or delivery.sending.started_at
    people = Subscriber.objects.filter(address_key=delivery.address_key)
    return people.filter(confirmed_at__gt=mailed_at).exists()
