"""The task that hands mail over. It has no arguments: what waits stands in the outbox."""

from __future__ import annotations

from django_tasks import task

from cms.mail.hand_over import hand_over


@task()
def hand_over_waiting() -> int:
    return hand_over()
