"""Changing many products at once, each by a revision of its own, as if an editor had saved it alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from cms.pages.completeness import problems
from resources.models import ProductPage

NOTE_LENGTH = ProductPage._meta.get_field("change_note").max_length


@dataclass(frozen=True)
class Change:
    """New values by field. Without a note it is a small correction, for what readers do not see."""

    values: dict[str, Any]
    note: str = ""


@dataclass
class Outcome:
    """What became of each product; `left` also holds why."""

    published: list[ProductPage] = field(default_factory=list)
    drafted: list[ProductPage] = field(default_factory=list)
    left: list[tuple[ProductPage, str]] = field(default_factory=list)


def reason_to_leave(product: ProductPage, user: AbstractUser) -> str:
    """Why this person cannot change the product now; "" if they can."""
    if product.workflow_in_progress:
        return _("waits for approval")
    if product.approved_schedule:
        return _("is scheduled")
    if product.permissions_for_user(user).page_locked():
        return _("is locked")
    return ""


def change_many(products: Iterable[ProductPage], change: Change, user: AbstractUser) -> Outcome:
    """Live products are published again, where the user may; a draft with other changes stays a draft.

    Run it in a transaction: an error on the way is to undo all of it.
    """
    outcome = Outcome()
    for product in products:
        if reason := reason_to_leave(product, user) or _change(product, change, user, outcome):
            outcome.left.append((product, reason))
    return outcome


def _change(product: ProductPage, change: Change, user: AbstractUser, outcome: Outcome) -> str:
    draft = product.get_latest_revision_as_object()
    for name, value in change.values.items():
        setattr(draft, name, value)
    # Publishing a draft with other changes would let out what nobody has approved.
    goes_out = (
        product.live
        and not product.has_unpublished_changes
        and product.permissions_for_user(user).can_publish()
    )
    if change.note and product.live:
        # The draft may hold a note already, about its own changes.
        draft.change_note = " ".join(filter(None, [draft.change_note, change.note]))
        if len(draft.change_note) > NOTE_LENGTH:
            return _("has a draft whose change note is too long to take in another")
    elif goes_out:
        draft.change_is_minor = True
    if goes_out and problems(draft):
        return _("is incomplete")
    # Not cleaned: a draft may be incomplete, and what goes out was judged above.
    revision = draft.save_revision(user=user, log_action=True, clean=False)
    if goes_out:
        revision.publish(user=user)
    (outcome.published if goes_out else outcome.drafted).append(product)
    return ""
