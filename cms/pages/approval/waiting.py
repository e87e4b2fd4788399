"""Pages and snippets that a person may approve now."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState, WorkflowState

from cms.pages.waiting import WaitingItem

BELOW_HOME = 3  # depth in the tree


def approvals_waiting(user: AbstractUser) -> list[WaitingItem]:
    """Drafts whose current task this user may carry out. The editor shows at its top what differs."""
    states = TaskState.objects.reviewable_by(user).order_by("started_at")
    drafts = [(state.revision, state.started_at) for state in states.select_related("revision__content_type")]
    places = _places(draft for draft, _since in drafts)
    return [
        WaitingItem(
            draft.object_str, _edit_url_of(draft), _("to approve"), since, places.get(draft.object_id, "")
        )
        for draft, since in drafts
    ]


def _places(drafts: Iterable[Revision]) -> dict[str, str]:
    """Where pages stand, by their numbers: the titles above them, from below the home page.

    Teams of several councils may have the same name.
    """
    numbers = [draft.object_id for draft in drafts if issubclass(draft.content_type.model_class(), Page)]
    paths = dict(Page.objects.filter(pk__in=numbers).values_list("pk", "path"))
    above = {
        path: [path[:end] for end in range(BELOW_HOME * Page.steplen, len(path), Page.steplen)]
        for path in paths.values()
    }
    parents = {parent for line in above.values() for parent in line}
    titles = dict(Page.objects.filter(path__in=parents).values_list("path", "title"))
    return {
        str(pk): " › ".join(titles[parent] for parent in above[path] if parent in titles)
        for pk, path in paths.items()
    }


def changes_asked_for(user: AbstractUser) -> list[WaitingItem]:
    """Drafts that this user submitted and that came back."""
    returned = WorkflowState.objects.filter(requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES)
    states = [state for state in returned.select_related("current_task_state") if state.content_object]
    return [
        WaitingItem(
            str(state.content_object),
            _edit_url(type(state.content_object), state.object_id),
            _("changes asked for"),
            state.current_task_state.finished_at if state.current_task_state else None,
        )
        for state in states
    ]


def _edit_url_of(draft: Revision) -> str:
    return _edit_url(draft.content_type.model_class(), draft.object_id)


def _edit_url(model: type[models.Model], pk: str) -> str:
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[pk])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[pk])
