"""The newest backup, as far as it is known without asking anybody outside."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django_tasks_db.models import DBTaskResult

from cms.operations.backup.folder import NAME, TIME, backups_in

TASK = "cms.operations.backup.tasks.make_nightly_backup"


def newest_backup() -> datetime | None:
    """When it was made, as its name says; in object storage the newest that a task worker has made."""
    try:
        name = _newest_of_a_night() if settings.BACKUP_STORAGE else _newest_in_folder()
        found = NAME.fullmatch(name)
        return datetime.strptime(found[1], TIME).replace(tzinfo=UTC) if found else None
    except (OSError, ValueError):
        return None


def _newest_in_folder() -> str:
    found = backups_in(Path(settings.BACKUP_FOLDER))
    return found[0].name if found else ""


def _newest_of_a_night() -> str:
    made = DBTaskResult.objects.successful().filter(task_path=TASK).order_by("-finished_at").first()
    return str(made.return_value) if made else ""
