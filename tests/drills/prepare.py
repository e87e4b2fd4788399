"""Fills a migrated database for a drill: an edition that is queued, and its readers.

python -m tests.drills.prepare 500
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

SLUG = "2031-10"


def address(number: int) -> str:
    return f"reader{number}@example.org"


def fill(size: int) -> None:
    from wagtail.models import Page, Site

    from bulletin.models import (
        BulletinPage,
        Delivery,
        EditionPage,
        Sending,
        SendingGate,
        SendingWorker,
        Subscriber,
    )
    from cms.mail.addresses import key_of

    root = Site.objects.get(is_default_site=True).root_page
    for old in (Delivery, Sending, SendingGate, SendingWorker, Subscriber):
        old.objects.all().delete()
    archive = BulletinPage.objects.first()
    if archive is None:
        archive = BulletinPage(title="Bulletin", slug="bulletin", summary="All editions.")
        Page.objects.get(pk=root.pk).add_child(instance=archive)
    story = {"title": "A story", "summary": "What came of it. " * 10, "address": "https://www.example.org/"}
    items = [{"type": "story", "value": story}] * 5
    edition = EditionPage(
        title="October 2031",
        slug=SLUG,
        month=date(2031, 10, 1),
        summary="What is new.",
        subject="New guidance and a new fund",
        preheader="Also: what came of the pilot",
        introduction="<p>Welcome.</p>",
        sections=[{"type": "section", "value": {"heading": "News", "items": items}}],
        live=False,
    )
    archive.add_child(instance=edition)
    queue(edition)
    Subscriber.objects.bulk_create(
        (
            Subscriber(email=address(one), address_key=key_of(address(one)), state="active", source="a drill")
            for one in range(size)
        ),
        batch_size=2000,
    )


def queue(edition) -> None:
    """As queue_edition does it, without the approval."""
    from bulletin.models import Sending
    from bulletin.render.message import freeze

    revision = edition.save_revision()
    frozen = freeze(revision.as_object())
    Sending.objects.create(
        edition=edition,
        revision=revision,
        audience_kind=edition.edition_kind,
        approved_by="A drill",
        **frozen._asdict(),
    )


def main() -> None:
    django.setup()
    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    fill(int(sys.argv[1]))


if __name__ == "__main__":
    main()
