"""The one panel of the dashboard."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from cms.pages import waiting
from cms.pages.schedule import overdue_pages
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(demo_site, django_user_model):
    user = django_user_model.objects.create_user("moderator", password="x")
    user.groups.add(Group.objects.get(name="SG moderators"))
    return user


@pytest.fixture
def editor(demo_site, django_user_model):
    user = django_user_model.objects.create_user("editor", password="x")
    user.groups.add(Group.objects.get(name="SG editors"))
    return user


def submit(page, user):
    page.save_revision(user=user)
    page.get_workflow().start(page, user)


def test_a_submitted_draft_waits_for_the_moderator_and_not_for_its_editor(moderator, editor):
    page = pages.standard(pages.home_page(), "To be approved")
    submit(page, editor)
    assert "To be approved" in [item.title for item in waiting.waiting_for(moderator)]
    assert "To be approved" not in [item.title for item in waiting.waiting_for(editor)]


def test_a_moderator_cannot_approve_what_is_incomplete(moderator, editor):
    page = pages.standard(pages.home_page(), "Half done")
    page.summary = ""
    page.save_revision(user=editor, clean=False)
    page.get_workflow().start(page, editor)
    task = page.current_workflow_task
    draft = page.get_latest_revision_as_object()
    assert [name for name, *_ in task.get_actions(draft, moderator)] == ["reject"]
    page.summary = "Now it is whole."
    page.save_revision(user=editor)
    assert "approve" in [name for name, *_ in task.get_actions(page, moderator)]


def test_a_page_overdue_by_more_than_ten_minutes_shows(moderator):
    page = pages.standard(pages.home_page(), "Late page")
    page.unpublish()
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert overdue_pages(moderator, now=page.go_live_at + timedelta(minutes=9)) == []
    late = overdue_pages(moderator, now=page.go_live_at + timedelta(minutes=11))
    assert [item.title for item in late] == ["Late page"]


def test_the_panel_is_the_only_one_and_shows_ten_lines(client, moderator, editor):
    for number in range(12):
        submit(pages.standard(pages.home_page(), f"Draft {number}"), editor)
    client.force_login(moderator)
    response = client.get(reverse("wagtailadmin_home"))
    html = response.content.decode()
    assert [panel.name for panel in response.context["panels"]] == ["waiting"]
    assert html.count('<th scope="row" class="title">') == 10


def test_a_draft_that_came_back_waits_for_its_editor(moderator, editor):
    page = pages.standard(pages.home_page(), "Came back")
    submit(page, editor)
    page.current_workflow_task_state.reject(user=moderator)
    assert ("Came back", "changes asked for") in [
        (item.title, str(item.kind)) for item in waiting.waiting_for(editor)
    ]


def test_publishing_many_holds_back_what_is_incomplete_or_lacks_its_note(admin_client, demo_site):
    page = pages.standard(pages.home_page(), "Changed without a note")
    page.body = [("text", "<p>Other words.</p>")]
    page.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{url}?id={page.pk}", follow=True)
    assert "Changed without a note" in " ".join(str(message) for message in response.context["messages"])
    page.refresh_from_db()
    assert "Other words" not in str(page.body)


def test_a_moderator_is_told_why_approval_is_not_offered(client, moderator, editor):
    page = pages.standard(pages.home_page(), "Half done")
    page.summary = ""
    page.save_revision(user=editor, clean=False)
    page.get_workflow().start(page, editor)
    client.force_login(moderator)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "cannot be approved yet. Look at: summary" in html


def test_approving_past_the_editor_is_refused_while_something_is_missing(client, moderator, editor):
    page = pages.standard(pages.home_page(), "Half done")
    page.summary = ""
    page.save_revision(user=editor, clean=False)
    page.get_workflow().start(page, editor)
    client.force_login(moderator)
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client.post(url, {"comment": ""})
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_publishing_many_looks_below_them_too(admin_client, demo_site):
    parent = pages.standard(pages.home_page(), "Parent")
    child = pages.standard(parent, "Incomplete child")
    child.unpublish()
    child.summary = ""
    child.save_revision(clean=False)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    admin_client.post(f"{url}?id={parent.pk}", {"include_descendants": "on"})
    child.refresh_from_db()
    assert not child.live
