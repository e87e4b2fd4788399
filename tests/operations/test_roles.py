"""What each migration makes sure of, and what it leaves to the administrators."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import Page, Workflow, WorkflowPage

from cms.operations.roles import ensure_roles
from resources.models import FurtherResource, Milestone

pytestmark = pytest.mark.django_db


def in_use() -> Workflow:
    """The workflow of the root page, which all others take over."""
    return WorkflowPage.objects.get(page=Page.get_first_root_node()).workflow


def names() -> set[str]:
    """Without that of the bulletin, which has tests of its own."""
    return set(Workflow.objects.exclude(name="Bulletin approval").values_list("name", flat=True))


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
    assert not WorkflowPage.objects.filter(page=Page.get_first_root_node()).exists()
    assert names() == {"SG moderators"}


def test_wagtails_first_workflow_gives_way_to_ours() -> None:
    Workflow.objects.all().delete()
    first = Workflow.objects.create(name="Moderators approval")
    WorkflowPage.objects.create(page=Page.get_first_root_node(), workflow=first)
    ensure_roles()
    assert in_use().name == "SG moderators"
    assert names() == {"SG moderators"}


def test_a_database_that_was_taken_back_is_left_as_it_is() -> None:
    """Tables that the roles are about may be gone."""
    MigrationRecorder(connection).migration_qs.filter(app="bulletin").delete()
    WorkflowPage.objects.all().delete()
    ensure_roles()
    assert not WorkflowPage.objects.exists()


def test_a_root_page_without_a_workflow_gets_ours() -> None:
    WorkflowPage.objects.all().delete()
    ensure_roles()
    assert in_use().name == "SG moderators"


HANDBOOK = ("milestone", "furtherresource", "productcategory", "resourcegroup")


@pytest.mark.parametrize("record", HANDBOOK)
def test_editors_write_the_records_of_the_handbook_and_moderators_also_delete_them(record: str) -> None:
    for verb in ("view", "add", "change"):
        assert f"{verb}_{record}" in rights("SG editors") & rights("SG moderators")
    assert f"delete_{record}" in rights("SG moderators") - rights("SG editors")


def test_only_moderators_publish_records_and_editions() -> None:
    more = {"publish_milestone", "publish_furtherresource", "publish_edition", "change_edition"}
    assert more <= rights("SG moderators") and not more & rights("SG editors")
    assert "import_handbook" in rights("SG editors") & rights("SG moderators")


def test_records_of_the_handbook_go_through_the_same_approval() -> None:
    for model in (Milestone, FurtherResource):
        assert model.get_default_workflow() == in_use()


def rights(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))
