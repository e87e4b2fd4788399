"""Editions that readers find in an archive of their own, and how they were mailed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.utils import timezone

from bulletin.models import BulletinPage, EditionPage, Sending
from tests.bulletin import office

HEADINGS = ("Part one", "Part two", "Part three")


def archive() -> BulletinPage:
    return office.archive()


def moment(year: int, month: int, day: int = 20) -> datetime:
    return timezone.make_aware(datetime(year, month, day, 14))


def live(slug: str = "2031-10", **fields: Any) -> EditionPage:
    """A live edition that came out on the 20th of its month."""
    year, month, *name = slug.split("-")
    title = f"{'-'.join(name)}".capitalize() or f"{date(int(year), int(month), 1):%B %Y}"
    defaults = {
        "title": title,
        "month": date(int(year), int(month), 1),
        "edition_kind": "special" if name else "monthly",
    }
    page = office.edition(slug=slug, **{**defaults, **fields})
    page.get_latest_revision().publish()
    when = moment(int(year), int(month))
    EditionPage.objects.filter(pk=page.pk).update(first_published_at=when, last_published_at=when)
    return EditionPage.objects.get(pk=page.pk)


def mailed(edition: EditionPage, **fields: Any) -> Sending:
    """A sending that is over; `message` is what its hash is of."""
    message = fields.pop("message", b"From: a@site.example\r\n\r\n%%UNSUBSCRIBE%%\r\n")
    defaults = {
        "state": Sending.State.SENT,
        "audience_kind": edition.edition_kind,
        "subject": "As it was mailed",
        "sender": "a@site.example",
        "html": '<p style="color:#1a1a1a">As mailed</p><a href="%%UNSUBSCRIBE%%">Unsubscribe</a>',
        "text": "As mailed, crème brûlée\nUnsubscribe: %%UNSUBSCRIBE%%\n",
        "message": message,
        "sha256": sha256(message).hexdigest(),
        "started_at": timezone.now() - timedelta(hours=1),
    }
    return Sending.objects.create(edition=edition, **{**defaults, **fields})


def items(*blocks: dict[str, Any], headings: int = 1) -> list[dict[str, Any]]:
    """So many sections with the same items."""
    return [
        section
        for number in range(headings)
        for section in office.sections(*blocks, heading=HEADINGS[number])
    ]


def item(kind: str, **values: Any) -> dict[str, Any]:
    return {"type": kind, "value": {"title": f"One {kind}", "summary": "What it is about.", **values}}
