"""Who may import, and what stands in the way of changing one record."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from la_directory.exchange.columns import CONTACT, SERVICE
from la_directory.exchange.plan import Entry
from la_directory.models import DirectoryPage
from la_directory.models.council import OFFICIAL

RIGHT = "la_directory.import_councils"
NO_PARENT = {
    CONTACT: gettext_lazy("%s has no page that holds its contacts. Make it first."),
    SERVICE: gettext_lazy("%s has no page that holds its services. Make it first."),
}


def may_import(user: AbstractUser, directory: DirectoryPage) -> bool:
    """The right to import, and the one to change by hand what an import changes."""
    return user.has_perm(RIGHT) and directory.permissions_for_user(user).can_edit()


def objection(entry: Entry, user: AbstractUser | None) -> tuple[str, str] | None:
    """The column and the words, or None where nothing stands in the way."""
    if entry.record is None:
        return _objection_to_adding(entry, user)
    page = entry.record.page
    if page.workflow_in_progress:
        return "", _(
            "“%s” waits for approval. Have it approved or sent back first."
        ) % entry.record.draft.title
    if _is_locked(page, user):
        return "", _("“%s” is locked or has a date to go out. Nobody else can change it.") % page.title
    if user is None:
        return None
    if not page.permissions_for_user(user).can_edit():
        return "", _("you may not change “%s”") % page.title
    if any(change.name == "official_name" for change in entry.changes) and not user.has_perm(OFFICIAL):
        return "official_name", _("you may not change the official name of a council")
    return None


def _objection_to_adding(entry: Entry, user: AbstractUser | None) -> tuple[str, str] | None:
    parent = entry.council.parents.get(entry.kind)
    if parent is None:
        return "council", NO_PARENT[entry.kind] % entry.council.name
    if user is not None and not parent.permissions_for_user(user).can_add_subpage():
        return "", _("you may not add a %s to this council") % entry.kind_name
    return None


def _is_locked(page: Page, user: AbstractUser | None) -> bool:
    lock = page.get_lock()
    return bool(lock and (user is None or lock.for_user(user)))
