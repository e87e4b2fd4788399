"""Posting a mail: it is written down with what it is about, and handed over by the task worker.

    post("name@example.org", "bulletin.confirm", {"subscriber": 12})

Nothing here talks to the relay, so a form answers the same while the relay is away.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Least
from django.utils import timezone

from cms.mail.addresses import keyed, normalised
from cms.mail.models import OutboxMail

TRIES = 5  # the mail that waited may go out between two statements


def post(
    address: str,
    purpose: str,
    reference: Mapping[str, Any] | None = None,
    not_before: datetime | None = None,
) -> None:
    """Have one mail of a purpose go to an address, not before a moment; ValidationError for no address.

    A mail of the purpose that still waits for this address is replaced. It keeps its place: the new one goes
    at the earlier of the two moments, so that asking again and again never puts it off; and not sooner than
    the relay may be asked again, where it has refused or was away.
    """
    from cms.mail.tasks import hand_over_waiting

    written = normalised(address)
    key = keyed("address", written)
    when = not_before or timezone.now()
    new = {"address": written, "address_key": key, "purpose": purpose, "not_before": when}
    with transaction.atomic():
        for _again in range(TRIES):
            # The same work whether one waits already or not, so that its time tells nothing.
            OutboxMail.objects.bulk_create([OutboxMail(**new)], ignore_conflicts=True)
            if _replace(key, purpose, reference, when):
                break
    if when <= timezone.now():
        transaction.on_commit(hand_over_waiting.enqueue, robust=True)


def _replace(key: str, purpose: str, reference: Mapping[str, Any] | None, when: datetime) -> bool:
    """Taking the claim away keeps whoever hands the old mail over just now from removing the new one."""
    waiting = OutboxMail.objects.filter(address_key=key, purpose=purpose, failed_at=None)
    is_put_off = When(last_reply__gt="", then=F("not_before"))
    return bool(
        waiting.update(
            reference=dict(reference or {}),
            made_at=timezone.now(),
            not_before=Case(is_put_off, default=Least("not_before", Value(when))),
            unanswered=0,
            claim="",
            leased_until=None,
        )
    )


def forget(address_key: str) -> int:
    """Remove all that waits for, or could not be delivered to, somebody who is erased."""
    return OutboxMail.objects.filter(address_key=address_key).delete()[0]


def waiting() -> QuerySet[OutboxMail]:
    return OutboxMail.objects.filter(failed_at=None)
