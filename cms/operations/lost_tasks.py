"""Tasks that a dead worker has left behind as running."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.operations.models import Worker

log = logging.getLogger(__name__)

RUNNING_FOR = timedelta(minutes=10)
UNSEEN_FOR = timedelta(minutes=2)
ATTEMPTS = 2


def take_up_lost_tasks() -> None:
    """Hand a lost task to another worker once; a task that has killed two workers is given up."""
    now = timezone.now()
    alive = set(Worker.objects.filter(last_seen__gte=now - UNSEEN_FOR).values_list("worker_id", flat=True))
    for task in DBTaskResult.objects.running().filter(started_at__lt=now - RUNNING_FOR):
        if task.worker_ids and task.worker_ids[-1] in alive:
            continue
        # Only if nobody has finished it or taken it up since it was read.
        same = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
        if len(task.worker_ids) < ATTEMPTS:
            same.update(status=TaskResultStatus.READY, started_at=None)
            log.warning("The task %s was lost with its worker and is taken up again", task.pk)
        else:
            same.update(
                status=TaskResultStatus.FAILED,
                finished_at=now,
                exception_class_path="builtins.RuntimeError",
                traceback=f"Given up: {len(task.worker_ids)} workers died with this task.",
            )
            log.error("The task %s was lost with its worker a second time and is given up", task.pk)
