"""The task worker of django-tasks-db, with a sign of life in the database."""

from __future__ import annotations

from typing import Any

from django_tasks_db.management.commands.db_worker import Command as TaskWorkerCommand

from cms.operations.heartbeat import beating


class Command(TaskWorkerCommand):
    help = "Runs the tasks of the queue and shows that it lives, so that no task is lost with a dead worker."

    def configure_logging(self, verbosity: int) -> None:
        """Leave it to the settings, which say no word of each task that went well, unless asked for more."""
        if verbosity > 1:
            super().configure_logging(verbosity)

    def handle(self, *, worker_id: str, **options: Any) -> None:
        with beating(worker_id):
            super().handle(worker_id=worker_id, **options)
