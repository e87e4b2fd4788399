"""Writes what was planned, as drafts that are not yet submitted for approval."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from la_directory.exchange.columns import KINDS
from la_directory.exchange.held import newest_words
from la_directory.exchange.plan import CannotImport, Entry, Plan

logger = logging.getLogger(__name__)


def _nobody_watches(_done: int, _of: int) -> None:
    pass


def apply(
    plan: Plan, user: AbstractUser | None = None, told: Callable[[int, int], None] = _nobody_watches
) -> None:
    """Everything or nothing; `told` hears how far it is."""
    if plan.problems:
        raise CannotImport(str(plan.problems[0]))
    written = plan.written
    try:
        with transaction.atomic():
            for done, entry in enumerate(written, start=1):
                _write(entry, user)
                told(done, len(written))
    except ValidationError as error:
        raise CannotImport(_("Nothing was imported: %s") % " ".join(error.messages)) from error
    except DatabaseError as error:
        logger.exception("An import of councils failed.")
        told = _("Nothing was imported, for the site could not store it. Try again later.")
        raise CannotImport(told) from error


def _write(entry: Entry, user: AbstractUser | None) -> None:
    if entry.record is None:
        _add(entry, user)
        return
    # Read anew: what was planned is only compared with.
    draft = newest_words(type(entry.record.page).objects.get(pk=entry.record.page.pk))
    _put(entry, draft)
    # Not cleaned as a whole: a draft may be incomplete, and each value was judged when it was read.
    draft.save_revision(user=user, clean=False, log_action=True)


def _add(entry: Entry, user: AbstractUser | None) -> None:
    parent = Page.objects.get(pk=entry.council.parents[entry.kind].pk)
    page: Any = KINDS[entry.kind](live=False, locale=parent.locale, owner=user)
    _put(entry, page)
    parent.add_child(instance=page)
    log(page, "wagtail.create", user=user)
    page.save_revision(user=user, clean=False)


def _put(entry: Entry, page: Any) -> None:
    for change in entry.changes:
        change.column.cell.put(page, change.column.field(entry.kind), change.value)
