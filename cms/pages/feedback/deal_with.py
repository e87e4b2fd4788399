"""What editors do with feedback: mark it as dealt with, take that back, remove words. Each is logged."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from cms.pages.feedback.models import Feedback

DEALT_WITH = "pages.feedback.dealt_with"
REOPENED = "pages.feedback.reopened"
COMMENT_REMOVED = "pages.feedback.comment_removed"
REMOVED = "[comment removed by an editor]"


@transaction.atomic
def mark_dealt_with(ids: Iterable[int], user: AbstractUser) -> int:
    """How many were marked now. Those that somebody marked before keep their name and time."""
    waiting = list(Feedback.objects.select_for_update().waiting().filter(pk__in=ids))
    now = timezone.now()
    Feedback.objects.filter(pk__in=[one.pk for one in waiting]).update(dealt_with_at=now, dealt_with_by=user)
    for one in waiting:
        log(one, DEALT_WITH, user=user)
    return len(waiting)


@transaction.atomic
def reopen(ids: Iterable[int], user: AbstractUser) -> int:
    """How many wait again."""
    closed = list(Feedback.objects.select_for_update().filter(pk__in=ids, dealt_with_at__isnull=False))
    Feedback.objects.filter(pk__in=[one.pk for one in closed]).update(dealt_with_at=None, dealt_with_by=None)
    for one in closed:
        log(one, REOPENED, user=user)
    return len(closed)


@transaction.atomic
def remove_comment(feedback: Feedback, user: AbstractUser) -> None:
    """For what no mask can find, such as a name or the story of an illness. Answer and reason stay."""
    feedback.comment = REMOVED
    feedback.save(update_fields=["comment"])
    log(feedback, COMMENT_REMOVED, user=user)
