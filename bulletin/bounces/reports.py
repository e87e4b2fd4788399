"""One report of mail that came back or was marked as unwanted, and what it does to the address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from bulletin.models import Delivery, ProviderEvent, Subscriber, Suppression
from bulletin.subscribe.links import Leaving
from bulletin.subscribe.sources import MAIL_REPORT
from bulletin.subscribe.suppress import suppress
from cms.mail.addresses import key_of, keyed

# Reports of older mail count for nothing: they may have counted before, and nobody remembers that.
COUNTS_FOR = timedelta(days=60)
_CODE = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
UNKNOWN_MAILBOX = {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"}
# A full mailbox empties; all of 5.3, 5.5, 5.6 and 5.7 speaks of the message, the relay or its rules.
NOT_THE_ADDRESS = re.compile(r"5\.2\.[23]|5\.4\.7|5\.[3567]\.\d+")


@dataclass(frozen=True)
class Report:
    """`addresses` as the report names them; `message_id` and `leaving`, its link for leaving, of the mail."""

    reason: str
    addresses: tuple[str, ...]
    message_id: str = ""
    words: str = ""
    leaving: Leaving | None = None


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
    return suppress(delivery.address_key, report.reason, report.words, delivery.sending, source=MAIL_REPORT)


def _delivery_behind(report: Report) -> Delivery | None:
    """The mail of ours that is reported, by its name or its link for leaving, which nobody can guess.

    An address alone is no proof: anybody can write it. A forwarded mail comes back from one that we never
    wrote to.
    """
    mailed = Delivery.objects.select_related("sending", "subscriber").filter(
        state__in=[Delivery.State.SENT, Delivery.State.UNCERTAIN, Delivery.State.IN_FLIGHT],
        sending__started_at__gt=timezone.now() - COUNTS_FOR,
    )
    name = report.message_id.strip().strip("<>")
    named = mailed.filter(message_id__in=[name, f"<{name}>"]).order_by("-pk") if name else mailed.none()
    to_address = named.filter(address_key__in=_keys(report.addresses)).first()
    return to_address or named.first() or _behind_link(mailed, report.leaving)


def _behind_link(mailed: QuerySet[Delivery], leaving: Leaving | None) -> Delivery | None:
    """Some relays give a mail another name, but leave the link in its header."""
    if leaving is None or leaving.sending_id is None:
        return None
    return mailed.filter(address_key=leaving.address_key, sending=leaving.sending_id).first()


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
