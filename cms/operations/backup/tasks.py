"""The backup of each night, as a task: it takes longer than the clock may stand still."""

from __future__ import annotations

from django_tasks import task

from cms.operations.backup.making import make_backup


@task()
def make_nightly_backup() -> str:
    return make_backup().path.name
