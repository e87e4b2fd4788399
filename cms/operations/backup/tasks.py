"""The backup of each night, as a task: it takes longer than the clock may stand still."""

from __future__ import annotations

import logging

from django_tasks import task

from cms.operations.backup.making import make_backup

log = logging.getLogger(__name__)


@task()
def make_nightly_backup() -> str:
    """The name of it, by which the newest is known (cms.operations.backup.newest)."""
    made = make_backup()
    for line in made.manifest.noted:
        log.warning("Backup %s: %s.", made.name, line)
    return made.name
