"""One line for administrators when parts of the site are not well."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import AbstractUser
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.operations.part_words import LABELS
from cms.operations.parts import OK, all_parts
from cms.operations.report import may_see
from cms.pages.waiting import WaitingItem

AGES = ("age", "worker_seen")
WAITS_BY_ITSELF = {"search_engine"}  # search says so, and with its own words


def site_needs_a_look(user: AbstractUser) -> list[WaitingItem]:
    """One for all parts, so that a bad day does not push other things out."""
    if not may_see(user):
        return []
    try:
        told = all_parts()
    except DatabaseError:
        return []  # the page that asks cannot be shown either
    wrong = [name for name, part in told.items() if part["state"] != OK and name not in WAITS_BY_ITSELF]
    if not wrong:
        return []
    title = _("The site needs a look: %s") % ", ".join(str(LABELS[name]) for name in wrong)
    ages = [told[name].get(age) for name in wrong for age in AGES]
    longest = max((age for age in ages if age), default=None)
    since = timezone.now() - timedelta(seconds=longest) if longest else None
    return [WaitingItem(title, reverse("site_report"), _("running it"), since)]
