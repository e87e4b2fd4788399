"""Subscribers, and sendings on their way to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from bulletin.models import Delivery, EditionPage, Sending, Subscriber, Suppression
from bulletin.render import tokens
from bulletin.send.worker import Worker
from cms.mail.addresses import key_of
from tests.bulletin import office
from tests.bulletin.send.fake_relay import FakeRelay

MESSAGE = (
    f"From: Bulletin <bulletin@employability.example>\r\nTo: {tokens.ADDRESS}\r\nSubject: News\r\n"
    f"Date: {tokens.DATE}\r\nMessage-ID: {tokens.MESSAGE_ID}\r\n"
    f"List-Unsubscribe: <{tokens.UNSUBSCRIBE_HEADER}>\r\n\r\nNews. Leave: {tokens.UNSUBSCRIBE}\r\n"
).encode()


def address(number: int) -> str:
    return f"reader{number}@example.org"


def subscribers(number: int, **fields: Any) -> list[Subscriber]:
    """Active ones, reader0@example.org and so on, and nobody else."""
    Subscriber.objects.all().delete()
    Suppression.objects.all().delete()
    return Subscriber.objects.bulk_create(
        Subscriber(
            email=address(one),
            address_key=key_of(address(one)),
            **{"state": Subscriber.State.ACTIVE, "source": "a test", **fields},
        )
        for one in range(number)
    )


def queued(edition: EditionPage | None = None, **fields: Any) -> Sending:
    """As queue_edition leaves one, with a short message."""
    edition = edition or EditionPage.objects.filter(slug="2031-10").first() or office.edition()
    values = {
        "edition": edition,
        "revision": edition.get_latest_revision(),
        "audience_kind": edition.edition_kind,
        "subject": "News",
        "sender": "bulletin@employability.example",
        "html": "<p>News.</p>",
        "text": "News.",
        "message": MESSAGE,
        "sha256": "0" * 64,
        "approved_by": "Boyd",
        "approved_at": timezone.now(),
        "send_at": timezone.now() - timedelta(seconds=1),
    }
    return Sending.objects.create(**{**values, **fields})


def started(**fields: Any) -> Sending:
    """Its audience is made, and nothing is sent yet."""
    from bulletin.send import audience, gate

    gate.take_in()
    sending = queued(**fields)
    assert audience.start(sending.pk)
    sending.refresh_from_db()
    return sending


def work(relay: FakeRelay | None = None) -> FakeRelay:
    """What one worker can do now."""
    relay = relay or FakeRelay()
    Worker(relay.open).once()
    return relay


def row(sending: Sending, number: int = 0) -> Delivery:
    return sending.deliveries.get(address=address(number))


def states(sending: Sending) -> dict[str, int]:
    """Only those that occur."""
    keys = list(sending.deliveries.values_list("state", flat=True))
    return {str(state): keys.count(state) for state in Delivery.State.values if state in keys}


def state_of(sending: Sending) -> str:
    sending.refresh_from_db()
    counts = sending.counts()
    assert counts.audience == sum(counts[1:]), "the report does not add up"
    return sending.state


def make_due(sending: Sending) -> None:
    """Back-offs and waits are over."""
    sending.deliveries.update(not_before=timezone.now() - timedelta(seconds=1))
    Sending.objects.filter(pk=sending.pk).update(wait_until=None)


def end_leases(sending: Sending) -> None:
    past = timezone.now() - timedelta(seconds=1)
    sending.deliveries.filter(leased_until__isnull=False).update(leased_until=past)
