"""Approving publishes the newest draft. These rules make sure that it is the one the moderator looked at."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

CHANGED_MEANWHILE = _("Not approved: the draft was changed after you opened it. Look at it as it is now.")


def approve_only_what_the_form_showed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A form that was opened before the newest change does not approve that change.

    One that shows the newest draft makes it the one that is judged, whoever wrote it last.
    """
    if request.method != "POST" or request.POST.get("workflow-action-name") != "approve":
        return None
    task_state, newest = page.current_workflow_task_state, page.get_latest_revision()
    if task_state is None or newest is None or not _may_approve(request, page):
        return None  # Wagtail answers it
    if not _is_shown(request, newest):
        messages.error(request, CHANGED_MEANWHILE)
        return redirect("wagtailadmin_pages:edit", page.pk)
    if task_state.revision_id != newest.pk:
        task_state.revision = newest
        task_state.save(update_fields=["revision"])
    return None


def _may_approve(request: HttpRequest, page: Page) -> bool:
    task = page.current_workflow_task
    return task is not None and "approve" in [name for name, *_words in task.get_actions(page, request.user)]


def _is_shown(request: HttpRequest, newest: Revision) -> bool:
    """The form says which draft it was made from, and after it has saved one by itself, which one that is."""
    saved = request.POST.get("overwrite_revision_id")
    if saved:
        return saved == str(newest.pk)
    loaded = request.POST.get("loaded_revision_id"), request.POST.get("loaded_revision_created_at")
    return loaded == (str(newest.pk), newest.created_at.isoformat())
