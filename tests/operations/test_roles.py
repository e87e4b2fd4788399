"""What each migration makes sure of, and what it leaves to the administrators."""

from __future__ import annotations

import pytest
from wagtail.models import Page, Workflow, WorkflowPage

from cms.operations.roles import ensure_roles

pytestmark = pytest.mark.django_db


def in_use() -> Workflow:
    """The workflow of the root page, which all others take over."""
    return WorkflowPage.objects.get(page=Page.get_first_root_node()).workflow


def names() -> set[str]:
    return set(Workflow.objects.values_list("name", flat=True))


def test_a_renamed_workflow_keeps_its_name_and_its_place() -> None:
    Workflow.objects.filter(pk=in_use().pk).update(name="Two pairs of eyes")
    ensure_roles()
    assert names() == {"Two pairs of eyes"}
    assert in_use().name == "Two pairs of eyes"


def test_another_workflow_in_use_stays_in_use() -> None:
    other = Workflow.objects.create(name="Lawyers")
    WorkflowPage.objects.update(workflow=other)
    ensure_roles()
    assert in_use() == other


def test_a_workflow_that_was_switched_off_stays_off() -> None:
    in_use().deactivate()
    ensure_roles()
    assert not WorkflowPage.objects.exists()
    assert Workflow.objects.count() == 1


def test_wagtails_first_workflow_gives_way_to_ours() -> None:
    Workflow.objects.all().delete()
    first = Workflow.objects.create(name="Moderators approval")
    WorkflowPage.objects.create(page=Page.get_first_root_node(), workflow=first)
    ensure_roles()
    assert in_use().name == "SG moderators"
    assert names() == {"SG moderators"}


def test_a_root_page_without_a_workflow_gets_ours() -> None:
    WorkflowPage.objects.all().delete()
    ensure_roles()
    assert in_use().name == "SG moderators"
