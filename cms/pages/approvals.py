"""Pages and snippets that a person may approve now."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from cms.pages.waiting import WaitingItem


def approvals_waiting(user: AbstractUser) -> list[WaitingItem]:
    """Drafts whose current task this user may carry out."""
    states = TaskState.objects.reviewable_by(user).select_related("revision", "task").order_by("started_at")
    return [_item(state.revision.as_object(), _("to approve"), state.started_at) for state in states]


def changes_asked_for(user: AbstractUser) -> list[WaitingItem]:
    """Drafts that this user submitted and that came back."""
    returned = WorkflowState.objects.filter(requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES)
    states = returned.select_related("current_task_state").order_by("created_at")
    return [
        _item(state.content_object, _("changes asked for"), state.current_task_state.finished_at)
        for state in states
        if state.content_object and state.current_task_state
    ]


def _item(draft: models.Model, kind: str, since: datetime | None) -> WaitingItem:
    if isinstance(draft, Page):
        return WaitingItem(
            draft.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[draft.pk]), kind, since
        )
    url = reverse(draft.snippet_viewset.get_url_name("edit"), args=[draft.pk])
    return WaitingItem(str(draft), url, kind, since)
