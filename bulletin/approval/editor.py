"""Approving in the editor of an edition: whoever has just changed it is told so, not shown an error."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, WorkflowState

from bulletin.approval.approve import CannotApprove, approve
from bulletin.approval.approvers import is_approver, objection
from bulletin.approval.current import digest_of, newest_draft
from bulletin.approval.links import links_answer
from bulletin.approval.rights import is_published_as_usual
from bulletin.models import EditionPage

APPROVES = "approves_edition"


def save_before_approving(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What was typed into the form is saved as a draft first; only then it is known who may approve it."""
    if not isinstance(page, EditionPage) or is_published_as_usual(page):
        return None
    if request.method == "GET":
        _say_who_approves(request, page)
        _say_what_was_asked_for(request, page)
    elif request.POST.get("workflow-action-name") == "approve" and "action-workflow-action" in request.POST:
        fields = request.POST.copy()
        del fields["action-workflow-action"]
        request.POST = fields
        setattr(request, APPROVES, True)
    return None


def go_on_after_saving(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Approves where that was asked for. What was submitted or approved leads to the page of the sending."""
    if getattr(request, APPROVES, False):
        return _approve_what_was_saved(request, page)
    if isinstance(page, EditionPage) and "action-submit" in request.POST and page.workflow_in_progress:
        for words in getattr(page, "unknown_links", ()):  # its form has asked for them
            messages.warning(request, words)
        return redirect("bulletin_sending", page.pk)
    sent_back = (
        "action-workflow-action" in request.POST and request.POST.get("workflow-action-name") == "reject"
    )
    if isinstance(page, EditionPage) and sent_back:
        messages.success(request, _("Whoever wrote the edition is told what you have asked for."))
        return redirect("bulletin_sending", page.pk)
    return None


def _approve_what_was_saved(request: HttpRequest, page: Page) -> HttpResponse:
    edition = EditionPage.objects.get(pk=page.pk)
    if not links_answer(request, newest_draft(edition)):
        return redirect("wagtailadmin_pages:edit", page.pk)
    try:
        approve(edition, request.user, seen=digest_of(newest_draft(edition)), comment=_comment(request))
    except CannotApprove as problem:
        for reason in problem.reasons:
            messages.error(request, _("Saved, but not approved: %(reason)s") % {"reason": reason})
        return redirect("wagtailadmin_pages:edit", page.pk)
    if edition.is_sendable:
        messages.success(request, _("The edition is approved. It can be queued for sending."))
    else:
        messages.success(request, _("The edition is approved, and public now."))
    return redirect("bulletin_sending", page.pk)


def _say_who_approves(request: HttpRequest, edition: EditionPage) -> None:
    waits = edition.workflow_in_progress and is_approver(request.user, edition)
    if waits and (words := objection(request.user, edition)):
        messages.info(request, words)


def _say_what_was_asked_for(request: HttpRequest, edition: EditionPage) -> None:
    state = edition.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        asked = state.current_task_state
        who = get_user_display_name(asked.finished_by) if asked.finished_by else _("Somebody")
        messages.warning(
            request, _("%(who)s has asked for changes. %(words)s") % {"who": who, "words": asked.comment}
        )


def _comment(request: HttpRequest) -> str:
    try:
        given = json.loads(request.POST.get("workflow-action-extra-data") or "{}")
    except ValueError:
        return ""
    return str(given.get("comment", "")) if isinstance(given, dict) else ""
