"""Pages and snippets that a person may approve now."""

from django.contrib.auth.models import AbstractUser
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from cms.pages.waiting import WaitingItem


def approvals_waiting(user: AbstractUser) -> list[WaitingItem]:
    """Drafts whose current task this user may carry out."""
    states = TaskState.objects.reviewable_by(user).select_related("revision", "task").order_by("started_at")
    items = []
    for state in states:
        draft = state.revision.as_object()
        if isinstance(draft, Page):
            url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
        else:
            url = reverse(draft.snippet_viewset.get_url_name("edit"), args=[draft.pk])
        items.append(WaitingItem(str(draft), url, _("to approve"), state.started_at))
    return items
