"""Writing a record as a draft, handing it to approval, or letting it go out at once."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from cms.pages.completeness import problems
from cms.pages.models import SitePage
from cms.partial_dates.value import PartialDate


class CannotImport(Exception):
    """Nothing was imported; the message is one line that says why."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(str(message).split()))


class Drafts:
    """One import's way to write: `publish` lets everything that is complete go out at once."""

    def __init__(self, user: AbstractUser | None, publish: bool, published: PartialDate | None) -> None:
        self.user = user
        self.publish = publish
        self.note = (
            _("Taken from the handbook of %(date)s") % {"date": published}
            if published
            else _("Taken from the handbook’s Word document")
        )
        self.published: list[str] = []
        self.held_back: list[str] = []

    def newest(self, record: Any) -> Any:
        """The record in the words of its newest draft, ready to be changed."""
        return type(record).objects.get(pk=record.pk).get_latest_revision_as_object()

    def save(self, draft: Any) -> None:
        """`draft` has its row in the database already, live or not."""
        self._refuse_if_locked(draft)
        if isinstance(draft, SitePage) and draft.live and not (draft.change_note or draft.change_is_minor):
            draft.change_note = self.note
        if isinstance(draft, SitePage) and not draft.live:
            draft.change_note, draft.change_is_minor = "", False
        missing = problems(draft) if self.publish else {}
        revision = draft.save_revision(user=self.user, clean=False, log_action=True)
        if self.publish and not missing:
            revision.publish(user=self.user)
            self.published.append(_name(draft))
            return
        if missing:
            told = _("“%(name)s” stays a draft: %(problem)s")
            problem = " ".join(str(words) for words in missing.values())
            self.held_back.append(told % {"name": _name(draft), "problem": problem})
        self._ask_for_approval(draft)

    def _ask_for_approval(self, draft: Any) -> None:
        """Somebody has to be there to be told what became of it; the command has nobody."""
        workflow = draft.get_workflow() if self.user else None
        if workflow is None:
            return
        state: WorkflowState | None = draft.current_workflow_state
        if state:
            # What waits is the older draft; approving it would pass over what was just imported.
            state.cancel(user=self.user)
        workflow.start(draft, self.user)

    def _refuse_if_locked(self, record: Any) -> None:
        lock = record.get_lock()
        is_locked = lock.for_user(self.user) if lock and self.user else record.locked
        if is_locked:
            raise CannotImport(
                _("“%s” is locked or waits for approval, so nothing was imported.") % _name(record)
            )


def _name(record: Any) -> str:
    return record.title if isinstance(record, Page) else str(getattr(record, "title", record))
