"""What an edition published now would leave out, because it waits as a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder

if TYPE_CHECKING:
    from resources.models import HandbookPage


@dataclass(frozen=True)
class WaitingDraft:
    """`url` leads to its editor; it is "" for who may not edit it."""

    kind: str
    title: str
    url: str
    is_new: bool  # readers have not seen any of it


def drafts_of(page: HandbookPage, user: AbstractUser) -> list[WaitingDraft]:
    """The handbook's own words first, then products, milestones and further resources of its language."""
    from resources.models import FurtherResource, HandbookPage, Milestone, ProductPage

    of_language = {"locale": page.locale_id, "has_unpublished_changes": True}
    records: list[models.Model] = [
        *HandbookPage.objects.filter(pk=page.pk, has_unpublished_changes=True),
        *ProductPage.objects.descendant_of(page).filter(has_unpublished_changes=True).order_by("path"),
        *Milestone.objects.filter(**of_language),
        *FurtherResource.objects.filter(**of_language),
    ]
    addresses = AdminURLFinder(user)
    return [
        WaitingDraft(
            capfirst(record._meta.verbose_name),
            getattr(record, "draft_title", "") or str(record),
            addresses.get_edit_url(record) or "",
            not record.live,
        )
        for record in records
    ]
