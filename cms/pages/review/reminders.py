"""Telling people by mail what they should read again: pages here, and what other apps register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.pages.review.due import SOON, pages_with_review
from cms.pages.review.models import ReviewReminder

if TYPE_CHECKING:
    from cms.pages.models import SitePage

# Sends what is due of one kind, may run at any hour and twice, and returns the number of mails.
Sender = Callable[[], int]
_senders: list[Sender] = []


def register(sender: Sender) -> Sender:
    if sender not in _senders:
        _senders.append(sender)
    return sender


def send_all_reminders() -> int:
    """Those of every kind; returns the number of mails. A kind that fails holds back no other one."""
    number, problems = 0, []
    for send in _senders:
        try:
            number += send()
        except Exception as problem:
            problems.append(problem)
    if problems:
        raise ExceptionGroup(f"Reminders failed; {number} were sent", problems)
    return number


@register
def send_reminders(today: date | None = None) -> int:
    """One mail a person with all that is newly due; returns the number of mails.

    Run again, it sends nothing twice. A mail that could not be handed over is tried again at the next run.
    """
    due: dict[AbstractUser, list[SitePage]] = defaultdict(list)
    told = set(ReviewReminder.objects.values_list("page_id", "review_on", "user_id"))
    for page in pages_with_review((today or timezone.localdate()) + SOON):
        person = page.responsible
        if person is None or (page.pk, page.review_on, person.pk) in told:
            continue
        if person.is_active and person.email:
            due[person].append(page)
    return sum(_remind(person, pages) for person, pages in due.items())


def _remind(person: AbstractUser, pages: list[SitePage]) -> bool:
    host = settings.WAGTAILADMIN_BASE_URL
    lines = [(page, host + reverse("wagtailadmin_pages:edit", args=[page.pk])) for page in pages]
    text = render_to_string("pages/review/reminder.txt", {"lines": lines, "person": person})
    try:
        with transaction.atomic():
            ReviewReminder.objects.bulk_create(
                ReviewReminder(page_id=page.pk, review_on=page.review_on, user=person) for page in pages
            )
            send_mail(_("Pages to review"), text, None, [person.email])
    except IntegrityError:
        return False  # another process has just told them
    except (OSError, SMTPException):
        return False  # nothing is recorded, so the next run tries again
    return True
