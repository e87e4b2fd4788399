"""What the big button of the editor does: publish a contact, hand in everything else of a council."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, CancelWorkflowMenuItem, PublishMenuItem
from wagtail.models import Page

from la_directory.models import ContactPage, ContactsPage
from la_directory.my_council.member import own_team

SUBMIT, LOCKED = "action-submit", "action-page-locked"


class PublishContact(PublishMenuItem):
    """A contact goes out as a whole: what stands in the form is what readers see next."""

    label = _("Publish now")


class TakeBack(CancelWorkflowMenuItem):
    """For the people of a council, who know of no workflows."""

    label = _("Take back from approval")


def likely_action_first(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Without this the big button saves a draft, and a council would wonder why readers never see it."""
    names = [item.name for item in menu_items]
    if _is_contact(context) and PublishMenuItem.name in names and not _waits(context):
        menu_items[:] = [PublishContact(), *_without(menu_items, PublishMenuItem.name)]
    elif own_team(request):
        first = [item for name in (LOCKED, SUBMIT) for item in menu_items if item.name == name]
        rest = _without(menu_items, LOCKED, SUBMIT)
        menu_items[:] = [*first, *(TakeBack() if _cancels(item) else item for item in rest)]


def _is_contact(context: dict[str, Any]) -> bool:
    page: Page | None = context.get("page")
    if page is not None and page.pk:
        return page.specific_class is ContactPage
    parent: Page | None = context.get("parent_page")
    return parent is not None and parent.specific_class is ContactsPage


def _waits(context: dict[str, Any]) -> bool:
    """What waits for approval is approved or sent back; publishing it would end the approval unsaid."""
    page: Page | None = context.get("page")
    return page is not None and bool(page.pk) and page.workflow_in_progress


def _without(menu_items: list[ActionMenuItem], *names: str) -> list[ActionMenuItem]:
    return [item for item in menu_items if item.name not in names]


def _cancels(item: ActionMenuItem) -> bool:
    return item.name == CancelWorkflowMenuItem.name
