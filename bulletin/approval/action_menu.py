"""The big button of the editor says what becomes of an edition: handed in, approved, not published."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)
from wagtail.models import Page

from bulletin.approval.rights import is_published_as_usual
from bulletin.models import BulletinPage, EditionPage, Sending

APPROVE = "approve"


class Submit(SubmitForModerationMenuItem):
    """Wagtail would name the workflow."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "label": _("Submit for approval")}


class TakeBack(CancelWorkflowMenuItem):
    label = gettext_lazy("Take back from approval")


def words_for_editions(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Wagtail says “Approve and Publish”, which is not what happens."""
    if not _is_to_be_sent(context):
        return
    own = {SubmitForModerationMenuItem.name: Submit, CancelWorkflowMenuItem.name: TakeBack}
    left_out = {RestartWorkflowMenuItem.name}
    if is_on_its_way(context.get("page")):
        left_out.add(SubmitForModerationMenuItem.name)
    kept = [item for item in menu_items if item.name not in left_out]
    items = [own[item.name](order=item.order) if item.name in own else item for item in kept]
    for item in items:
        if isinstance(item, WorkflowMenuItem) and item.name == APPROVE:
            item.label = _("Approve with comment") if item.launch_modal else _("Approve")
    decisive = [item for item in items if item.name == APPROVE]
    menu_items[:] = [*decisive, *(item for item in items if item not in decisive)]


def is_on_its_way(edition: Page | None) -> bool:
    """What is mailed was frozen when it was queued."""
    if not isinstance(edition, EditionPage) or not edition.pk:
        return False
    return edition.sendings.filter(state__in=Sending.OPEN).exists()


def _is_to_be_sent(context: dict[str, Any]) -> bool:
    page: Page | None = context.get("page")
    if page is not None and page.pk:
        return isinstance(page, EditionPage) and not is_published_as_usual(page)
    parent: Page | None = context.get("parent_page")
    return parent is not None and parent.specific_class is BulletinPage
