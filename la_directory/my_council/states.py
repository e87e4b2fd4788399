"""Where the pages of a council stand, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page, PageQuerySet, WorkflowState


def pages_of(council: Page) -> PageQuerySet[Page]:
    """The page of a council and all below it, with what their states are told from, in two queries."""
    pages = Page.objects.descendant_of(council, inclusive=True).filter(alias_of=None).order_by("path")
    pages = pages.select_related("content_type", "latest_revision__user").prefetch_workflow_states()
    return pages.defer("latest_revision__content")


def state_of(page: Page) -> str:
    approval, goes_out = page.current_workflow_state, _goes_out(page)
    if approval and approval.status == WorkflowState.STATUS_IN_PROGRESS:
        return _("On the site; changes wait for approval") if page.live else _("Waits for approval")
    if approval:
        return _("On the site; changes were sent back to you") if page.live else _("Sent back to you")
    if goes_out:
        day = date_format(localtime(goes_out), "j F Y, H:i")
        return _("Will be published on %(day)s") % {"day": day}
    if page.live:
        newer = _("On the site; with changes that readers do not see yet")
        return newer if page.has_unpublished_changes else _("On the site")
    return _("Taken off the site") if page.first_published_at else _("New; readers do not see it yet")


def _goes_out(page: Page) -> datetime | None:
    return page.latest_revision.approved_go_live_at if page.latest_revision else None


def edit_url(page: Page) -> str:
    """Leads back to where it was followed from once the page is published or submitted."""
    home = reverse("wagtailadmin_home")
    return f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?next={home}"


@dataclass(frozen=True)
class Draft:
    """Something that readers do not see yet, and what it waits for."""

    page: Page

    @property
    def title(self) -> str:
        return self.page.draft_title or self.page.title

    @property
    def kind(self) -> str:
        return str(self.page.specific_class._meta.verbose_name)

    @property
    def state(self) -> str:
        return state_of(self.page)

    @property
    def edit_url(self) -> str:
        return edit_url(self.page)

    @property
    def by(self) -> str:
        person = self.page.latest_revision and self.page.latest_revision.user
        return (person.get_full_name() or person.get_username()) if person else ""

    @property
    def since(self) -> datetime | None:
        return self.page.latest_revision_created_at

    @property
    def comment(self) -> str:
        """What the moderator wrote who sent it back."""
        approval = self.page.current_workflow_state
        if approval is None or approval.status != WorkflowState.STATUS_NEEDS_CHANGES:
            return ""
        return approval.current_task_state.comment if approval.current_task_state else ""


def drafts_among(pages: list[Page]) -> list[Draft]:
    """Those with something to come, the newest first; what was taken off the site as it was is none."""
    waiting = [page for page in pages if page.latest_revision and _has_news(page)]
    newest_first = sorted(waiting, key=lambda page: page.latest_revision_created_at, reverse=True)
    return [Draft(page) for page in newest_first]


def _has_news(page: Page) -> bool:
    if page.live or page.current_workflow_state or not page.last_published_at:
        return not page.live or page.has_unpublished_changes
    return page.latest_revision_created_at > page.last_published_at
