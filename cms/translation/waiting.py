"""What waits in translations, for those who may publish them."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.urls import reverse
from django.utils.translation import ngettext

from cms.pages.waiting import WaitingItem
from cms.translation.rights import SUBMIT, may_publish
from cms.translation.standing import LABELS, Mark, Standing, standings_for

MOST = 5  # translations named one by one; more become one line, so that nothing else is pushed out
TO_DO = (Mark.CHANGED, Mark.UNREVIEWED, Mark.READY)


def translations_waiting(user: AbstractUser) -> list[WaitingItem]:
    """Each translation once, for the most urgent of what waits in it."""
    if not user.has_perm(SUBMIT):
        return []
    found: dict[Mark, list[Standing]] = {mark: [] for mark in TO_DO}
    for one in standings_for(user):
        if one.marks[0] in found and may_publish(user, one.record):
            found[one.marks[0]].append(one)
    return [item for mark, some in found.items() for item in _items(mark, some)]


def _items(mark: Mark, some: list[Standing]) -> list[WaitingItem]:
    if len(some) <= MOST:
        return [WaitingItem(one.title, one.edit_url, str(LABELS[mark]), place=one.kind) for one in some]
    words = ngettext("%d translation", "%d translations", len(some)) % len(some)
    url = f"{reverse('translation:report')}?state={mark.value}"
    return [WaitingItem(words, url, str(LABELS[mark]))]
