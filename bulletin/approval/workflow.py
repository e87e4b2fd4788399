"""The workflow that editions go through: one step, of a task of their own, at each archive."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from bulletin.models import BulletinPage, EditionApprovalTask

NAME = "Bulletin approval"


def ensure_workflow(approvers: Group) -> None:
    """Makes it where there is none, for the archives that are there; later ones get it when they are made.

    An administrator may rename it, switch it off, take it from an archive or put another one in its place.
    """
    if _ours().exists():
        return
    workflow = Workflow.objects.create(name=NAME)
    task = EditionApprovalTask.objects.create(name=NAME)
    task.groups.add(approvers)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    for archive in BulletinPage.objects.all():
        put_in_use(archive)


def put_in_use(archive: BulletinPage) -> None:
    workflow = _ours().filter(active=True).first()
    if workflow is not None:
        WorkflowPage.objects.get_or_create(page=archive.page_ptr, defaults={"workflow": workflow})


def for_a_new_archive(
    sender: type[BulletinPage], instance: BulletinPage, created: bool, raw: bool = False, **_signal: Any
) -> None:
    if created and not raw:
        put_in_use(instance)


def _ours() -> Any:
    """Known by its task, whatever it is called."""
    tasks = EditionApprovalTask.objects.all()
    return Workflow.objects.filter(workflow_tasks__task__in=tasks).order_by("pk")
