"""The list of subscribers as a file: who gets the bulletin, in the columns that an import reads."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Site

from bulletin.models import BulletinSettings, Subscriber
from cms.pages.spreadsheet_safety import harmless

EXPORTED = "bulletin.export_subscribers"
IMPORTED = "bulletin.import_subscribers"
HEADINGS = ("email", "name", "consented_on", "source", "monthly", "specials", "language")
# Without this mark spreadsheet programs read UTF-8 as something else.
BYTE_ORDER_MARK = "\ufeff"


def write(file: TextIO) -> int:
    """Everybody who is subscribed now; the number of rows."""
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file)
    writer.writerow(HEADINGS)
    number = 0
    for row in _rows():
        writer.writerow([harmless(cell) for cell in row])
        number += 1
    return number


def _rows() -> Iterator[tuple[str, ...]]:
    for person in Subscriber.objects.active().order_by("email").iterator(chunk_size=2_000):
        day = timezone.localdate(person.confirmed_at or person.asked_at)
        wishes = ("yes" if wanted else "no" for wanted in (person.wants_monthly, person.wants_specials))
        yield (person.email, person.name, day.isoformat(), person.source, *wishes, person.language)


def note(action: str, number: int, user: AbstractUser | None = None) -> None:
    """In the history of the bulletin's settings: who, when and how many, and no address."""
    site = Site.objects.filter(is_default_site=True).first() or Site.objects.first()
    if site is not None:
        log(BulletinSettings.for_site(site), action, user=user, data={"rows": number})
