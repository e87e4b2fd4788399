"""One mail a day to the Scottish Government with what councils changed in their contacts by themselves."""

from __future__ import annotations

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from la_directory.approval.changes import Change, changes_in, untold
from la_directory.models import ToldChange
from la_directory.teams.government import government_addresses


def send_digest() -> int:
    """The number of mails, one at most.

    Run again, it tells nothing twice. What could not be handed over is told at the next run, as is what
    happened while there was nobody to tell.
    """
    entries, to = untold(), government_addresses()
    if not entries or not to:
        return 0
    changes = [change for change in changes_in(entries) if change.is_worth_telling]
    try:
        with transaction.atomic():
            ToldChange.objects.bulk_create(ToldChange(entry=entry) for entry in entries)
            if changes:
                _send(changes, to)
    except (OSError, SMTPException, IntegrityError):
        return 0  # nothing is recorded, so the next run tries again; or another run was faster
    return int(bool(changes))


def _send(changes: list[Change], to: list[str]) -> None:
    changes = sorted(changes, key=lambda change: (change.council, change.last.label))
    lines = [{"change": change, "urls": _urls(change.last, change)} for change in changes]
    text = render_to_string("la_directory/mail/contact_digest.txt", {"lines": lines})
    EmailMessage(_("Contacts that councils changed"), text, None, to).send()


def _urls(entry: PageLogEntry, change: Change) -> list[str]:
    if change.contact is None:
        return []
    history = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:history", args=[entry.page_id])
    return [change.contact.full_url, history] if change.contact.live else [history]
