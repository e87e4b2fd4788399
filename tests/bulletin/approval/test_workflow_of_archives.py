"""Every archive has the approval of editions, and administrators may do as they like with it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, Workflow, WorkflowPage

from bulletin.models import EditionApprovalTask
from cms.operations.roles import ensure_roles
from tests.bulletin import office

pytestmark = pytest.mark.django_db


def names() -> set[str]:
    return set(Workflow.objects.values_list("name", flat=True))


def test_an_archive_has_its_own_approval_from_the_start(demo_site: None) -> None:
    archive = office.archive()
    assert archive.get_workflow().name == "Bulletin approval"
    assert office.edition().get_workflow() == archive.get_workflow()
    root = WorkflowPage.objects.get(page=Page.get_first_root_node()).workflow
    assert root.name == "SG moderators", "the rest of the site keeps its own"


def test_the_moderators_approve(demo_site: None) -> None:
    task = EditionApprovalTask.objects.get()
    assert list(task.groups.values_list("name", flat=True)) == ["SG moderators"]


def test_it_is_made_once(demo_site: None) -> None:
    before = names()
    ensure_roles()
    ensure_roles()
    assert names() == before and Workflow.objects.filter(name="Bulletin approval").count() == 1


def test_an_archive_from_before_gets_it_when_it_is_first_made(demo_site: None) -> None:
    archive = office.archive()
    archive.get_workflow().delete()
    EditionApprovalTask.objects.all().delete()
    ensure_roles()
    assert archive.get_workflow().name == "Bulletin approval"


def test_an_archive_from_which_it_was_taken_is_left_alone(demo_site: None) -> None:
    archive = office.archive()
    WorkflowPage.objects.filter(page=archive).delete()
    ensure_roles()
    assert not WorkflowPage.objects.filter(page=archive).exists()


def test_another_one_in_its_place_stays(demo_site: None) -> None:
    archive = office.archive()
    lawyers = Workflow.objects.create(name="Lawyers")
    WorkflowPage.objects.filter(page=archive).update(workflow=lawyers)
    ensure_roles()
    assert archive.get_workflow() == lawyers


def test_one_that_was_switched_off_stays_off(demo_site: None) -> None:
    archive = office.archive()
    archive.get_workflow().deactivate()
    ensure_roles()
    assert not WorkflowPage.objects.filter(page=archive).exists()


def rights(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def test_moderators_send_and_editors_only_write(demo_site: None) -> None:
    sending = {"queue_sending", "view_sending", "view_subscriber", "change_subscriber"}
    assert sending <= rights("SG moderators")
    assert not sending & rights("SG editors")


def test_no_group_takes_addresses_away_or_opens_the_gate(demo_site: None) -> None:
    more = {"export_subscriber", "import_subscriber", "delete_subscriber", "release_sending"}
    assert not (more | {"change_bulletinsettings"}) & (rights("SG moderators") | rights("SG editors"))
