"""The regular jobs that keep the site itself in order."""

from __future__ import annotations

from datetime import time, timedelta

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from cms.operations.backup.tasks import make_nightly_backup
from cms.operations.lost_tasks import take_up_lost_tasks
from cms.operations.models import RequestCount, Worker
from cms.operations.query_planning import count_rows_for_sqlite
from cms.operations.scheduled_publishing import publish_scheduled

TASKS_KEPT = 14  # days after a task has finished
WORKERS_KEPT = timedelta(days=1)


def remove_request_counts() -> None:
    RequestCount.objects.filter(window_ends__lt=timezone.now()).delete()


def remove_expired_sessions() -> None:
    call_command("clearsessions")


def remove_finished_tasks() -> None:
    call_command("prune_db_task_results", queue_name="*", min_age_days=TASKS_KEPT, verbosity=0)


def remove_lost_workers() -> None:
    Worker.objects.filter(last_seen__lt=timezone.now() - WORKERS_KEPT).delete()


def ask_for_backup() -> None:
    """Unless no number of backups is kept."""
    if settings.BACKUP_KEEP:
        make_nightly_backup.enqueue()


JOBS = {
    "publish_scheduled": (timedelta(minutes=1), publish_scheduled),
    "take_up_lost_tasks": (timedelta(minutes=2), take_up_lost_tasks),
    "remove_request_counts": (timedelta(minutes=10), remove_request_counts),
    "ask_for_backup": (time(2, 30), ask_for_backup),
    "remove_expired_sessions": (time(3, 10), remove_expired_sessions),
    "remove_finished_tasks": (time(3, 20), remove_finished_tasks),
    "remove_lost_workers": (time(3, 30), remove_lost_workers),
    "count_rows_for_sqlite": (time(4, 10), count_rows_for_sqlite),
}
