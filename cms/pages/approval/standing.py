"""Where a draft stands on its way to readers: what it changes, who changed it, what has been handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page, Revision, TaskState, WorkflowState

from cms.pages.approval.differences import Difference, differences


@dataclass(frozen=True)
class NotHandedIn:
    """Changes that nobody has submitted: by whom, and since when.

    `by` is empty when they came in a file, or the person has gone.
    """

    by: str
    since: datetime


class Standing:
    """A page and its newest draft."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def workflow_state(self) -> WorkflowState | None:
        """The approval that is under way, also when the draft was sent back."""
        return self.page.current_workflow_state

    @property
    def waits(self) -> bool:
        """Whether somebody has to approve it now."""
        state = self.workflow_state
        return state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS

    @property
    def task_state(self) -> TaskState | None:
        return self.workflow_state.current_task_state if self.workflow_state else None

    @property
    def is_new(self) -> bool:
        """Readers have never seen it."""
        return self.page.first_published_at is None

    @cached_property
    def live(self) -> Page | None:
        """The page as readers see it, read anew: the editor’s own object may hold what was just typed."""
        return type(self.page)._default_manager.filter(pk=self.page.pk, live=True).first()

    @cached_property
    def differences(self) -> list[Difference]:
        """What approving or publishing the newest draft would change for readers."""
        draft = self.page.get_latest_revision()
        return differences(self.live, draft.as_object()) if self.live and draft else []

    @cached_property
    def not_handed_in(self) -> NotHandedIn | None:
        """What came after the draft that was submitted, or, without one, after what readers see."""
        drafts = list(self._newer_drafts())
        if not drafts:
            return None
        names = dict.fromkeys(_name_of(draft) for draft in drafts if draft.user)
        return NotHandedIn(", ".join(names), drafts[0].created_at)

    def _newer_drafts(self) -> QuerySet[Revision]:
        drafts = (
            Revision.objects.for_instance(self.page).defer("content").select_related("user").order_by("pk")
        )
        if known := self.task_state.revision_id if self.task_state else self.page.live_revision_id:
            return drafts.filter(pk__gt=known)
        # Made by code, it may be live without a revision.
        published = self.page.last_published_at
        return drafts.filter(created_at__gt=published) if published else drafts


def _name_of(draft: Revision) -> str:
    return draft.user.get_full_name() or draft.user.get_username()
