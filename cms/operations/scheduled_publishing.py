"""Publish what is to go live by now and take down what has expired, each thing for itself.

Wagtail's command `publish_scheduled` stops at the first thing that fails, such as a page whose slug has been
taken meanwhile. Everything behind it would then wait for as long as that page stays as it is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

log = logging.getLogger(__name__)

Step = tuple[str, Callable[[], object]]


class ScheduleFailedError(Exception):
    """Something could not be published or taken down; it is tried again at the next run."""


def publish_scheduled() -> None:
    """Take every step that is due; fail at the end if one of them has failed."""
    failed = [name for steps in (_expired, _due) for name, step in steps() if not _taken(name, step)]
    if failed:
        raise ScheduleFailedError(f"Not done: {', '.join(failed)}")


def _taken(name: str, step: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            step()
    except Exception as error:  # whatever is wrong with one page must not hold back the others
        # Only the kind of error: its words may hold what an editor wrote.
        log.error("The schedule failed: %s: %s", name, type(error).__name__)
        return False
    return True


def _expired() -> Iterator[Step]:
    """What is live past its end."""
    for model in _models_with_drafts():
        late = model._default_manager.filter(live=True, expire_at__lt=timezone.now()).order_by("expire_at")
        for thing in list(late):
            yield f"take down {thing._meta.label_lower} {thing.pk}", _take_down(thing)


def _take_down(thing: DraftStateMixin) -> Callable[[], object]:
    return lambda: thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _due() -> Iterator[Step]:
    """Approved drafts whose hour has come."""
    drafts = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
    for draft in list(drafts.select_related("content_type")):
        kind = draft.content_type
        yield f"publish {kind.app_label}.{kind.model} {draft.object_id}", _publish(draft)


def _publish(draft: Revision) -> Callable[[], object]:
    return lambda: draft.publish(log_action="wagtail.publish.scheduled")


def _models_with_drafts() -> list[type[models.Model]]:
    """All pages at once, and each other model that can be scheduled."""
    others = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return [Page, *(model for model in others if not issubclass(model, Page))]
