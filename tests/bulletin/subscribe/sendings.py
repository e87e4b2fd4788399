"""Editions that have gone out, without a worker."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from bulletin.models import BulletinPage, Delivery, EditionPage, Sending, Subscriber


def sending(slug: str) -> Sending:
    """Of an edition of its own, sent just now."""
    archive = BulletinPage.objects.first()
    year, month = map(int, slug.split("-"))
    edition = EditionPage(title=f"Edition of {slug}", slug=slug, month=date(year, month, 1), live=False)
    archive.add_child(instance=edition)
    now = timezone.now()
    return Sending.objects.create(
        edition=edition,
        state=Sending.State.SENT,
        audience_kind=EditionPage.Kind.MONTHLY,
        subject=f"News of {slug}",
        sender="news@employability.example",
        html="",
        text="",
        message=b"",
        sha256="",
        approved_by="Morag",
        started_at=now,
        ended_at=now,
    )


def delivered(sending: Sending, person: Subscriber, **fields: object) -> Delivery:
    """The mail of a sending that has gone to a person."""
    return Delivery.objects.create(
        **{
            "sending": sending,
            "subscriber": person,
            "address": person.email,
            "address_key": person.address_key,
            "state": Delivery.State.SENT,
            "message_id": f"<{sending.pk}.{person.pk}@employability.example>",
            "sent_at": timezone.now(),
            **fields,
        }
    )
