"""The backup of each night, as a task: it takes longer than the clock may stand still."""

from __future__ import annotations

from django_tasks import task

from cms.operations.backup.making import make_backup


@task()
def make_nightly_backup() -> str:
    """The name of it, by which the newest is known (cms.operations.backup.newest)."""
    return make_backup().name
