"""Whoever wrote an edition does not approve it, whichever way they try."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Revision, Site, Task, Workflow, WorkflowPage, WorkflowTask

from bulletin.approval.approve import CannotApprove, approve
from bulletin.approval.approvers import approvers_of, may_approve, objection
from bulletin.approval.current import approval_of, digest_of, newest_draft
from bulletin.models import Approval, BulletinSettings, EditionPage
from cms.accounts.models import User
from tests.bulletin import office

pytestmark = pytest.mark.django_db


def choose(**values: Any) -> None:
    """Settings of the bulletin."""
    chosen = BulletinSettings.for_site(Site.objects.get(is_default_site=True))
    for name, value in values.items():
        setattr(chosen, name, value)
    chosen.save()


@pytest.fixture
def own(moderator: User) -> EditionPage:
    """An edition that a moderator wrote and submitted."""
    edition = office.edition(moderator)
    office.submit(edition, moderator)
    return edition


@pytest.fixture
def by_the_chief(demo_site: None) -> EditionPage:
    chief = User.objects.create_superuser("chief", "chief@gov.example", "x")
    edition = office.edition(chief)
    office.submit(edition, chief)
    return edition


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def press_approve(edition: EditionPage, user: User) -> Any:
    from tests.bulletin.approval.editing import Editing

    return Editing(user).press("approve", edition)


def through_the_task(edition: EditionPage, user: User) -> None:
    state = edition.current_workflow_task_state
    state.task.specific.on_action(state, user, "approve")


def through_wagtails_window(edition: EditionPage, user: User) -> None:
    state = edition.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[edition.pk, "approve", state.pk])
    signed_in(user).post(url, {"comment": ""})


def through_the_editor(edition: EditionPage, user: User) -> None:
    press_approve(edition, user)


def through_the_verb(edition: EditionPage, user: User) -> None:
    approve(edition, user)


def through_the_page_of_the_sending(edition: EditionPage, user: User) -> None:
    seen = digest_of(newest_draft(edition))
    signed_in(user).post(reverse("bulletin_approve", args=[edition.pk]), {"seen": seen})


def through_the_command(edition: EditionPage, user: User) -> None:
    call_command("queue_bulletin", edition.slug, approve_as=user.username, stdout=StringIO())


WAYS = [
    through_the_task,
    through_wagtails_window,
    through_the_editor,
    through_the_verb,
    through_the_page_of_the_sending,
    through_the_command,
]


@pytest.fixture(params=WAYS, ids=lambda way: way.__name__)
def way(request: pytest.FixtureRequest) -> Any:
    return request.param


def try_it(way: Any, edition: EditionPage, user: User) -> None:
    try:
        way(edition, user)
    except (PermissionDenied, CannotApprove, CommandError):
        assert way in (through_the_task, through_the_verb, through_the_command)


def test_an_author_does_not_approve(way: Any, own: EditionPage, moderator: User) -> None:
    try_it(way, own, moderator)
    assert not Approval.objects.filter(edition=own).exists()


def test_an_administrator_does_not_approve_what_they_wrote(way: Any, by_the_chief: EditionPage) -> None:
    try_it(way, by_the_chief, User.objects.get(username="chief"))
    assert not Approval.objects.filter(edition=by_the_chief).exists()


def test_a_second_person_approves(way: Any, edition: EditionPage, editor: User, moderator: User) -> None:
    office.submit(edition, editor)
    try_it(way, edition, moderator)
    edition.refresh_from_db()
    approval = approval_of(edition)
    assert approval and approval.approved_by == moderator and approval.approver_name == "Boyd"
    assert not edition.live and not edition.workflow_in_progress


def test_an_author_approves_where_no_second_person_is_needed(
    way: Any, own: EditionPage, moderator: User
) -> None:
    choose(needs_second_person=False)
    try_it(way, own, moderator)
    assert approval_of(own)


def test_an_editor_without_the_group_does_not_approve(way: Any, edition: EditionPage, editor: User) -> None:
    office.submit(edition, editor)
    try_it(way, edition, office.editor("calum"))
    assert approval_of(edition) is None


def test_whoever_mended_one_word_of_it_is_an_author_too(
    way: Any, edition: EditionPage, editor: User, moderator: User
) -> None:
    office.submit(edition, editor)
    office.change(edition, moderator, subject="New guidance, and a new fund")
    office.change(edition, editor, preheader="And more")
    try_it(way, edition, moderator)
    assert approval_of(edition) is None
    assert may_approve(office.moderator("davina"), edition)


@pytest.mark.parametrize(("before", "after"), [("", "<p></p>"), ('<p data-block-key="a1b2c"></p>', "")])
def test_an_empty_introduction_is_the_same_however_the_browser_sends_it(
    edition: EditionPage, editor: User, moderator: User, before: str, after: str
) -> None:
    """As an empty paragraph once the editor of rich text has loaded, and as nothing a moment earlier."""
    office.change(edition, editor, introduction=before)
    office.change(edition, moderator, introduction=after)
    assert may_approve(moderator, edition)
    office.change(edition, moderator, introduction="<p>A word.</p>")
    assert not may_approve(moderator, edition)


def test_a_draft_saved_without_another_word_makes_nobody_an_author(
    way: Any, edition: EditionPage, editor: User, moderator: User
) -> None:
    office.submit(edition, editor)
    office.change(edition, moderator)
    try_it(way, edition, moderator)
    assert approval_of(edition)


def test_whoever_submits_it_does_not_approve_it(edition: EditionPage, moderator: User) -> None:
    assert may_approve(moderator, edition)
    office.submit(edition, moderator)
    assert not may_approve(moderator, edition)
    assert "submitted" in objection(moderator, edition)


def test_what_was_approved_is_no_longer_counted(edition: EditionPage, editor: User, moderator: User) -> None:
    other = office.moderator("davina")
    office.change(edition, other, subject="From another pen")
    approve(edition, moderator)
    office.change(edition, moderator, subject="Mended by the one who approved")
    assert not may_approve(moderator, edition)
    assert may_approve(other, edition)


def test_a_draft_that_was_approved_and_written_over_makes_its_author_an_author_again(
    edition: EditionPage, moderator: User
) -> None:
    """The editor saves by itself into the draft it saved last, and keeps its number."""
    other = office.moderator("davina")
    office.change(edition, other, subject="From another pen")
    approve(edition, moderator)
    draft = edition.get_latest_revision_as_object()
    draft.subject = "And now something else"
    draft.save_revision(user=other, overwrite_revision=edition.get_latest_revision())
    edition.refresh_from_db()
    assert approval_of(edition) is None
    assert not may_approve(other, edition)


def test_a_draft_that_was_pruned_frees_nobody(edition: EditionPage, moderator: User) -> None:
    other = office.moderator("davina")
    office.change(edition, other, subject="From another pen")
    approve(edition, moderator)
    approved = edition.get_latest_revision()
    office.change(edition, other, subject="And now something else")
    Revision.objects.filter(pk=approved.pk).delete()
    assert not may_approve(other, edition)


def test_where_the_settings_name_approvers_only_they_approve(edition: EditionPage, moderator: User) -> None:
    chief = User.objects.create_superuser("chief", "chief@gov.example", "x")
    named, deputy = office.moderator("davina"), office.moderator("euan")
    choose(approver=named, deputy=deputy)
    assert [may_approve(user, edition) for user in (moderator, named, deputy, chief)] == [
        False,
        True,
        True,
        True,
    ]
    assert approvers_of(edition) == [named, deputy]
    office.change(edition, named, subject="By the approver")
    assert approvers_of(edition) == [deputy]


def test_a_named_approver_who_has_left_approves_nothing(edition: EditionPage) -> None:
    named = office.moderator("davina")
    choose(approver=named)
    named.groups.clear()
    assert not may_approve(named, edition)
    named.groups.add(Group.objects.get(name="SG moderators"))
    named.is_active = False
    assert not may_approve(named, edition)


def test_another_task_in_the_place_of_ours_lets_nobody_past(own: EditionPage, moderator: User) -> None:
    own.current_workflow_state.cancel(user=moderator)
    task = GroupApprovalTask.objects.create(name="Quick look")
    task.groups.add(Group.objects.get(name="SG moderators"))
    workflow = Workflow.objects.create(name="Quick look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.filter(page=own.get_parent()).update(workflow=workflow)
    state = office.submit(own, moderator)
    with pytest.raises(PermissionDenied):
        task.on_action(state, moderator, "approve")
    assert approval_of(own) is None
    task.on_action(
        EditionPage.objects.get(pk=own.pk).current_workflow_task_state, office.moderator("davina"), "approve"
    )
    assert approval_of(own)


def test_a_task_that_is_switched_off_approves_nothing(edition: EditionPage, editor: User) -> None:
    office.submit(edition, editor)
    chief = User.objects.create_superuser("chief", "chief@gov.example", "x")
    Task.objects.get(pk=edition.current_workflow_task.pk).specific.deactivate(user=chief)
    edition.refresh_from_db()
    assert not edition.workflow_in_progress and not edition.live
    assert not Approval.objects.filter(edition=edition).exists()
